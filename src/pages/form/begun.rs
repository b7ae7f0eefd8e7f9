//! A form in which something was written already: one goes on with it, or starts over.

use leptos::prelude::*;

use crate::{
    components::{Button, texts::t},
    forms::{Form, entry::EntryOutcome},
    pages::{
        form::desk::Desk,
        keeping::{Asking, Keeper},
    },
};

/// The way into a form: to its beginning, or, where something stands in it, the choice to continue or to start over.
pub fn draw(desk: Desk, outcome: EntryOutcome, form: &'static Form) -> AnyView {
    let begin = Callback::new(move |()| desk.begin(outcome, form));
    if !desk.is_begun(form) {
        return view! { <Button words=t("entry.begin") on_press=begin/> }.into_any();
    }
    let keeper = Keeper::here();
    let start_over = Callback::new(move |()| {
        keeper.taken_out();
        desk.clear_form(form.id);
        desk.begin(outcome, form);
    });
    view! {
        <p>{t("entry.begun.text")}</p>
        <Button words=t("entry.begun.continue") on_press=Callback::new(move |()| desk.resume(form))/>
        <Asking key=start_over_key name="start-over".to_owned() on_confirm=start_over/>
    }
    .into_any()
}

fn start_over_key(part: &str) -> String {
    format!("entry.start_over.{part}")
}
