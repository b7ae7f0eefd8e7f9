//! Every word that the forms ask for exists in three languages, no word is unused, and gaps agree.

use std::collections::BTreeSet;

use super::entry::{ENTRY, EntryPath};
use super::self_referral::SELF_REFERRAL;
use super::{Form, HelpTopic, Kind, Problem, Question, Step, keys};
use crate::i18n::agreement::assert_texts_agree;

/// Endings of keys whose words suit one kind of writer.
const VOICES: [&str; 4] = ["_child", "_expecting", "_close", "_professional"];
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

#[test]
fn the_words_of_the_self_referral_are_whole() {
    assert_texts_agree("referral", &form_keys(&SELF_REFERRAL), |part| may_stand(&SELF_REFERRAL, part));
}

#[test]
fn the_words_of_the_entry_are_whole() {
    let outcomes = EntryPath::ALL.into_iter().map(EntryPath::name);
    let outcomes = outcomes.flat_map(|name| ["title", "text"].map(|part| format!("entry.outcome.{name}.{part}")));
    let links = ["entry.begin", "entry.read_guide"].map(str::to_owned);
    let asked = form_keys(&ENTRY).into_iter().chain(outcomes).chain(links).collect();
    assert_texts_agree("entry", &asked, |part| may_stand(&ENTRY, part));
}

#[test]
fn the_words_of_the_engine_are_whole() {
    let help = HelpTopic::ALL.into_iter().map(HelpTopic::name);
    let help = help.flat_map(|name| ["title", "text"].map(|part| format!("forms.help.{name}.{part}")));
    let problems = PROBLEMS.into_iter().map(|problem| format!("forms.problem.{}", problem.name()));
    let asked = keys::ALL.iter().map(|key| (*key).to_owned()).chain(help).chain(problems).collect();
    assert_texts_agree("forms", &asked, |_| false);
}

#[test]
fn names_are_unique_and_no_choice_is_taken_for_a_label() {
    for form in [&SELF_REFERRAL, &ENTRY] {
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
    for question in SELF_REFERRAL.questions() {
        if let Kind::Group(inner) = question.kind {
            assert!(
                inner.iter().all(|inner| inner.name.split_once('.').is_some_and(|(group, _)| group == question.name))
            );
        }
    }
}
