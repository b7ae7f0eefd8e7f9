//! Who belongs to the family. Initials are enough; identity codes are never asked for here.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "family";
const AGE: &str = "family.age";
/// More rows than any family needs; a limit keeps the message within its size.
const ROWS: usize = 12;

/// What is asked about each member.
const MEMBER: &[Question] = &[
    Question::text("family.name"),
    Question::text(AGE),
    Question::one("family.home", &[Choice("here"), Choice("elsewhere"), Choice("both")]),
];

/// The page.
pub(super) static STEP: Step =
    Step { name: "family", questions: &[Question::group(NAME, MEMBER, ROWS)], notes: &[], shown: always };

/// Whether the family has a child from 12 to 17 years old, who then gets a page of their own. From the age of twelve a child
/// is heard in their own matter (Child Welfare Act 417/2007, section 20).
pub(super) fn has_child_of_twelve(answers: &Answers) -> bool {
    answers.rows(NAME).iter().filter_map(|member| years(member.text(AGE))).any(|age| (12..18).contains(&age))
}

/// The first whole number in a freely written age: "13", "13 v.", "noin 13".
fn years(age: &str) -> Option<u32> {
    let from_first_digit = age.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let after = from_first_digit.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(from_first_digit.len());
    from_first_digit[..after].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_people_write_them() {
        for (text, age) in
            [("13", Some(13)), ("13-vuotias", Some(13)), ("noin 13 v", Some(13)), ("vauva", None), ("", None)]
        {
            assert_eq!(years(text), age, "{text}");
        }
        assert_eq!(years("99999999999999999999"), None);
    }

    #[test]
    fn twelve_is_old_enough_and_eighteen_is_no_child() {
        for (age, expected) in [("11", false), ("12", true), ("17 v", true), ("18", false), ("2013", false)] {
            let mut answers = Answers::default();
            answers.change_row(NAME, 0, |member| member.set_text(AGE, age));
            assert_eq!(has_child_of_twelve(&answers), expected, "{age}");
        }
    }
}
