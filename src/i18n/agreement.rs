//! For tests of rooms: the words a room asks for exist in three languages, none is unused, and gaps agree.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Texts, read_texts};
use crate::domain::Language;

/// The texts of the repository in one language.
pub fn texts(language: Language) -> Texts {
    let folder = format!("{}/content/{}/texts", env!("CARGO_MANIFEST_DIR"), language.code());
    read_texts(Path::new(&folder)).unwrap_or_else(|error| panic!("{error}"))
}

/// Panics with every difference between the keys that a room asks for and those in its file `<room>.toml`. Keys that the
/// room can do without are accepted by `may_stand`, given the key without the room's name.
pub fn assert_texts_agree(room: &str, asked: &BTreeSet<String>, may_stand: impl Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    let finnish = texts(Language::Fi);
    for language in Language::ALL {
        let texts = texts(language);
        let code = language.code();
        wrong.extend(
            asked.iter().filter(|key| texts.find(key).is_none()).map(|key| format!("{code}: {key} is missing")),
        );
        for key in keys_of(&texts, room) {
            let part = &key[room.len() + 1..];
            if !asked.contains(key) && !may_stand(part) {
                wrong.push(format!("{code}: {key} is unused"));
            }
            match finnish.find(key) {
                None => wrong.push(format!("fi: {key} is missing, but stands in {code}")),
                Some(text) if gaps(text) != gaps(texts.get(key)) => {
                    wrong.push(format!("{code}: {key} has other gaps than fi"))
                }
                Some(_) => {}
            }
        }
        let missing = keys_of(&finnish, room).filter(|key| texts.find(key).is_none() && !asked.contains(*key));
        wrong.extend(missing.map(|key| format!("{code}: {key} is missing, but stands in fi")));
    }
    assert!(wrong.is_empty(), "mend content/<language>/texts/{room}.toml:\n{}", wrong.join("\n"));
}

fn keys_of<'a>(texts: &'a Texts, room: &str) -> impl Iterator<Item = &'a str> {
    texts.keys().filter(move |key| key.split('.').next() == Some(room))
}

/// The names of the gaps in a text.
fn gaps(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}
