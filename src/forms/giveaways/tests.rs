//! What is found and what is not, as sentences people write.

use super::*;
use crate::forms::concern::{CONCERN_PRIVATE, CONCERN_PROFESSIONAL};
use crate::forms::filled::least_of;
use crate::forms::self_referral::SELF_REFERRAL;

fn found(text: &str) -> Vec<(GiveawayKind, String)> {
    let mut answers = least_of(&CONCERN_PRIVATE);
    answers.set_text("seen", text);
    answers.set_text("name", "Oili Esimerkki");
    giveaways(&CONCERN_PRIVATE, &answers).into_iter().map(|found| (found.kind, found.words)).collect()
}

fn check(kind: GiveawayKind, rows: &[(&str, &str)]) {
    for (text, words) in rows {
        assert_eq!(found(text), [(kind, (*words).to_owned())], "{text}");
    }
}

#[test]
fn ones_own_name_is_found() {
    check(
        GiveawayKind::OwnName,
        &[
            ("Soitan, kun kuulen. Oili", "Oili"),
            ("Poika sanoi: oili, auta.", "oili"),
            ("Hei, nimeni on tässä.", "nimeni on"),
            ("Hej, jag heter något.", "jag heter"),
            ("My name is not given.", "My name is"),
            ("Kind regards, somebody", "Kind regards"),
        ],
    );
}

#[test]
fn numbers_and_addresses_are_found() {
    check(
        GiveawayKind::Phone,
        &[
            ("Soita 040 000 0090 illalla", "040 000 0090"),
            ("(+358 40-000 0090)", "+358 40-000 0090"),
            ("Ring 0400000090.", "0400000090"),
        ],
    );
    check(GiveawayKind::Email, &[("Kirjoita joku.x@example.org heti", "joku.x@example.org")]);
}

#[test]
fn how_one_knows_the_family_is_found() {
    check(
        GiveawayKind::Relation,
        &[
            ("Hän on oppilaani.", "oppilaani"),
            ("Kuulin sen oppilaaltani.", "oppilaaltani"),
            ("Naapurini lapset itkevät", "Naapurini"),
            ("Hon är min elev.", "min elev"),
            ("I saw my pupil crying", "my pupil"),
            ("Our neighbour shouts", "Our neighbour"),
        ],
    );
}

#[test]
fn ordinary_sentences_give_nothing_away() {
    for text in [
        "Lapsi oli yöllä yksin pihalla 12.3.2026 klo 22.30.",
        "Koulun pihalla 2026-11-21, 00100 Helsinki, asunto 12 A 5.",
        "Barnet var ensamt i trappan. Mannen skrek.",
        "The child, aged 7, was cold. Nobody came. 112 was called.",
        "Ongelmani on, että en tiedä. Naapurissa huudetaan. Oppilaat juoksivat.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_place_of_the_words_is_told() {
    let mut answers = least_of(&CONCERN_PRIVATE);
    answers.set_text("tried", "Puhuin siskolleni.");
    let found = giveaways(&CONCERN_PRIVATE, &answers);
    assert_eq!((found[0].step.name, found[0].question.name), ("hopes", "tried"));
}

#[test]
fn who_gives_a_name_is_not_warned() {
    let mut answers = least_of(&CONCERN_PRIVATE);
    answers.set_text("seen", "Hän on oppilaani");
    answers.choose("name_choice", "with_name");
    assert_eq!(giveaways(&CONCERN_PRIVATE, &answers), []);
    for form in [&CONCERN_PROFESSIONAL, &SELF_REFERRAL] {
        let mut answers = least_of(form);
        answers.set_text("seen", "Hän on oppilaani");
        answers.set_text("own_words", "nimeni on");
        assert_eq!(giveaways(form, &answers), []);
    }
}
