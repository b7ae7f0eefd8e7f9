//! One answer out of a few, all of them in sight.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::field::{Field, FieldFrame, FieldIds, FieldWords};
use super::kept::{Kept, kept};

/// One of the answers to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceWords {
    /// The value that is kept: a name in code, never shown.
    pub value: String,
    /// The words beside the button.
    pub label: String,
    /// A sentence of help, if any.
    pub hint: Option<String>,
}

impl ChoiceWords {
    /// An answer with its value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// A question with one answer out of a few. Nothing is chosen before the person chooses.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{ChoiceWords, FieldWords, Radios};
/// # let (value, problem) = (RwSignal::new(String::new()), Signal::<Option<String>>::stored(None));
/// # let choices = vec![ChoiceWords::new("yes", "Yes"), ChoiceWords::new("no", "No")];
/// # let _ = move || view! {
/// <Radios words=FieldWords::new("client_already", "Are you a client?") choices value problem/>
/// # };
/// ```
#[component]
pub fn Radios(
    /// The words of the question, and its name.
    words: FieldWords,
    /// The answers to choose from.
    choices: Vec<ChoiceWords>,
    /// The value of the chosen answer, empty before.
    value: RwSignal<String>,
    /// What is not ready yet about the answer, in words.
    #[prop(into)]
    problem: Signal<Option<String>>,
) -> AnyView {
    view! {
        <Field words frame=FieldFrame::RadioGroup problem>
            <Buttons choices value/>
        </Field>
    }
    .into_any()
}

#[component]
fn Buttons(choices: Vec<ChoiceWords>, value: RwSignal<String>) -> AnyView {
    let ids = FieldIds::here();
    let rows: Vec<AnyView> =
        choices.into_iter().enumerate().map(|(index, choice)| radio(&ids, index, choice, value)).collect();
    rows.into_any()
}

fn radio(ids: &FieldIds, index: usize, choice: ChoiceWords, value: RwSignal<String>) -> AnyView {
    let id = choice_id(ids, index);
    let (own, chosen) = (choice.value.clone(), choice.value.clone());
    let ticked = Signal::derive(move || Kept::Ticked(value.with(|value| *value == own)));
    let input = view! {
        <input
            class="tuki-choice__input"
            type="radio"
            id=id.clone()
            name=ids.name.clone()
            value=choice.value
            autocomplete="off"
            aria-describedby=hint_id(&id, choice.hint.as_ref())
            prop:checked=kept(ticked)
            on:change=move |_| value.set(chosen.clone())
        />
    };
    choice_row(id, input.into_any(), choice.label, choice.hint)
}

/// The first choice has the id that the error summary leads to.
pub(super) fn choice_id(ids: &FieldIds, index: usize) -> String {
    if index == 0 { ids.control() } else { format!("{}-{}", ids.control(), index + 1) }
}

pub(super) fn hint_id(id: &str, hint: Option<&String>) -> Option<String> {
    hint.map(|_| format!("{id}-hint"))
}

/// A radio button or a checkbox with its words beside it.
pub(super) fn choice_row(id: String, input: AnyView, label: String, hint: Option<String>) -> AnyView {
    let hint_id = hint_id(&id, hint.as_ref());
    let hint = hint.map(|hint| view! { <p class="tuki-choice__hint" id=hint_id>{hint}</p> });
    view! {
        <div class="tuki-choice">
            {input}
            <label class="tuki-choice__label" for=id>{label}</label>
            {hint}
        </div>
    }
    .into_any()
}
