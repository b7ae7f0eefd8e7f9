//! Draws any question: one control for each kind of answer, tied to the sheet.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{
        AreaSize, Checkboxes, ChoiceWords, Field, FieldFrame, FieldWords, Group, GroupChange, GroupWords, Radios,
        TextArea, TextField, TextKind, control_id, texts,
    },
    forms::{Kind, Question, keys},
    pages::{form::sheet::Sheet, keeping::Keeper, selector::Selector, shared::Shared},
};

/// A question, or that of one row of a group.
pub fn draw(sheet: Sheet, question: &'static Question, row: Option<usize>) -> AnyView {
    let problem = sheet.problem(question, row);
    let words = words(sheet, question, row);
    match question.kind {
        Kind::Text | Kind::Phone | Kind::Email => {
            let kind = text_kind(question);
            view! { <TextField words value=text(sheet, question, row) problem kind/> }.into_any()
        }
        Kind::LongText => {
            let size = AreaSize { rows: if question.limit > 2_000 { 10 } else { 4 }, limit: question.limit };
            view! { <TextArea words value=text(sheet, question, row) problem size/> }.into_any()
        }
        Kind::One(_) => {
            let choices = choices(sheet, question);
            view! { <Radios words choices value=one(sheet, question, row) problem/> }.into_any()
        }
        Kind::Many(_) => {
            let choices = choices(sheet, question);
            view! { <Checkboxes words choices values=many(sheet, question, row) problem/> }.into_any()
        }
        Kind::Municipality => view! { <Selector words problem/> }.into_any(),
        Kind::Group(inner) => group(sheet, question, inner, problem),
    }
}

fn words(sheet: Sheet, question: &'static Question, row: Option<usize>) -> FieldWords {
    let required = sheet.look(question, row, |answers| (question.required)(answers));
    let shared = texts::texts();
    let (label, hint) = untrack(|| sheet.wording(&shared, |wording| (wording.label(question), wording.hint(question))));
    FieldWords { name: question.field(row), label, hint, optional: !required }
}

fn choices(sheet: Sheet, question: &'static Question) -> Vec<ChoiceWords> {
    let shared = texts::texts();
    let words = |choice: &crate::forms::Choice| {
        let label = untrack(|| sheet.wording(&shared, |wording| wording.choice(question, *choice)));
        ChoiceWords::new(choice.code(), label)
    };
    question.choices().iter().map(words).collect()
}

/// What the browser knows of the writer is offered only to somebody who has chosen to keep things on this device.
fn text_kind(question: &'static Question) -> TextKind {
    let kind = match question.kind {
        Kind::Phone => TextKind::PHONE,
        Kind::Email => TextKind::EMAIL,
        _ => TextKind::default(),
    };
    match question.purpose.filter(|_| Keeper::here().keeps_without_code()) {
        Some(purpose) => kind.autocomplete(purpose),
        None => kind,
    }
}

/// What is typed, kept in step with the sheet. Text that stood in the page before the program came is taken over.
fn text(sheet: Sheet, question: &'static Question, row: Option<usize>) -> RwSignal<String> {
    let value = RwSignal::new(sheet.look(question, row, |answers| answers.text(question.name).to_owned()));
    let shared = Shared::here();
    let (name, id) = (question.field(row), control_id(&question.field(row)));
    Effect::new(move |before: Option<()>| {
        let now = value.get();
        if before.is_some() {
            sheet.change(question, row, |answers| answers.set_text(question.name, &now));
        } else if let Some(typed) = typed_before(shared, &name, &id, &now) {
            value.set(typed);
        }
    });
    value
}

/// What stood in the page before the program came, where nothing was answered yet; or what was typed into the page of a broken
/// instance, which may be newer than what that one had noticed.
fn typed_before(shared: Shared, name: &str, id: &str, now: &str) -> Option<String> {
    let rescued = shared.take_typed(name).filter(|typed| typed != now);
    rescued.or_else(|| page::typed(id).filter(|typed| now.is_empty() && !typed.is_empty()))
}

/// The chosen answer, kept in step with the sheet.
fn one(sheet: Sheet, question: &'static Question, row: Option<usize>) -> RwSignal<String> {
    let chosen = sheet.look(question, row, |answers| answers.chosen(question.name).first().map(ToString::to_string));
    let value = RwSignal::new(chosen.unwrap_or_default());
    let name = question.field(row);
    Effect::new(move |before: Option<()>| {
        let now = value.get();
        match before {
            Some(()) => sheet.change(question, row, |answers| answers.choose(question.name, &now)),
            None => page::ticked(&name).into_iter().take(1).filter(|_| now.is_empty()).for_each(|code| value.set(code)),
        }
    });
    value
}

/// The chosen answers, kept in step with the sheet.
fn many(sheet: Sheet, question: &'static Question, row: Option<usize>) -> RwSignal<Vec<String>> {
    let chosen =
        |answers: &crate::forms::Answers| answers.chosen(question.name).iter().map(ToString::to_string).collect();
    let values = RwSignal::new(sheet.look(question, row, chosen));
    let name = question.field(row);
    Effect::new(move |before: Option<()>| {
        let now: Vec<String> = values.get();
        match before {
            Some(()) => sheet.change(question, row, |answers| {
                answers.set_chosen(question.name, now.iter().map(String::as_str));
            }),
            None => {
                let ticked = page::ticked(&name);
                if now.is_empty() && !ticked.is_empty() {
                    values.set(ticked);
                }
            }
        }
    });
    values
}

/// The same few questions again for each person of a list. The first row is there without being asked for.
fn group(
    sheet: Sheet,
    question: &'static Question,
    inner: &'static [Question],
    problem: Signal<Option<String>>,
) -> AnyView {
    let asked = words(sheet, question, None);
    // The problem of a list as a whole, such as too many rows, leads to the list.
    let id = control_id(&asked.name);
    let words = GroupWords { one: texts::t(keys::ROW), add: texts::t(keys::ADD_ROW) };
    let rows = Memo::new(move |_| sheet.answers.with(|answers| answers.rows(question.name).len()).max(1));
    // What stands in the rows moves up when one goes, also into the only one there is: they are drawn anew.
    let removed = RwSignal::new(());
    let keys = Signal::derive(move || {
        removed.track();
        (0..rows.get()).collect::<Vec<_>>()
    });
    let draw_row = Callback::new(move |row: usize| {
        inner.iter().map(|question| draw(sheet, question, Some(row))).collect_view().into_any()
    });
    let list = format!("#{id}");
    let on_change = Callback::new(move |change| {
        sheet.answers.update(|answers| match change {
            GroupChange::Add => answers.change_row(question.name, answers.rows(question.name).len().max(1), |_| ()),
            GroupChange::Remove(row) => answers.remove_row(question.name, row),
        });
        // The pressed button may be gone: the focus goes on in the new row, or stays with the list.
        let target = match change {
            GroupChange::Add => format!("{list} .tuki-group__row:last-of-type :is(input, textarea)"),
            GroupChange::Remove(_) => {
                removed.notify();
                list.clone()
            }
        };
        page::after_drawing(move || {
            page::focus(&target);
        });
    });
    view! {
        <Field words=asked frame=FieldFrame::Group problem>
            <div id=id tabindex="-1"><Group words keys draw=draw_row on_change/></div>
        </Field>
    }
    .into_any()
}
