//! Several lines of typed text, with a count that is shown and spoken only near the limit.
//! The limit never cuts: nobody loses what they wrote.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::field::{Field, FieldFrame, FieldIds, FieldWords};
use super::kept::{kept_text, words as kept_words};
use super::texts::texts;
use crate::i18n::Texts;

/// How much fits, and how tall the box is at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaSize {
    /// The limit in characters (Unicode scalar values).
    pub limit: usize,
    /// Lines shown before anything is typed.
    pub rows: u8,
}

impl AreaSize {
    /// An ordinary answer.
    pub const SHORT: Self = Self { limit: 2_000, rows: 4 };
    /// The main box of a form.
    pub const LONG: Self = Self { limit: 10_000, rows: 10 };

    const fn class(self) -> &'static str {
        if self.rows > Self::SHORT.rows {
            "tuki-text-field__input tuki-text-area tuki-text-area--long"
        } else {
            "tuki-text-field__input tuki-text-area"
        }
    }
}

impl Default for AreaSize {
    fn default() -> Self {
        Self::SHORT
    }
}

/// A question that is answered in one's own words.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{AreaSize, FieldWords, TextArea};
/// # let (value, problem) = (RwSignal::new(String::new()), Signal::<Option<String>>::stored(None));
/// # let _ = move || view! {
/// <TextArea words=FieldWords::new("own_words", "What is going on?") value problem size=AreaSize::LONG/>
/// # };
/// ```
#[component]
pub fn TextArea(
    /// The words of the question, and its name.
    words: FieldWords,
    /// What is typed.
    value: RwSignal<String>,
    /// What is not ready yet about the answer, in words.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// How much fits, and how tall the box is.
    #[prop(optional)]
    size: AreaSize,
) -> AnyView {
    view! {
        <Field words frame=FieldFrame::Label problem>
            <Lines value size/>
            <Count value limit=size.limit/>
        </Field>
    }
    .into_any()
}

#[component]
fn Lines(value: RwSignal<String>, size: AreaSize) -> AnyView {
    let ids = FieldIds::here();
    view! {
        <textarea
            class=size.class()
            id=ids.control()
            name=ids.name.clone()
            rows=size.rows.to_string()
            autocomplete="off"
            spellcheck="false"
            aria-describedby=ids.described_by()
            aria-invalid=ids.invalid()
            prop:value=kept_text(value)
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    }
    .into_any()
}

/// Two lines: the exact count for the eye, and a count in steps for the ear, so that a screen reader is not
/// interrupted by every key.
#[component]
fn Count(value: RwSignal<String>, limit: usize) -> AnyView {
    let seen = count_signal(value, limit, |left| left);
    let heard = count_signal(value, limit, in_steps);
    view! {
        <p class="tuki-text-area__count" aria-hidden="true" inner_html=kept_words(seen)></p>
        <p class="tuki-hidden" role="status" inner_html=kept_words(heard)></p>
    }
    .into_any()
}

fn count_signal(value: RwSignal<String>, limit: usize, shown: fn(i64) -> i64) -> Signal<String> {
    let texts = texts();
    Signal::derive(move || {
        let left = left_near_limit(value.with(|text| text.chars().count()), limit);
        left.map(|left| count_words(&texts, shown(left))).unwrap_or_default()
    })
}

/// Characters left once nine tenths are used; negative when over the limit.
fn left_near_limit(used: usize, limit: usize) -> Option<i64> {
    let left = limit as i64 - used as i64;
    (left <= limit as i64 / 10).then_some(left)
}

/// The count that is spoken: rounded up to the next fifty, so that it changes seldom.
fn in_steps(left: i64) -> i64 {
    left.div_euclid(50) * 50 + if left.rem_euclid(50) == 0 { 0 } else { 50 }
}

fn count_words(texts: &Texts, left: i64) -> String {
    let key = if left < 0 { "components.characters.over" } else { "components.characters.left" };
    texts.count(key, left.unsigned_abs() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_silent_until_nine_tenths_are_used() {
        assert_eq!(left_near_limit(0, 2_000), None);
        assert_eq!(left_near_limit(1_799, 2_000), None);
        assert_eq!(left_near_limit(1_800, 2_000), Some(200));
        assert_eq!(left_near_limit(2_003, 2_000), Some(-3));
    }

    #[test]
    fn the_spoken_count_changes_every_fifty_characters() {
        for (left, spoken) in [(200, 200), (199, 200), (151, 200), (150, 150), (1, 50), (0, 0), (-49, 0), (-50, -50)] {
            assert_eq!(in_steps(left), spoken, "{left} left");
        }
    }
}
