//! Every word that the forms ask for exists in three languages, no word is unused, and gaps agree.

use std::collections::BTreeSet;

use super::entry::{ENTRY, EntryPath};
use super::{FORMS, Form, GiveawayKind, HelpTopic, Kind, Problem, Question, SenderShown, Step, Writer, keys};
use crate::i18n::agreement::assert_texts_agree;

/// Endings of keys whose words suit one kind of writer.
const VOICES: [&str; 5] = ["_child", "_expecting", "_close", "_professional", "_unborn"];
/// Names below a question that no choice may take.
const RESERVED: [&str; 3] = ["label", "hint", "problem"];

const PROBLEMS: [Problem; 8] = [
    Problem::Missing,
    Problem::ChooseOne,
    Problem::ChooseAtLeastOne,
    Problem::TooLong { limit: 0 },
    Problem::TooManyRows { limit: 0 },
    Problem::NotAPhoneNumber,
    Problem::NotAnEmail,
    Problem::NotAMunicipality,
];

fn step_keys(step: &Step) -> impl Iterator<Item = String> {
    let title = step.single_question().is_none().then_some("title");
    ["why"].into_iter().chain(title).chain(step.notes.iter().copied()).map(|part| format!("step.{}.{part}", step.name))
}

fn question_keys(question: &Question) -> impl Iterator<Item = String> {
    let choices = question.choices().iter().map(|choice| choice.code());
    ["label"].into_iter().chain(choices).map(|part| format!("{}.{part}", question.name))
}

fn form_keys(form: &Form) -> BTreeSet<String> {
    let steps = form.steps.iter().flat_map(|step| step_keys(step));
    let questions = form.questions().flat_map(question_keys);
    steps.chain(questions).chain(["title".to_owned()]).map(|part| format!("{}.{part}", form.texts)).collect()
}

/// Whether a form may have this text without asking for it: a hint, its own words for a problem, another voice.
fn may_stand(form: &'static Form, part: &str) -> bool {
    let plain = VOICES.iter().find_map(|voice| part.strip_suffix(voice)).unwrap_or(part);
    let asked = form_keys(form).contains(&format!("{}.{plain}", form.texts));
    let belongs_to_question = form.questions().any(|question| {
        let below = plain.strip_prefix(question.name).and_then(|rest| rest.strip_prefix('.'));
        below.is_some_and(|below| {
            below == "hint" || PROBLEMS.iter().any(|problem| below == format!("problem.{}", problem.name()))
        })
    });
    asked || belongs_to_question
}

/// What the forms that share a file of texts ask for.
fn asked_of(room: &str) -> BTreeSet<String> {
    FORMS.iter().filter(|form| form.texts == room).flat_map(|form| form_keys(form)).collect()
}

fn may_stand_in(room: &str, part: &str) -> bool {
    FORMS.iter().filter(|form| form.texts == room).any(|form| may_stand(form, part))
}

#[test]
fn the_words_of_the_self_referral_are_whole() {
    assert_texts_agree("referral", &asked_of("referral"), |part| may_stand_in("referral", part));
}

#[test]
fn the_words_of_the_forms_of_concern_are_whole() {
    assert_texts_agree("concern", &asked_of("concern"), |part| may_stand_in("concern", part));
}

#[test]
fn the_words_of_the_childs_own_path_are_whole() {
    assert_texts_agree("child", &asked_of("child"), |part| may_stand_in("child", part));
}

#[test]
fn the_words_of_the_entry_are_whole() {
    let outcomes = EntryPath::ALL.into_iter().map(EntryPath::name);
    let outcomes = outcomes.flat_map(|name| ["title", "text"].map(|part| format!("entry.outcome.{name}.{part}")));
    let links = ["begin", "read_guide", "other_ways", "ask_first", "call_or_paper"].map(|name| format!("entry.{name}"));
    let asks = EntryPath::ALL.into_iter().map(EntryPath::asks);
    let asks = asks.flat_map(|who| ["text", "script"].map(|part| format!("entry.ask.{who}.{part}")));
    let page = ["title", "script_title", "note"].map(|part| format!("entry.ask.{part}"));
    let begun = ["text", "continue"].map(|part| format!("entry.begun.{part}"));
    let over = ["action", "title", "text", "confirm", "cancel"].map(|part| format!("entry.start_over.{part}"));
    let page = page.into_iter().chain(begun).chain(over);
    let asked = form_keys(&ENTRY).into_iter().chain(outcomes).chain(links).chain(asks).chain(page).collect();
    assert_texts_agree("entry", &asked, |part| may_stand(&ENTRY, part));
}

#[test]
fn the_words_of_the_engine_are_whole() {
    let help = HelpTopic::ALL.into_iter().map(HelpTopic::name);
    let help: Vec<_> =
        help.flat_map(|name| ["title", "text"].map(|part| format!("forms.help.{name}.{part}"))).collect();
    let writers = [Writer::Family, Writer::Child, Writer::Notifier].map(Writer::name);
    let own = |part: &str| {
        let plain = writers.iter().find_map(|writer| part.strip_suffix(writer)?.strip_suffix('_'));
        plain.is_some_and(|plain| help.contains(&format!("forms.{plain}")))
    };
    let problems = PROBLEMS.into_iter().map(|problem| format!("forms.problem.{}", problem.name()));
    let senders = SenderShown::ALL.map(|sender| format!("forms.preview.{}", sender.name()));
    let giveaways = GiveawayKind::ALL.map(|kind| format!("forms.giveaway.{}", kind.name()));
    let asked = keys::ALL
        .iter()
        .map(|key| (*key).to_owned())
        .chain(help.clone())
        .chain(problems)
        .chain(senders)
        .chain(giveaways)
        .collect();
    assert_texts_agree("forms", &asked, own);
}

#[test]
fn names_are_unique_and_no_choice_is_taken_for_a_label() {
    for form in FORMS.into_iter().chain([&ENTRY]) {
        let mut names = BTreeSet::new();
        for question in form.questions() {
            assert!(names.insert(question.name), "{} stands twice", question.name);
            for choice in question.choices() {
                assert!(!RESERVED.contains(&choice.code()), "{}.{}", question.name, choice.code());
            }
        }
    }
}

#[test]
fn questions_in_a_group_carry_its_name() {
    for question in FORMS.into_iter().flat_map(|form| form.questions()) {
        if let Kind::Group(inner) = question.kind {
            assert!(
                inner.iter().all(|inner| inner.name.split_once('.').is_some_and(|(group, _)| group == question.name))
            );
        }
    }
}
