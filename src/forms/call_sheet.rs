//! A form on paper: for reading out on the phone, for handing over, or for writing by hand when nothing is written yet.

use super::{Answers, Form, Kind, MUNICIPALITY, Question, SummaryGroup, Wording, summary};
use crate::i18n::Texts;

/// Before an option that can be ticked by hand.
const BOX: &str = "☐ ";

/// What stands on the sheet. Once something is written, the answers alone, so that it stays a page or two; before that every
/// question, with its options to tick and empty lines to write on.
pub fn call_sheet(form: &'static Form, answers: &Answers, texts: &Texts, municipality: &str) -> Vec<SummaryGroup> {
    let mut groups = summary(form, answers, texts, municipality);
    let wording = Wording::new(form, texts, answers);
    let blank = answers.entries().all(|(name, _)| name == MUNICIPALITY);
    for group in &mut groups {
        if blank {
            let empty = group.rows.iter_mut().filter(|row| row.lines.is_empty());
            empty.for_each(|row| row.lines = options(row.question, &wording));
        } else {
            group.rows.retain(|row| !row.lines.is_empty());
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// What a hand needs to answer the question: options to tick, or what to write about each person. Nothing for plain text.
fn options(question: &'static Question, wording: &Wording<'_>) -> Vec<String> {
    match question.kind {
        Kind::One(choices) | Kind::Many(choices) => {
            choices.iter().map(|choice| [BOX, &wording.choice(question, *choice)].concat()).collect()
        }
        Kind::Group(inner) => {
            vec![inner.iter().map(|question| wording.label(question)).collect::<Vec<_>>().join(" · ")]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::FORMS;
    use super::super::filled::least_of;
    use super::super::self_referral::SELF_REFERRAL;
    use super::*;
    use crate::domain::Language;
    use crate::i18n::agreement::texts;

    #[test]
    fn an_empty_sheet_has_every_question_to_be_answered_by_hand() {
        for form in FORMS {
            let mut answers = Answers::default();
            answers.set_text(MUNICIPALITY, "993");
            let sheet = call_sheet(form, &answers, &texts(Language::Fi), "Esimerkkilä");
            let asked: usize = form.shown_steps(&answers).map(|step| step.shown_questions(&answers).count()).sum();
            assert_eq!(sheet.iter().map(|group| group.rows.len()).sum::<usize>(), asked, "{}", form.id);
        }
    }

    #[test]
    fn options_can_be_ticked_and_text_has_room() {
        let sheet = call_sheet(&SELF_REFERRAL, &Answers::default(), &texts(Language::En), "");
        let lines = |name: &str| {
            let mut rows = sheet.iter().flat_map(|group| &group.rows);
            rows.find(|row| row.question.name == name).map(|row| row.lines.clone()).unwrap()
        };
        assert_eq!(lines("client"), ["☐ Yes", "☐ No", "☐ I do not know"]);
        assert_eq!(lines("family"), ["First name or initials · Age in years · Where do they live?"]);
        assert_eq!(lines("own_words"), [""; 0]);
    }

    #[test]
    fn a_written_sheet_has_the_answers_alone() {
        for form in FORMS {
            let least = least_of(form);
            let sheet = call_sheet(form, &least, &texts(Language::Sv), "Esimerkkilä");
            let rows: Vec<_> = sheet.iter().flat_map(|group| &group.rows).collect();
            assert_eq!(rows.len(), least.entries().count(), "{}", form.id);
            assert!(rows.iter().all(|row| !row.lines.is_empty()));
        }
    }
}
