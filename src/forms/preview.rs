//! What the family may read of a notification, as it stands before it is sent.

use super::giveaways::stays_nameless;
use super::{Answers, Form, SummaryGroup, summary};
use crate::i18n::Texts;

/// What the family may get to know of the sender. Its words are at `forms.preview.<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SenderShown {
    /// No name is sent.
    Nameless,
    /// A private person's name: kept from the family only after consideration, for a very important reason.
    Named,
    /// Somebody with a duty to notify: the authority is always told.
    Duty,
}

impl SenderShown {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Nameless, Self::Named, Self::Duty];

    /// The name in text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nameless => "nameless",
            Self::Named => "named",
            Self::Duty => "duty",
        }
    }

    /// What holds for the sender of these answers.
    pub fn of(form: &Form, answers: &Answers) -> Self {
        match form.question("name_choice") {
            None => Self::Duty,
            Some(_) if stays_nameless(form, answers) => Self::Nameless,
            Some(_) => Self::Named,
        }
    }
}

/// The page on which the sender tells who they are; it is told of in other words.
const SENDER_PAGE: &str = "sender";

/// Every answer that the family may read, in words. Questions without an answer are left out: nobody reads them.
pub fn preview(form: &'static Form, answers: &Answers, texts: &Texts, municipality: &str) -> Vec<SummaryGroup> {
    let mut groups = summary(form, answers, texts, municipality);
    groups.retain(|group| group.step.name != SENDER_PAGE);
    for group in &mut groups {
        group.rows.retain(|row| !row.lines.is_empty());
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::super::concern::{CONCERN_BEFORE_BIRTH, CONCERN_PRIVATE};
    use super::super::filled::{least_of, most_of};
    use super::*;
    use crate::domain::Language;
    use crate::i18n::agreement::texts;

    fn names(form: &'static Form, answers: &Answers) -> Vec<&'static str> {
        let groups = preview(form, answers, &texts(Language::En), "Esimerkki");
        groups.iter().flat_map(|group| &group.rows).map(|row| row.question.name).collect()
    }

    #[test]
    fn the_family_may_read_what_was_answered() {
        assert_eq!(names(&CONCERN_PRIVATE, &least_of(&CONCERN_PRIVATE)), ["municipality", "seen"]);
    }

    #[test]
    fn everything_but_the_senders_own_page_is_shown() {
        let most = most_of(&CONCERN_PRIVATE);
        let asked = CONCERN_PRIVATE.shown_steps(&most).filter(|step| step.name != "sender");
        let expected: Vec<_> =
            asked.flat_map(|step| step.shown_questions(&most)).map(|question| question.name).collect();
        assert_eq!(names(&CONCERN_PRIVATE, &most), expected);
        assert!(expected.contains(&"safety_note") && !expected.contains(&"phone"));
    }

    #[test]
    fn what_is_said_of_the_sender_follows_from_their_choice() {
        let mut answers = least_of(&CONCERN_PRIVATE);
        assert_eq!(SenderShown::of(&CONCERN_PRIVATE, &answers), SenderShown::Nameless);
        answers.choose("name_choice", "without_name");
        assert_eq!(SenderShown::of(&CONCERN_PRIVATE, &answers), SenderShown::Nameless);
        answers.choose("name_choice", "with_name");
        assert_eq!(SenderShown::of(&CONCERN_PRIVATE, &answers), SenderShown::Named);
        assert_eq!(SenderShown::of(&CONCERN_BEFORE_BIRTH, &answers), SenderShown::Duty);
    }
}
