//! Who is writing: changes the words of the later pages, and nothing else.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "writer";

/// The page.
pub(super) static STEP: Step = Step {
    name: "writer",
    questions: &[
        Question::one(
            NAME,
            &[Choice("parent"), Choice("child"), Choice("expecting"), Choice("close"), Choice("professional")],
        ),
        // A joint contact needs the family's agreement; without it a professional has another duty (Child Welfare Act
        // 417/2007, section 25a). The answer brings up advice and stops nobody.
        Question::one("family_agrees", &[Choice("yes"), Choice("no")]).shown_when(is_professional),
    ],
    notes: &[],
    shown: always,
};

/// The ending of the text keys that suit the writer. A parent's words are the plain ones.
pub(super) fn voice(answers: &Answers) -> Option<&'static str> {
    ["child", "expecting", "close", "professional"].into_iter().find(|voice| answers.is_chosen(NAME, voice))
}

/// Whether a child or young person writes about themselves.
pub(super) fn is_child(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "child")
}

/// Whether the child is not yet born.
pub(super) fn is_expecting(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "expecting")
}

fn is_professional(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "professional")
}
