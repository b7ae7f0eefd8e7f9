//! Finding the words in a text: names, numbers, addresses, relations. Letters are compared without ASCII capitals only; full
//! case folding would bring its tables into the program.

use super::GiveawayKind;

/// The words in a text that may give its writer away, each with its kind.
pub(super) fn find<'a>(text: &'a str, own_name: &str) -> Vec<(GiveawayKind, &'a str)> {
    let phrases = |list: &[&str]| phrases_in(text, list);
    let mut found: Vec<_> = words_of(text)
        .filter(|word| is_of_name(word, own_name))
        .chain(phrases(INTRODUCTIONS))
        .map(|words| (GiveawayKind::OwnName, words))
        .collect();
    found.extend(phone_number(text).map(|number| (GiveawayKind::Phone, number)));
    found.extend(text.split_ascii_whitespace().filter(|word| is_email(word)).map(|word| (GiveawayKind::Email, word)));
    let finnish = words_of(text).filter(|word| is_finnish_relation(word));
    found.extend(finnish.chain(phrases(RELATIONS)).map(|words| (GiveawayKind::Relation, words)));
    found
}

/// Words with which people tell their name or sign.
const INTRODUCTIONS: &[&str] = &[
    "nimeni on",
    "terveisin",
    "jag heter",
    "mitt namn är",
    "hälsningar",
    "my name is",
    "best regards",
    "kind regards",
];

/// Beginnings of Finnish words that tell a relation when they end in the possessive "-ni": oppilaani, oppilaastani.
const FINNISH_RELATIONS: &[&str] = &[
    "oppila",
    "potila",
    "asiakka",
    "naapuri",
    "lapsenlap",
    "tyttäre",
    "poika",
    "pojan",
    "velje",
    "sisko",
    "ystävä",
    "serkku",
    "luokka",
    "luokalla",
    "ryhmä",
    "työkaver",
    "kummi",
    "valmennetta",
];

/// How Swedish and English writers tell it.
const RELATIONS: &[&str] = &[
    "min elev",
    "mina elever",
    "min patient",
    "min klient",
    "min granne",
    "våra grannar",
    "vår granne",
    "mitt barnbarn",
    "min syster",
    "min bror",
    "min dotter",
    "min son",
    "min vän",
    "min väninna",
    "min kollega",
    "min klass",
    "mitt gudbarn",
    "my pupil",
    "my student",
    "my patient",
    "my client",
    "my neighbour",
    "our neighbour",
    "my grandchild",
    "my granddaughter",
    "my grandson",
    "my sister",
    "my brother",
    "my daughter",
    "my son",
    "my friend",
    "my colleague",
    "my class",
    "my niece",
    "my nephew",
    "my godchild",
];

/// Possessive endings need a stem of some length before them, or every short word would be one.
fn is_finnish_relation(word: &str) -> bool {
    let ends = word.len() > 2 && word.as_bytes()[word.len() - 2..].eq_ignore_ascii_case(b"ni");
    ends && FINNISH_RELATIONS.iter().any(|stem| begins_with(word, stem))
}

/// Whether the word is a part of the sender's own name. Two letters could be any word.
fn is_of_name(word: &str, own_name: &str) -> bool {
    word.len() > 2 && words_of(own_name).any(|part| part.eq_ignore_ascii_case(word))
}

/// The words between white space and punctuation. Only ASCII is split at, so that no table of letters is needed.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_border).filter(|word| !word.is_empty())
}

fn is_border(letter: char) -> bool {
    letter.is_ascii_whitespace() || letter.is_ascii_punctuation() || "”“’–…".contains(letter)
}

/// The phrases of a list that stand in the text, each once. A phrase begins at the beginning of a word.
fn phrases_in<'a>(text: &'a str, phrases: &[&str]) -> Vec<&'a str> {
    let starts = || {
        text.char_indices()
            .map(|(place, _)| place)
            .filter(|place| text[..*place].chars().next_back().is_none_or(is_border))
    };
    let found = phrases
        .iter()
        .filter_map(|phrase| starts().find(|place| begins_with(&text[*place..], phrase)).map(|place| (place, phrase)));
    found.map(|(place, phrase)| &text[place..place + phrase.len()]).collect()
}

fn begins_with(text: &str, beginning: &str) -> bool {
    text.len() >= beginning.len() && text.as_bytes()[..beginning.len()].eq_ignore_ascii_case(beginning.as_bytes())
}

/// A number of at least seven digits that begins with 0 or +, as telephone numbers do and dates do not.
fn phone_number(text: &str) -> Option<&str> {
    let belongs = |letter: char| letter.is_ascii_digit() || " -()".contains(letter);
    let starts = text.char_indices().filter(|(_, letter)| matches!(letter, '0' | '+')).map(|(place, _)| place);
    let after_a_border =
        |place: &usize| text[..*place].chars().next_back().is_none_or(|before| !before.is_ascii_digit());
    let number = |place: usize| {
        let rest = &text[place..];
        let end = rest[1..].find(|letter| !belongs(letter)).map_or(rest.len(), |end| end + 1);
        rest[..end].trim_end_matches(|letter: char| !letter.is_ascii_digit())
    };
    starts.filter(after_a_border).map(number).find(|number| number.bytes().filter(u8::is_ascii_digit).count() >= 7)
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(person, host)| !person.is_empty() && host.contains('.'))
}
