//! The frame around every kind of answer: label or legend, hint, problem, and the ties between them.
//! Ids come from the question's name, so that prerendered and live pages agree.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::context::Provider;
use leptos::prelude::*;

use super::kept::words;
use super::texts::t;

/// The words of a question, and its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldWords {
    /// The question's name: the `name` of its control and the stem of its ids. Never `children`.
    pub name: String,
    /// The label or legend.
    pub label: String,
    /// A sentence of help, if any.
    pub hint: Option<String>,
    /// Whether to say "(optional)" after the label.
    pub optional: bool,
}

impl FieldWords {
    /// A question with a name and a label.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), hint: None, optional: false }
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same, marked as optional in words.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

/// What stands around the control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldFrame {
    /// A label for one control.
    Label,
    /// A fieldset with a legend around several controls.
    Group,
    /// A fieldset with a legend around radio buttons; it carries `aria-invalid`, which a radio button may not.
    RadioGroup,
}

/// What a control inside a [`Field`] needs to be tied to it. Found with [`FieldIds::here`].
#[derive(Clone, Debug)]
pub struct FieldIds {
    /// The question's name.
    pub name: String,
    /// The problem to show, if any.
    pub problem: Signal<Option<String>>,
    has_hint: bool,
}

impl FieldIds {
    /// The ids of the field around this control.
    ///
    /// # Panics
    /// Outside a [`Field`], which is a mistake of the program.
    pub fn here() -> Self {
        expect_context()
    }

    /// The id of the (first) control; links of the error summary lead there.
    pub fn control(&self) -> String {
        control_id(&self.name)
    }

    /// The value of `aria-describedby`: the hint, where there is one, and the place of the problem.
    pub fn described_by(&self) -> String {
        let problem = self.problem_id();
        if self.has_hint { format!("{} {problem}", self.hint_id()) } else { problem }
    }

    /// The value of `aria-invalid`: `true` while there is a problem, else no attribute.
    pub fn invalid(&self) -> Signal<Option<&'static str>> {
        let problem = self.problem;
        Signal::derive(move || problem.with(Option::is_some).then_some("true"))
    }

    fn hint_id(&self) -> String {
        format!("field-{}-hint", self.name)
    }

    fn problem_id(&self) -> String {
        format!("field-{}-problem", self.name)
    }
}

/// The id of the first control of the question with this name.
pub fn control_id(name: &str) -> String {
    format!("field-{name}")
}

/// The id of the label of the question with this name.
pub fn label_id(name: &str) -> String {
    format!("field-{name}-label")
}

/// For a question whose answer is never wrong.
pub fn no_problem() -> Signal<Option<String>> {
    Signal::stored(None)
}

/// Label, hint and problem around the controls of one question.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{Field, FieldFrame, FieldWords};
/// # let problem = Signal::<Option<String>>::stored(None);
/// # let _ = move || view! {
/// <Field words=FieldWords::new("age", "Age") frame=FieldFrame::Label problem>
///     <input id="field-age" name="age" aria-describedby="field-age-problem"/>
/// </Field>
/// # };
/// ```
#[component]
pub fn Field(
    /// The words of the question, and its name.
    words: FieldWords,
    /// Label or legend.
    frame: FieldFrame,
    /// What is not ready yet about the answer, in words.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// The controls. They find their ids with [`FieldIds::here`].
    children: Children,
) -> AnyView {
    let ids = FieldIds { name: words.name.clone(), problem, has_hint: words.hint.is_some() };
    let notes = notes(&ids, words.hint.clone());
    let label = label_words(&words);
    let provided = ids.clone();
    let controls = view! { <Provider value=provided>{children()}</Provider> }.into_any();
    match frame {
        FieldFrame::Label => with_label(&ids, label, notes, controls),
        FieldFrame::Group => with_legend(&ids, (label, None), notes, controls),
        FieldFrame::RadioGroup => with_legend(&ids, (label, Some("radiogroup")), notes, controls),
    }
}

fn label_words(words: &FieldWords) -> String {
    if words.optional { format!("{} {}", words.label, t("components.optional")) } else { words.label.clone() }
}

fn notes(ids: &FieldIds, hint: Option<String>) -> AnyView {
    let problem = ids.problem;
    let said = Signal::derive(move || problem.get().unwrap_or_default());
    let hint = hint.map(|hint| view! { <p class="tuki-field__hint" id=ids.hint_id()>{hint}</p> });
    view! {
        {hint}
        <p class="tuki-field__problem" id=ids.problem_id() inner_html=words(said)></p>
    }
    .into_any()
}

fn with_label(ids: &FieldIds, label: String, notes: AnyView, controls: AnyView) -> AnyView {
    view! {
        <div class="tuki-field">
            <label class="tuki-field__label" id=label_id(&ids.name) for=ids.control()>{label}</label>
            {notes}
            {controls}
        </div>
    }
    .into_any()
}

fn with_legend(
    ids: &FieldIds,
    (label, role): (String, Option<&'static str>),
    notes: AnyView,
    controls: AnyView,
) -> AnyView {
    let invalid = ids.invalid();
    let invalid = move || role.and_then(|_| invalid.get());
    view! {
        <fieldset class="tuki-field" role=role aria-describedby=ids.described_by() aria-invalid=invalid>
            <legend class="tuki-field__label">{label}</legend>
            {notes}
            {controls}
        </fieldset>
    }
    .into_any()
}
