//! What the three forms of concern ask of whom, told as sentences.

use super::super::filled::{least_of, most_of};
use super::super::{Answers, Finding, Form, Journey, Problem, check, check_step};
use super::{CONCERN_BEFORE_BIRTH, CONCERN_PRIVATE, CONCERN_PROFESSIONAL};

const ALL: [&Form; 3] = [&CONCERN_PRIVATE, &CONCERN_PROFESSIONAL, &CONCERN_BEFORE_BIRTH];

fn problems(form: &'static Form, answers: &Answers) -> Vec<(String, Problem)> {
    let findings = check(form, answers).err().unwrap_or_default();
    findings.iter().map(|finding: &Finding| (finding.field(), finding.problem)).collect()
}

fn missing(names: &[&str]) -> Vec<(String, Problem)> {
    names.iter().map(|name| ((*name).to_owned(), Problem::Missing)).collect()
}

#[test]
fn a_private_person_must_give_the_municipality_and_what_was_seen_and_nothing_else() {
    assert_eq!(problems(&CONCERN_PRIVATE, &Answers::default()), missing(&["municipality", "seen"]));
    assert_eq!(problems(&CONCERN_PRIVATE, &least_of(&CONCERN_PRIVATE)), []);
    let mut named = least_of(&CONCERN_PRIVATE);
    named.choose("name_choice", "with_name");
    assert_eq!(problems(&CONCERN_PRIVATE, &named), [], "who wants to give a name may leave it empty after all");
}

#[test]
fn a_professional_must_also_give_names_and_say_who_was_told() {
    let mut expected = missing(&["municipality", "children-0-name", "seen"]);
    expected.extend(["told_child", "told_guardians"].map(|name| (name.to_owned(), Problem::ChooseOne)));
    expected.extend(missing(&["name", "role", "workplace", "phone"]));
    assert_eq!(problems(&CONCERN_PROFESSIONAL, &Answers::default()), expected);
    assert_eq!(problems(&CONCERN_PROFESSIONAL, &least_of(&CONCERN_PROFESSIONAL)), []);
}

#[test]
fn before_birth_the_parent_is_named_in_place_of_the_child() {
    let mut expected = missing(&["municipality", "parent_name", "seen"]);
    expected.push(("told_parent".to_owned(), Problem::ChooseOne));
    expected.extend(missing(&["name", "role", "workplace", "phone"]));
    assert_eq!(problems(&CONCERN_BEFORE_BIRTH, &Answers::default()), expected);
    assert_eq!(problems(&CONCERN_BEFORE_BIRTH, &least_of(&CONCERN_BEFORE_BIRTH)), []);
}

#[test]
fn a_duty_holder_is_given_no_choice_to_stay_without_a_name() {
    for form in [&CONCERN_PROFESSIONAL, &CONCERN_BEFORE_BIRTH] {
        assert!(form.question("name_choice").is_none());
        assert!((form.question("name").unwrap().required)(&Answers::default()));
    }
}

#[test]
fn identity_codes_are_asked_of_professionals_only_and_stop_nobody() {
    for form in super::super::FORMS {
        let asks = form.questions().any(|question| question.name.ends_with("identity_code"));
        assert_eq!(asks, [CONCERN_PROFESSIONAL.id, CONCERN_BEFORE_BIRTH.id].contains(&form.id), "{}", form.id);
    }
    let mut answers = least_of(&CONCERN_PROFESSIONAL);
    answers.change_row("children", 0, |row| row.set_text("children.identity_code", "en tiedä"));
    assert_eq!(problems(&CONCERN_PROFESSIONAL, &answers), []);
}

