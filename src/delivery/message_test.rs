//! The message that the team gets: whole, readable, within its size, and safe to read back.

use proptest::prelude::*;

use super::part::BORDER;
use super::{BUCKETS, Given, Message, Metadata, NotAMessage, OpenedAnswer, compose, open};
use crate::domain::{Language, MunicipalityCode};
use crate::forms::filled::{least, least_of, most_of};
use crate::forms::self_referral::SELF_REFERRAL;
use crate::forms::{Answers, FORMS, Form, check};
use crate::i18n::agreement::texts;

fn metadata(language: Language) -> Metadata {
    Metadata {
        language,
        municipality: MunicipalityCode::parse("993").unwrap(),
        municipality_name: "Esimerkkilä".to_owned(),
        sent_at: 1_795_046_700,
        sent_at_words: "19.11.2026 klo 2.05".to_owned(),
        app_version: "0.1.0".to_owned(),
    }
}

fn message(answers: &Answers, writer: Language, county: Language) -> Message {
    message_of(&SELF_REFERRAL, answers, writer, county)
}

fn message_of(form: &'static Form, answers: &Answers, writer: Language, county: Language) -> Message {
    let form = check(form, answers).unwrap();
    compose(&form, &texts(writer), &texts(county), &metadata(writer)).unwrap()
}

fn words<'a>(answers: &'a [OpenedAnswer], question: &str) -> &'a str {
    match answers.iter().find(|answer| answer.question == question).map(|answer| &answer.given) {
        Some(Given::Words(words)) => words,
        other => panic!("{question}: {other:?}"),
    }
}

fn a_family() -> Answers {
    let mut answers = least();
    answers.set_text("own_words", "Ensin näin.\n\n  Sisennys säilyy.\n===== tukipolku-seal/1 =====\n{}");
    answers.set_chosen("topics", ["money", "exhaustion"]);
    answers.change_row("family", 0, |row| {
        row.set_text("family.name", "A.");
        row.set_text("family.age", "13");
        row.choose("family.home", "here");
    });
    answers
}

#[test]
fn the_team_reads_questions_in_both_languages_and_each_answer_once() {
    let bytes = message(&a_family(), Language::Sv, Language::Fi).into_bytes();
    let text = String::from_utf8(bytes).unwrap();
    let expected = [
        "Yhteydenotto sosiaalihuoltoon",
        "(Kontakt med socialvården)",
        "Lähetetty 19.11.2026 klo 2.05",
        "Kirjoittajan kieli: Svenska",
        "",
        "Missä kunnassa lapsi tai perhe asuu?",
        "(I vilken kommun bor barnet eller familjen?)",
        "  Esimerkkilä (993)",
        "",
        "Mistä haluat puhua?",
        "(Vad vill du prata om?)",
        "  Vanhemman uupumus",
        "  Raha tai asuminen",
    ];
    assert!(text.lines().zip(expected).all(|(line, expected)| line == expected), "{}", &text[..600]);
    assert_eq!(text.matches("Ensin näin.").count(), 1);
    assert!(text.contains("  Henkilö 1\n    Etunimi tai nimikirjaimet\n    (Förnamn eller initialer)\n      A.\n"));
}

#[test]
fn what_is_opened_is_what_was_checked() {
    let opened = open(message(&a_family(), Language::Fi, Language::Fi).as_bytes()).unwrap();
    let expected = "Ensin näin.\n\n  Sisennys säilyy.\n===== tukipolku-seal/1 =====\n{}";
    assert_eq!(words(&opened.answers, "own_words"), expected);
    assert_eq!((opened.facts.form.as_str(), opened.facts.municipality.as_str()), ("self_referral", "993"));
    let chosen = |codes: &[&str]| Given::Chosen(codes.iter().map(|code| (*code).to_owned()).collect());
    assert_eq!(opened.answers[0].given, chosen(&["993"]));
    assert_eq!(opened.answers[1].given, chosen(&["exhaustion", "money"]));
    let Some(Given::Rows(rows)) = opened.answers.iter().find(|answer| answer.question == "family").map(|a| &a.given)
    else {
        panic!("no family");
    };
    assert_eq!((words(&rows[0], "family.name"), words(&rows[0], "family.age")), ("A.", "13"));
}

#[test]
fn free_text_stands_once_and_never_in_the_coded_part() {
    let text = String::from_utf8(message(&a_family(), Language::En, Language::Fi).into_bytes()).unwrap();
    let (_, coded) = text.rsplit_once(BORDER).unwrap();
    assert!(
        !coded.contains("Ensin")
            && !coded.contains("\"A.\"")
            && coded.contains("\"question\":\"own_words\",\"lines\":[")
    );
}

#[test]
fn of_every_form_a_short_message_fills_the_smallest_bucket_and_all_limits_fit_the_largest() {
    let languages = Language::ALL.into_iter().flat_map(|writer| [(writer, Language::Fi), (writer, Language::Sv)]);
    for ((writer, county), form) in languages.flat_map(|pair| FORMS.map(|form| (pair, form))) {
        let short = message_of(form, &least_of(form), writer, county);
        assert_eq!(short.as_bytes().len(), BUCKETS[0], "{}", form.id);
        let (most, longest) = (most_of(form), longest_question(form));
        let full = message_of(form, &most, writer, county);
        assert!(BUCKETS[1..].contains(&full.as_bytes().len()), "{}", form.id);
        let opened = open(full.as_bytes()).unwrap();
        assert_eq!(opened.facts.form, form.id);
        assert_eq!(words(&opened.answers, longest).chars().count(), 10_000);
        assert_eq!(opened.answers.len(), questions_asked(form, &most), "every question is answered");
    }
}

