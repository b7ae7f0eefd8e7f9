//! Putting a draft back, question by question, into a form that may have changed since.
//! Whatever no longer fits is listed with its text, so that nobody loses what they wrote.

use std::collections::BTreeMap;

use super::KeptAnswer;

/// A question of the present form, as far as restoring needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownQuestion {
    /// The question's name, which never changes while its meaning stays.
    pub name: String,
    /// What kind of answer it takes.
    pub asks: Asks,
}

/// The kinds of answer a question takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Free words.
    Words,
    /// One of these codes.
    One(Vec<String>),
    /// Any number of these codes.
    Several(Vec<String>),
    /// Rows, each with these questions.
    Rows(Vec<KnownQuestion>),
}

/// What came back out of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Answers that fit the present form.
    pub answers: BTreeMap<String, KeptAnswer>,
    /// Answers that do not, in the order of their questions' names.
    pub left_over: Vec<LeftOver>,
}

/// One answer, or a part of one, that the present form has no place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// The name of the question it answered.
    pub question: String,
    /// What was written or chosen, for copying.
    pub text: String,
    /// Why it does not fit.
    pub why: Why,
}

/// Why an answer does not fit the present form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The question is no longer asked.
    NotAsked,
    /// This choice is no longer offered.
    NotOffered,
    /// The question now takes another kind of answer.
    OtherKind,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::NotAsked, Self::NotOffered, Self::OtherKind];

    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAsked => "drafts.left_over.why.not_asked",
            Self::NotOffered => "drafts.left_over.why.not_offered",
            Self::OtherKind => "drafts.left_over.why.other_kind",
        }
    }
}

/// Fits the answers of a draft into the questions of the present form.
pub fn restore(answers: &BTreeMap<String, KeptAnswer>, questions: &[KnownQuestion]) -> Restored {
    let mut restored = Restored::default();
    restored.answers = fitting(answers, questions, &mut restored.left_over);
    restored
}

type Answers = BTreeMap<String, KeptAnswer>;

fn fitting(answers: &Answers, questions: &[KnownQuestion], left: &mut Vec<LeftOver>) -> Answers {
    let mut fits = Answers::new();
    for (name, answer) in answers.iter().filter(|(_, answer)| !answer.is_empty()) {
        let known = questions.iter().find(|question| question.name == *name);
        match known.map(|question| fit(answer, &question.asks, name, left)) {
            Some(Some(fitted)) => drop(fits.insert(name.clone(), fitted)),
            Some(None) => {}
            None => left_over(left, name, answer, Why::NotAsked),
        }
    }
    fits
}

/// The part of an answer that fits; the rest is added to what is left over.
fn fit(answer: &KeptAnswer, asks: &Asks, name: &str, left: &mut Vec<LeftOver>) -> Option<KeptAnswer> {
    match (answer, asks) {
        (KeptAnswer::Text(_), Asks::Words) => Some(answer.clone()),
        (KeptAnswer::Codes(codes), Asks::One(offered)) => fit_codes(codes, offered, 1, name, left),
        (KeptAnswer::Codes(codes), Asks::Several(offered)) => fit_codes(codes, offered, codes.len(), name, left),
        (KeptAnswer::Rows(rows), Asks::Rows(questions)) => {
            Some(KeptAnswer::Rows(rows.iter().map(|row| fitting(row, questions, left)).collect()))
        }
        _ => {
            left_over(left, name, answer, Why::OtherKind);
            None
        }
    }
}

fn fit_codes(
    codes: &[String],
    offered: &[String],
    most: usize,
    name: &str,
    left: &mut Vec<LeftOver>,
) -> Option<KeptAnswer> {
    let (mut fits, gone): (Vec<_>, Vec<_>) = codes.iter().cloned().partition(|code| offered.contains(code));
    let too_many = fits.split_off(most.min(fits.len()));
    for (codes, why) in [(gone, Why::NotOffered), (too_many, Why::OtherKind)] {
        if !codes.is_empty() {
            left_over(left, name, &KeptAnswer::Codes(codes), why);
        }
    }
    (!fits.is_empty()).then_some(KeptAnswer::Codes(fits))
}