#[test]
fn a_name_typed_and_then_withheld_is_not_delivered() {
    let mut answers = least_of(&CONCERN_PRIVATE);
    answers.choose("name_choice", "with_name");
    answers.set_text("name", "Naapuri Esimerkki");
    answers.set_text("phone", "040 000 0090");
    assert_eq!(check(&CONCERN_PRIVATE, &answers).unwrap().answers().text("name"), "Naapuri Esimerkki");
    answers.choose("name_choice", "without_name");
    let checked = check(&CONCERN_PRIVATE, &answers).unwrap();
    assert_eq!((checked.answers().text("name"), checked.answers().text("phone")), ("", ""));
}

#[test]
fn nobody_is_named_unless_they_choose_to_be() {
    let step = CONCERN_PRIVATE.step("sender").unwrap();
    let asked: Vec<_> = step.shown_questions(&Answers::default()).map(|question| question.name).collect();
    assert_eq!(asked, ["name_choice"]);
    let mut named = Answers::default();
    named.choose("name_choice", "with_name");
    named.choose("may_call", "yes");
    assert_eq!(step.shown_questions(&named).count(), 6);
}

#[test]
fn why_not_is_asked_when_somebody_was_not_told() {
    for (question, code, asked) in [
        ("told_child", "no", true),
        ("told_child", "too_young", false),
        ("told_guardians", "some", true),
        ("told_guardians", "no", true),
        ("told_guardians", "all", false),
    ] {
        let mut answers = least_of(&CONCERN_PROFESSIONAL);
        answers.choose(question, code);
        let expected = if asked { missing(&["why_not"]) } else { Vec::new() };
        assert_eq!(problems(&CONCERN_PROFESSIONAL, &answers), expected, "{question} {code}");
    }
    let mut answers = least_of(&CONCERN_BEFORE_BIRTH);
    answers.choose("told_parent", "no");
    assert_eq!(problems(&CONCERN_BEFORE_BIRTH, &answers), missing(&["why_not"]));
}

#[test]
fn a_professional_sees_the_police_line_last_and_may_skip_it() {
    let names: Vec<_> = CONCERN_PROFESSIONAL.steps.iter().map(|step| step.name).collect();
    assert_eq!(names[names.len() - 2..], ["police", "understood"]);
    let police = CONCERN_PROFESSIONAL.step("police").unwrap();
    assert_eq!(check_step(police, &Answers::default()), []);
    assert!(CONCERN_PRIVATE.step("police").is_none() && CONCERN_BEFORE_BIRTH.step("police").is_none());
}

#[test]
fn an_empty_row_asks_for_nothing_but_a_list_of_empty_rows_does() {
    let mut answers = least_of(&CONCERN_PROFESSIONAL);
    answers.add_row("children");
    assert_eq!(problems(&CONCERN_PROFESSIONAL, &answers), []);
    answers.change_row("children", 1, |row| row.set_text("children.age", "4"));
    assert_eq!(problems(&CONCERN_PROFESSIONAL, &answers), missing(&["children-1-name"]));
    answers.set_rows("children", [Answers::default(), Answers::default()]);
    assert_eq!(problems(&CONCERN_PROFESSIONAL, &answers), missing(&["children-0-name"]));
}

#[test]
fn where_the_child_is_now_comes_before_everything_but_the_municipality() {
    for form in [&CONCERN_PRIVATE, &CONCERN_PROFESSIONAL] {
        let names: Vec<_> = form.steps.iter().map(|step| step.name).collect();
        assert_eq!(names[..3], ["urgency", "municipality", "place"]);
    }
}

#[test]
fn everything_at_its_limit_is_fine_and_every_question_is_asked_of_somebody() {
    for form in ALL {
        let most = most_of(form);
        assert_eq!(problems(form, &most), []);
        let asked: usize = form.shown_steps(&most).map(|step| step.shown_questions(&most).count()).sum();
        assert_eq!(asked, form.steps.iter().map(|step| step.questions.len()).sum::<usize>(), "{}", form.id);
        assert!(Journey::new(form, &most).can_check() && Journey::new(form, &least_of(form)).can_check());
    }
}
