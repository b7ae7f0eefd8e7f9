//! What the self-referral asks of whom, told as sentences.

use proptest::prelude::*;

use super::super::filled::{least, most};
use super::super::{Answer, Answers, Finding, Journey, Position, Problem, check, check_step};
use super::SELF_REFERRAL;

fn problems(answers: &Answers) -> Vec<(String, Problem)> {
    let findings = check(&SELF_REFERRAL, answers).err().unwrap_or_default();
    findings.iter().map(|finding: &Finding| (finding.field(), finding.problem)).collect()
}

fn is_shown(answers: &Answers, step: &str) -> bool {
    SELF_REFERRAL.shown_steps(answers).any(|shown| shown.name == step)
}

#[test]
fn only_municipality_own_words_and_a_way_of_contact_are_required() {
    let expected = [
        ("municipality".to_owned(), Problem::Missing),
        ("own_words".to_owned(), Problem::Missing),
        ("contact_way".to_owned(), Problem::ChooseAtLeastOne),
    ];
    assert_eq!(problems(&Answers::default()), expected);
    assert_eq!(problems(&least()), []);
}

#[test]
fn a_name_is_required_only_where_the_team_gets_in_touch() {
    let mut answers = least();
    for (way, detail) in [("phone", "phone"), ("text_message", "phone"), ("email", "email"), ("letter", "address")] {
        answers.set_chosen("contact_way", [way]);
        let missing = |id: &str| (id.to_owned(), Problem::Missing);
        assert_eq!(problems(&answers), [missing("name"), missing(detail)], "{way}");
    }
}

#[test]
fn problems_of_a_page_come_all_at_once() {
    let mut answers = least();
    answers.set_chosen("contact_way", ["phone", "email"]);
    answers.set_text("phone", "soita äidille");
    answers.set_text("email", "ei ole");
    let step = SELF_REFERRAL.step("reach").unwrap();
    let found: Vec<_> = check_step(step, &answers).iter().map(|finding| finding.problem).collect();
    assert_eq!(found, [Problem::Missing, Problem::NotAPhoneNumber, Problem::NotAnEmail]);
}

#[test]
fn a_problem_in_a_row_is_found_at_its_row() {
    let mut answers = least();
    answers.change_row("family", 2, |row| row.set_text("family.name", &"ä".repeat(201)));
    assert_eq!(problems(&answers), [("family-2-name".to_owned(), Problem::TooLong { limit: 200 })]);
}

#[test]
fn limits_count_characters_and_not_bytes() {
    let mut answers = least();
    answers.set_text("own_words", &format!("  {}\n", "👩".repeat(10_000)));
    assert_eq!(problems(&answers), []);
    answers.set_text("own_words", &"a".repeat(10_001));
    assert_eq!(problems(&answers), [("own_words".to_owned(), Problem::TooLong { limit: 10_000 })]);
}

#[test]
fn violence_opens_safe_contact_even_for_someone_who_will_call() {
    let mut answers = least();
    assert!(!is_shown(&answers, "safe_contact"));
    answers.tick("topics", "violence", true);
    assert!(is_shown(&answers, "safe_contact"));
}

#[test]
fn a_child_of_twelve_gets_a_page_of_their_own() {
    let mut answers = least();
    assert!(!is_shown(&answers, "child_words"));
    answers.change_row("family", 0, |row| row.set_text("family.age", "12"));
    assert!(is_shown(&answers, "child_words"));
    answers.choose("writer", "child");
    assert!(!is_shown(&answers, "child_words") && !is_shown(&answers, "child_knows"));
}

#[test]
fn nothing_is_chosen_beforehand() {
    assert!(Answers::default().chosen("guardian_contact").is_empty());
    assert!(check(&SELF_REFERRAL, &least()).unwrap().answers().chosen("guardian_contact").is_empty());
}

#[test]
fn an_answer_that_is_no_longer_asked_is_not_delivered() {
    let mut answers = least();
    answers.set_text("phone", "040 1234567");
    answers.set_text("own_worker", "Aino");
    answers.set_text("own_words", "  Hei \n");
    let checked = check(&SELF_REFERRAL, &answers).unwrap();
    assert_eq!((checked.answers().text("phone"), checked.answers().text("own_worker")), ("", ""));
    assert_eq!(checked.answers().text("own_words"), "Hei");
    assert_eq!(answers.text("own_worker"), "Aino", "what was typed stays, in case they change their mind");
}

#[test]
fn the_walk_stops_at_the_first_step_that_needs_something() {
    let journey = Journey::new(&SELF_REFERRAL, &Answers::default());
    let step = |name| SELF_REFERRAL.step(name).unwrap();
    assert!(journey.can_visit(step("urgency")) && journey.can_visit(step("municipality")));
    assert!(!journey.can_visit(step("writer")) && !journey.can_check());
    assert_eq!(journey.first_open_step(), Some(step("municipality")));
    assert_eq!(journey.position(step("writer")), Some(Position { step: 3, steps: 18 }));
}

