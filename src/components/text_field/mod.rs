//! One line of typed text, in its field.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::field::{Field, FieldFrame, FieldIds, FieldWords};
use super::kept::kept_text;

/// What is typed into the line: which keyboard a phone offers, how wide the box is, what the browser may fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextKind {
    /// The `type` of the input.
    pub input_type: &'static str,
    /// The `inputmode`, where it differs from what the type gives.
    pub input_mode: Option<&'static str>,
    /// The `autocomplete` token. `off` unless the person has chosen to keep things on this device.
    pub autocomplete: &'static str,
    /// Whether the box is only a few characters wide.
    pub short: bool,
}

impl TextKind {
    /// Ordinary words.
    pub const PLAIN: Self = Self { input_type: "text", input_mode: None, autocomplete: "off", short: false };
    /// A phone number.
    pub const PHONE: Self = Self { input_type: "tel", ..Self::PLAIN };
    /// An e-mail address.
    pub const EMAIL: Self = Self { input_type: "email", ..Self::PLAIN };
    /// A few digits: an age, a year, a postal code.
    pub const DIGITS: Self = Self { input_mode: Some("numeric"), short: true, ..Self::PLAIN };
    /// A passphrase that is not shown while typed.
    pub const SECRET: Self = Self { input_type: "password", ..Self::PLAIN };

    /// The same with an `autocomplete` token, such as `tel`.
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    const fn class(self) -> &'static str {
        if self.short { "tuki-text-field__input tuki-text-field__input--short" } else { "tuki-text-field__input" }
    }
}

impl Default for TextKind {
    fn default() -> Self {
        Self::PLAIN
    }
}

/// A question that is answered on one line.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{FieldWords, TextField, TextKind};
/// # let (value, problem) = (RwSignal::new(String::new()), Signal::<Option<String>>::stored(None));
/// # let _ = move || view! {
/// <TextField words=FieldWords::new("phone", "Phone number") value problem kind=TextKind::PHONE/>
/// # };
/// ```
#[component]
pub fn TextField(
    /// The words of the question, and its name.
    words: FieldWords,
    /// What is typed.
    value: RwSignal<String>,
    /// What is not ready yet about the answer, in words.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// What is typed into the line.
    #[prop(optional)]
    kind: TextKind,
) -> AnyView {
    view! {
        <Field words frame=FieldFrame::Label problem>
            <TextInput value kind/>
        </Field>
    }
    .into_any()
}

/// The bare input, for fields with more than one control. Takes its ids from the [`Field`] around it.
#[component]
fn TextInput(value: RwSignal<String>, kind: TextKind) -> AnyView {
    let ids = FieldIds::here();
    view! {
        <input
            class=kind.class()
            id=ids.control()
            name=ids.name.clone()
            type=kind.input_type
            inputmode=kind.input_mode
            autocomplete=kind.autocomplete
            spellcheck="false"
            aria-describedby=ids.described_by()
            aria-invalid=ids.invalid()
            prop:value=kept_text(value)
            on:input=move |event| value.set(event_target_value(&event))
        />
    }
    .into_any()
}
