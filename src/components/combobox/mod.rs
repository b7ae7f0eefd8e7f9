//! A line of text that offers matches while it is typed: an ARIA 1.2 combobox with a list of options.
//! The list stands below the line in the page's flow, so that nothing hides it on a small screen or in a frame.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

mod moves;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use self::moves::{Move, move_for};
use super::field::{Field, FieldFrame, FieldIds, FieldWords, label_id};
use super::kept::{kept_text, words as kept_words};
use super::texts::texts;

/// One match that is offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComboboxRow {
    /// What is told to the page when this row is chosen, such as a municipality code. Letters, digits and hyphens.
    pub id: String,
    /// The name, put into the line when chosen.
    pub label: String,
    /// What tells it from others, such as the county. May be empty.
    pub detail: String,
}

/// What the combobox shows. Keep the rows few (eight), best first.
#[derive(Clone, Copy, Debug)]
pub struct ComboboxState {
    /// What is typed.
    pub query: RwSignal<String>,
    /// The matches for what is typed.
    pub rows: Signal<Vec<ComboboxRow>>,
    /// What is not ready yet about the answer, in words.
    pub problem: Signal<Option<String>>,
}

/// What the page does when something happens.
#[derive(Clone, Copy, Debug)]
pub struct ComboboxActions {
    /// Somebody typed; the new text.
    pub on_query: Callback<String>,
    /// A row was chosen; its id.
    pub on_choose: Callback<String>,
    /// The arrow keys moved to an option; the id of its element, for the page to bring into view.
    pub on_active: Callback<String>,
}

/// Which option the arrow keys are on, and whether the list is offered.
#[derive(Clone, Copy)]
struct Offer {
    state: ComboboxState,
    actions: ComboboxActions,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
}

/// A line of text that offers matches. The text that was typed stays until a match is chosen.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{Combobox, ComboboxActions, ComboboxState, FieldWords};
/// # fn page(state: ComboboxState, actions: ComboboxActions) -> impl IntoView { view! {
/// <Combobox words=FieldWords::new("municipality", "Municipality or postal code") state actions/>
/// # } }
/// ```
#[component]
pub fn Combobox(
    /// The words of the question, and its name.
    words: FieldWords,
    /// What is shown.
    state: ComboboxState,
    /// What the page does when something happens.
    actions: ComboboxActions,
) -> AnyView {
    let offer = Offer { state, actions, open: RwSignal::new(false), active: RwSignal::new(None) };
    view! {
        <Field words frame=FieldFrame::Label problem=state.problem>
            <Line offer/>
            <Matches offer/>
        </Field>
    }
    .into_any()
}

#[component]
fn Line(offer: Offer) -> AnyView {
    let ids = FieldIds::here();
    let control = ids.control();
    let shown = move || if offer.is_shown() { "true" } else { "false" };
    let active = move || offer.active_row().map(|row| option_id(&control, &row.id));
    let stem = ids.control();
    view! {
        <input
            class="tuki-text-field__input"
            id=ids.control()
            name=ids.name.clone()
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-autocomplete="list"
            aria-controls=list_id(&ids.control())
            aria-expanded=shown
            aria-activedescendant=active
            aria-describedby=ids.described_by()
            aria-invalid=ids.invalid()
            prop:value=kept_text(offer.state.query)
            on:input=move |event| offer.typed(event_target_value(&event))
            on:keydown=move |event| offer.key(&event, &stem)
        />
    }
    .into_any()
}

#[component]
fn Matches(offer: Offer) -> AnyView {
    let control = FieldIds::here().control();
    // The line's own name would be what is typed in it, in some browsers.
    let (list, label) = (list_id(&control), label_id(&FieldIds::here().name));
    let rows = move || {
        let rows = offer.state.rows.get().into_iter().enumerate();
        rows.map(|(index, row)| option(offer, index, row, &control)).collect::<Vec<AnyView>>()
    };
    view! {
        <p class="tuki-combobox__count" role="status" inner_html=kept_words(count_words(offer))></p>
        <ul
            class="tuki-combobox__list"
            id=list
            role="listbox"
            aria-labelledby=label
            translate="no"
            hidden=move || !offer.is_shown()
            // Keeps the cursor in the line when an option is pressed.
            on:mousedown=|event| event.prevent_default()
        >
            {rows}
        </ul>
    }
    .into_any()
}

fn option(offer: Offer, index: usize, row: ComboboxRow, control: &str) -> AnyView {
    let selected = move || if offer.active.get() == Some(index) { "true" } else { "false" };
    let id = option_id(control, &row.id);
    view! {
        <li
            class="tuki-combobox__option"
            id=id
            role="option"
            aria-selected=selected
            on:click=move |_| offer.choose(index)
        >
            <span>{row.label}</span>
            " "
            <span class="tuki-combobox__detail">{row.detail}</span>
        </li>
    }
    .into_any()
}

/// How many matches there are, in words: spoken, and shown, since "none" is news for everybody.
fn count_words(offer: Offer) -> Signal<String> {
    let texts = texts();
    Signal::derive(move || {
        if !offer.open.get() || offer.state.query.with(|query| query.trim().is_empty()) {
            return String::new();
        }
        match offer.state.rows.with(Vec::len) {
            0 => texts.get("components.matches.none").to_owned(),
            count => texts.count("components.matches", count),
        }
    })
}

fn list_id(control: &str) -> String {
    format!("{control}-list")
}

fn option_id(control: &str, row: &str) -> String {
    format!("{control}-option-{row}")
}

impl Offer {
    fn is_shown(self) -> bool {
        self.open.get() && self.state.rows.with(|rows| !rows.is_empty())
    }

    fn active_row(self) -> Option<ComboboxRow> {
        let active = self.active.get().filter(|_| self.open.get())?;
        self.state.rows.with(|rows| rows.get(active).cloned())
    }

    fn typed(self, text: String) {
        self.active.set(None);
        self.open.set(true);
        self.state.query.set(text.clone());
        self.actions.on_query.run(text);
    }

    fn key(self, event: &KeyboardEvent, control: &str) {
        // A key that still composes a letter (dead keys, other scripts) is not ours.
        if event.is_composing() {
            return;
        }
        let open = self.open.get_untracked();
        let rows = self.state.rows.with_untracked(Vec::len);
        let Some(step) = move_for(&event.key(), open, self.active.get_untracked(), rows) else { return };
        if step.takes_the_key() {
            event.prevent_default();
        }
        self.make(step, control);
    }

    fn make(self, step: Move, control: &str) {
        match step {
            Move::To(index) => self.go_to(index, control),
            Move::Choose(index) => self.choose(index),
            Move::Close | Move::CloseAndLeave => {
                self.open.set(false);
                self.active.set(None);
            }
        }
    }

    fn go_to(self, index: usize, control: &str) {
        self.open.set(true);
        self.active.set(Some(index));
        if let Some(row) = self.state.rows.with_untracked(|rows| rows.get(index).cloned()) {
            self.actions.on_active.run(option_id(control, &row.id));
        }
    }

    fn choose(self, index: usize) {
        let Some(row) = self.state.rows.with_untracked(|rows| rows.get(index).cloned()) else { return };
        self.open.set(false);
        self.active.set(None);
        self.state.query.set(row.label);
        self.actions.on_choose.run(row.id);
    }
}
