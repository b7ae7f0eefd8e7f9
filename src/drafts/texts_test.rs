//! Every message of a draft has its words in all three languages.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Message, Revision, Trouble, Why};
use crate::domain::Language;

type Texts = BTreeMap<String, String>;

fn texts(language: Language) -> Texts {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("content").join(language.code()).join("texts/drafts.toml");
    let file = std::fs::read_to_string(path).expect("the file of texts is there");
    let mut texts = Texts::new();
    flatten("drafts", &toml::Value::Table(file.parse().expect("the file is TOML")), &mut texts);
    texts
}

fn flatten(key: &str, value: &toml::Value, texts: &mut Texts) {
    match value {
        toml::Value::Table(table) => {
            table.iter().for_each(|(name, inner)| flatten(&format!("{key}.{name}"), inner, texts));
        }
        other => drop(texts.insert(key.to_owned(), other.as_str().expect("a text").to_owned())),
    }
}

fn messages() -> Vec<Message> {
    let plain = [
        Message::Saved(Revision::FIRST),
        Message::WrongCode,
        Message::OlderSave,
        Message::OtherTab,
        Message::TakenOver,
        Message::WouldReplace,
        Message::ClockDoubtful,
        Message::Forgotten,
        Message::ForgottenElsewhere,
        Message::NotForgotten,
        Message::Expired,
        Message::TimedOut,
        Message::Erased,
        Message::ErasedPartly,
    ];
    plain.into_iter().chain(Trouble::ALL.map(Message::Trouble)).collect()
}

#[test]
fn every_message_has_words_in_three_languages() {
    for language in Language::ALL {
        let texts = texts(language);
        let next = |trouble: Trouble| [true, false].into_iter().filter_map(move |again| trouble.next_key(again));
        let keys = messages().into_iter().map(Message::key).chain(Trouble::ALL.map(Trouble::now_key));
        let keys = keys.chain(Trouble::ALL.into_iter().flat_map(next).map(str::to_owned));
        for key in keys.chain(Why::ALL.map(|why| why.key().to_owned())) {
            assert!(texts.contains_key(&key), "{key} is missing in {language:?}");
        }
    }
}

#[test]
fn the_languages_have_the_same_texts_with_the_same_gaps() {
    let gaps = |text: &String| {
        let mut gaps: Vec<_> = text.split('{').skip(1).map(|rest| rest.split('}').next().map(str::to_owned)).collect();
        gaps.sort();
        gaps
    };
    let shape = |language| texts(language).iter().map(|(key, text)| (key.clone(), gaps(text))).collect::<Vec<_>>();
    assert_eq!(shape(Language::Fi), shape(Language::Sv));
    assert_eq!(shape(Language::Fi), shape(Language::En));
}