fn left_over(left: &mut Vec<LeftOver>, name: &str, answer: &KeptAnswer, why: Why) {
    left.push(LeftOver { question: name.to_owned(), text: answer.as_text(), why });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> KeptAnswer {
        KeptAnswer::Text(text.to_owned())
    }

    fn codes(codes: &[&str]) -> KeptAnswer {
        KeptAnswer::Codes(names(codes))
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn asked(name: &str, asks: Asks) -> KnownQuestion {
        KnownQuestion { name: name.to_owned(), asks }
    }

    fn one(answer: KeptAnswer, asks: Asks) -> (Option<KeptAnswer>, Vec<(String, Why)>) {
        let answers = Answers::from([("q".to_owned(), answer)]);
        let mut restored = restore(&answers, &[asked("q", asks)]);
        let left = restored.left_over.into_iter().map(|left| (left.text, left.why)).collect();
        (restored.answers.remove("q"), left)
    }

    #[test]
    fn an_unchanged_question_gets_its_answer_back() {
        assert_eq!(one(words("äiti"), Asks::Words), (Some(words("äiti")), vec![]));
        assert_eq!(one(codes(&["a"]), Asks::One(names(&["a", "b"]))), (Some(codes(&["a"])), vec![]));
        assert_eq!(one(codes(&["b", "a"]), Asks::Several(names(&["a", "b"]))), (Some(codes(&["b", "a"])), vec![]));
    }

    #[test]
    fn what_does_not_fit_is_listed_with_its_text() {
        let one_of = |offered: &[&str]| Asks::One(names(offered));
        let rows = [
            (words("long story"), one_of(&["a"]), None, vec![("long story", Why::OtherKind)]),
            (codes(&["a"]), Asks::Words, None, vec![("a", Why::OtherKind)]),
            (codes(&["old"]), one_of(&["a"]), None, vec![("old", Why::NotOffered)]),
            (codes(&["a", "b"]), one_of(&["a", "b"]), Some(codes(&["a"])), vec![("b", Why::OtherKind)]),
            (
                codes(&["old", "a", "older"]),
                Asks::Several(names(&["a"])),
                Some(codes(&["a"])),
                vec![("old, older", Why::NotOffered)],
            ),
        ];
        for (answer, asks, fits, left) in rows {
            let left: Vec<_> = left.into_iter().map(|(text, why)| (text.to_owned(), why)).collect();
            assert_eq!(one(answer, asks), (fits, left));
        }
    }

    #[test]
    fn a_question_that_is_no_longer_asked_keeps_its_words_in_sight() {
        let answers = Answers::from([("gone".to_owned(), words("still here")), ("empty".to_owned(), words(""))]);
        let expected = LeftOver { question: "gone".to_owned(), text: "still here".to_owned(), why: Why::NotAsked };
        assert_eq!(restore(&answers, &[]).left_over, vec![expected]);
    }

    #[test]
    fn groups_are_fitted_cell_by_cell() {
        let row = Answers::from([("age".to_owned(), words("4")), ("shoe_size".to_owned(), words("27"))]);
        let answers = Answers::from([("family".to_owned(), KeptAnswer::Rows(vec![row]))]);
        let questions = [asked("family", Asks::Rows(vec![asked("age", Asks::Words)]))];
        let restored = restore(&answers, &questions);
        let kept_row = Answers::from([("age".to_owned(), words("4"))]);
        assert_eq!(restored.answers["family"], KeptAnswer::Rows(vec![kept_row]));
        assert_eq!(restored.left_over[0].question, "shoe_size");
        assert_eq!(restored.left_over[0].text, "27");
    }
}