#[test]
fn the_walk_goes_there_and_back_over_every_step() {
    for answers in [least(), most()] {
        let journey = Journey::new(&SELF_REFERRAL, &answers);
        let mut walked = vec![journey.first_step().unwrap()];
        while let Some(next) = journey.next_step(walked.last().unwrap()) {
            assert_eq!(journey.previous_step(next), walked.last().copied());
            assert!(journey.can_visit(next));
            walked.push(next);
        }
        assert_eq!(walked, SELF_REFERRAL.shown_steps(&answers).collect::<Vec<_>>());
        assert!(journey.can_check() && journey.last_step() == walked.last().copied());
    }
}

#[test]
fn a_step_that_went_out_of_the_form_still_leads_on() {
    let journey = Journey::new(&SELF_REFERRAL, &least());
    let gone = SELF_REFERRAL.step("child_words").unwrap();
    assert_eq!(journey.next_step(gone).map(|step| step.name), Some("other_guardian"));
    assert_eq!(journey.previous_step(gone).map(|step| step.name), Some("child_knows"));
    assert_eq!(journey.position(gone), None);
    assert!(!journey.can_visit(gone));
}

#[test]
fn everything_at_its_limit_is_fine() {
    assert_eq!(problems(&most()), []);
}

/// Any answer under any of the form's names, fitting or not.
fn any_answers() -> impl Strategy<Value = Answers> {
    let names: Vec<_> = SELF_REFERRAL.questions().map(|question| question.name).chain(["unknown", ""]).collect();
    let code = prop_oneof![Just("yes"), Just("violence"), Just("phone"), Just("professional"), Just("nonsense")];
    let answer = prop_oneof![
        any::<String>().prop_map(|text| Answer::Text(text.as_str().into())),
        "[0-9]{3}".prop_map(|text| Answer::Text(text.as_str().into())),
        proptest::collection::vec(code, 0..4)
            .prop_map(|codes| Answer::Chosen(codes.into_iter().map(Into::into).collect())),
    ];
    let entries = proptest::collection::vec((proptest::sample::select(names.clone()), answer.clone()), 0..20);
    let rows =
        proptest::collection::vec(proptest::collection::vec((proptest::sample::select(names), answer), 0..4), 0..14);
    (entries, rows).prop_map(|(entries, rows)| {
        let mut answers = least();
        entries.into_iter().for_each(|(name, answer)| answers.set(name, answer));
        for (index, row) in rows.into_iter().enumerate() {
            answers.change_row("family", index, |answers| {
                row.into_iter().for_each(|(name, answer)| answers.set(name, answer));
            });
        }
        answers
    })
}

proptest! {
    /// Whatever was typed, checking gives an answer, and what was checked once stays as it is when checked again.
    #[test]
    fn checking_twice_is_checking_once(answers in any_answers()) {
        if let Ok(checked) = check(&SELF_REFERRAL, &answers) {
            let again = check(&SELF_REFERRAL, checked.answers());
            prop_assert_eq!(again, Ok(checked));
        }
    }
}

#[test]
fn the_summary_shows_every_answer_in_words_and_gaps_where_there_is_none() {
    let texts = crate::i18n::agreement::texts(crate::domain::Language::En);
    let mut answers = least();
    answers.set_chosen("topics", ["money", "violence"]);
    answers.set_text("own_words", "First line.\n\nSecond line. ");
    for (row, name, age) in [(0, "A.", "13"), (1, "B.", "")] {
        answers.change_row("family", row, |member| {
            member.set_text("family.name", name);
            member.set_text("family.age", age);
            member.choose("family.home", "here");
        });
    }
    let groups = super::super::summary(&SELF_REFERRAL, &answers, &texts, "Esimerkki");
    let lines = |name: &str| {
        let mut rows = groups.iter().flat_map(|group| &group.rows);
        rows.find(|row| row.question.name == name).map(|row| row.lines.join("|")).unwrap()
    };
    assert_eq!(lines("municipality"), "Esimerkki");
    assert_eq!(lines("topics"), "Conflict or violence at home|Money or housing");
    assert_eq!(lines("own_words"), "First line.||Second line.");
    assert_eq!(lines("family"), "A., 13, In this home|B., In this home");
    assert_eq!(lines("meeting"), "");
    assert!(groups.iter().all(|group| !group.step.questions.is_empty() && !group.heading.is_empty()));
}

#[test]
fn the_words_change_with_the_writer() {
    let texts = crate::i18n::agreement::texts(crate::domain::Language::En);
    let question = SELF_REFERRAL.question("own_words").unwrap();
    let label = |answers: &Answers| super::super::Wording::new(&SELF_REFERRAL, &texts, answers).label(question);
    let mut child = least();
    child.choose("writer", "child");
    assert_eq!(label(&least()), "How are you all, and what worries you?");
    assert_eq!(label(&child), "How are you, and what worries you?");
}

#[test]
fn a_problem_is_told_in_the_questions_own_words_or_with_its_label() {
    let texts = crate::i18n::agreement::texts(crate::domain::Language::En);
    let mut answers = Answers::default();
    answers.set_text("strengths", &"a".repeat(2_001));
    let wording = super::super::Wording::new(&SELF_REFERRAL, &texts, &answers);
    let told: Vec<_> =
        check(&SELF_REFERRAL, &answers).unwrap_err().iter().map(|found| wording.problem(found)).collect();
    assert!(told[0].starts_with("Choose the municipality"), "{}", told[0]);
    assert_eq!(
        told[2],
        "Shorten the text under “Who helps you now, and what works well?”. There is room for 2000 characters."
    );
}