#[test]
fn the_team_can_tell_every_form_by_its_first_line() {
    for language in Language::ALL {
        let texts = texts(language);
        let first = |form: &&'static Form| {
            let message = message_of(form, &least_of(form), language, language).into_bytes();
            String::from_utf8(message).unwrap().lines().next().unwrap_or_default().to_owned()
        };
        let titles: std::collections::BTreeSet<_> = FORMS.iter().map(first).collect();
        assert_eq!(titles.len(), FORMS.len(), "{titles:?}");
        assert!(titles.iter().all(|title| texts.keys().any(|key| texts.get(key) == title)));
    }
}

/// The big box of a form.
fn longest_question(form: &'static Form) -> &'static str {
    form.questions().max_by_key(|question| question.limit).map(|question| question.name).unwrap()
}

#[test]
fn a_small_message_cannot_become_a_large_one() {
    assert_eq!(open(pointing_to("a\nb", 1, 2).as_bytes()), Err(NotAMessage::Broken), "the same lines twice");
    assert_eq!(open(pointing_to("a\nb", 2, 1).as_bytes()), Err(NotAMessage::Broken), "lines backwards");
}

fn questions_asked(form: &'static Form, answers: &Answers) -> usize {
    form.shown_steps(answers).map(|step| step.shown_questions(answers).count()).sum()
}

#[test]
fn padding_is_spaces_at_the_very_end() {
    let text = String::from_utf8(message(&a_family(), Language::Fi, Language::Fi).into_bytes()).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert!(lines.iter().rev().skip(1).all(|line| !line.ends_with(' ')));
    assert!(lines.last().unwrap().trim_end().ends_with("]}") && text.ends_with(" \n"));
}

#[test]
fn hostile_bytes_are_told_apart() {
    let large = vec![b' '; BUCKETS[2] + 1];
    assert_eq!(open(&large), Err(NotAMessage::TooLarge));
    assert_eq!(open(&[0xFF, 0xFE]), Err(NotAMessage::NotText));
    assert_eq!(open(b"hello"), Err(NotAMessage::UnknownSchema));
    let whole = String::from_utf8(message(&a_family(), Language::Fi, Language::Fi).into_bytes()).unwrap();
    let newer = whole.replace("\"schema\":\"tukipolku-seal/1\"", "\"schema\":\"tukipolku-seal/2\"");
    assert_eq!(open(newer.as_bytes()), Err(NotAMessage::UnknownSchema));
    let outside = whole.replace("\"lines\":[", "\"lines\":[9");
    assert_eq!(open(outside.as_bytes()), Err(NotAMessage::Broken));
    let nested = format!("\n{BORDER}\n{}", "[".repeat(100_000));
    assert_eq!(open(nested.as_bytes()), Err(NotAMessage::Broken));
}

#[test]
fn a_hostile_sender_cannot_steer_the_readers_screen() {
    let whole = String::from_utf8(message(&least(), Language::Fi, Language::Fi).into_bytes()).unwrap();
    let steered = whole.replace("En jaksa", "\u{1b}[2J\u{202e}En").replace("self_referral", "self\\u001b_referral");
    let opened = open(steered.as_bytes()).unwrap();
    assert!(opened.text.contains("  [2JEn enää"));
    assert_eq!(
        (opened.facts.form.as_str(), words(&opened.answers, "own_words")),
        ("self_referral", "[2JEn enää iltoja yksin.")
    );
}

proptest! {
    /// Whatever somebody writes comes back exactly as it was checked, also text that imitates the message itself.
    #[test]
    fn any_words_come_back(text in "(?s).{1,200}", imitation in "[ \n=a-z{}\"\\\\]{0,80}") {
        let mut answers = least();
        answers.set_text("own_words", &format!("x{text}\n{BORDER}\n{imitation}y"));
        answers.set_text("strengths", &imitation);
        let form = check(&SELF_REFERRAL, &answers).unwrap();
        let message = compose(&form, &Default::default(), &Default::default(), &metadata(Language::En)).unwrap();
        let opened = open(message.as_bytes()).unwrap();
        prop_assert_eq!(words(&opened.answers, "own_words"), form.answers().text("own_words"));
    }

    #[test]
    fn no_bytes_make_opening_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), coded in "[\\[\\]{}:,\"0-9a-z]{0,120}") {
        let _ = open(&bytes);
        let _ = open(format!("a\n{BORDER}\n{coded}").as_bytes());
    }

    #[test]
    fn lines_that_point_anywhere_never_panic(first: usize, last: usize, text in "(?s).{0,100}") {
        let _ = open(pointing_to(&text, first, last).as_bytes());
    }
}

/// A message whose answers point to these lines of the text.
fn pointing_to(text: &str, first: usize, last: usize) -> String {
    let lines = format!(r#""lines":[{first},{last}]"#);
    let answers = format!(r#"{{"question":"q",{lines}}},{{"question":"r","rows":[[{{"question":"s",{lines}}}]]}}"#);
    let facts = r#""form":"f","form_version":1,"language":"fi","municipality":"993","sent_at":0,"app_version":"1""#;
    format!("{text}\n{BORDER}\n{{\"schema\":\"tukipolku-seal/1\",{facts},\"answers\":[{answers}]}}")
}
