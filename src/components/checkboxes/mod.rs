//! Any number of answers out of a list, and a single tick.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::field::{Field, FieldFrame, FieldIds, FieldWords, control_id};
use super::kept::{Kept, kept};
use super::radios::{ChoiceWords, choice_id, choice_row, hint_id};

/// A question with any number of answers out of a list.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{Checkboxes, ChoiceWords, FieldWords};
/// # let (values, problem) = (RwSignal::new(Vec::<String>::new()), Signal::<Option<String>>::stored(None));
/// # let choices = vec![ChoiceWords::new("sleep", "Sleep"), ChoiceWords::new("money", "Money")];
/// # let _ = move || view! {
/// <Checkboxes words=FieldWords::new("topics", "What is it about?") choices values problem/>
/// # };
/// ```
#[component]
pub fn Checkboxes(
    /// The words of the question, and its name.
    words: FieldWords,
    /// The answers to choose from.
    choices: Vec<ChoiceWords>,
    /// The values of the chosen answers, in the order of choosing.
    values: RwSignal<Vec<String>>,
    /// What is not ready yet about the answer, in words.
    #[prop(into)]
    problem: Signal<Option<String>>,
) -> AnyView {
    view! {
        <Field words frame=FieldFrame::Group problem>
            <Boxes choices values/>
        </Field>
    }
    .into_any()
}

#[component]
fn Boxes(choices: Vec<ChoiceWords>, values: RwSignal<Vec<String>>) -> AnyView {
    let ids = FieldIds::here();
    let rows: Vec<AnyView> =
        choices.into_iter().enumerate().map(|(index, choice)| checkbox(&ids, index, choice, values)).collect();
    rows.into_any()
}

fn checkbox(ids: &FieldIds, index: usize, choice: ChoiceWords, values: RwSignal<Vec<String>>) -> AnyView {
    let id = choice_id(ids, index);
    let (own, turned) = (choice.value.clone(), choice.value.clone());
    let ticked = Signal::derive(move || Kept::Ticked(values.with(|values| values.contains(&own))));
    let input = view! {
        <input
            class="tuki-choice__input"
            type="checkbox"
            id=id.clone()
            name=ids.name.clone()
            value=choice.value
            autocomplete="off"
            aria-describedby=hint_id(&id, choice.hint.as_ref())
            aria-invalid=ids.invalid()
            prop:checked=kept(ticked)
            on:change=move |event| values.update(|values| turn(values, &turned, event_target_checked(&event)))
        />
    };
    choice_row(id, input.into_any(), choice.label, choice.hint)
}

/// Puts a value in or takes it out; a value stands once.
fn turn(values: &mut Vec<String>, value: &str, on: bool) {
    values.retain(|known| known != value);
    if on {
        values.push(value.to_owned());
    }
}

/// One box to tick, with its words beside it and no question above.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{FieldWords, Tick};
/// # let ticked = RwSignal::new(false);
/// # let _ = move || view! {
/// <Tick words=FieldWords::new("interest_family_work", "We would like to hear about this") ticked/>
/// # };
/// ```
#[component]
pub fn Tick(
    /// The words beside the box, and its name.
    words: FieldWords,
    /// Whether the box is ticked.
    ticked: RwSignal<bool>,
) -> AnyView {
    let id = control_id(&words.name);
    let shown = Signal::derive(move || Kept::Ticked(ticked.get()));
    let input = view! {
        <input
            class="tuki-choice__input"
            type="checkbox"
            id=id.clone()
            name=words.name
            autocomplete="off"
            aria-describedby=hint_id(&id, words.hint.as_ref())
            prop:checked=kept(shown)
            on:change=move |event| ticked.set(event_target_checked(&event))
        />
    };
    choice_row(id, input.into_any(), words.label, words.hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_once_and_goes_when_unticked() {
        let mut values = vec!["sleep".to_owned()];
        turn(&mut values, "money", true);
        turn(&mut values, "money", true);
        assert_eq!(values, ["sleep", "money"]);
        turn(&mut values, "sleep", false);
        assert_eq!(values, ["money"]);
    }
}
