//! A button for something that cannot be undone: it asks once more, in its own place, before anything happens.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{Button, ButtonLook, texts::t},
};

/// The button, and after it is pressed the question.
#[component]
pub fn Asking(
    /// The key of each part of its words: `action`, `title`, `text`, `confirm` and `cancel`.
    key: fn(&str) -> String,
    /// A name that tells this question from others on the page; focus follows it.
    name: String,
    /// What else is said with the question.
    #[prop(optional)]
    more: Option<Callback<(), AnyView>>,
    /// How the first button looks.
    #[prop(default = ButtonLook::Quiet)]
    look: ButtonLook,
    /// What happens after the second yes.
    on_confirm: Callback<()>,
) -> AnyView {
    let asking = RwSignal::new(false);
    let within = name.clone();
    // Whoever listens or uses a keyboard is taken along: to the question, and back to the button.
    let show = Callback::new(move |asks: bool| {
        asking.set(asks);
        let target = format!("#{within} {}", if asks { "h2" } else { "button" });
        page::after_drawing(move || {
            page::focus(&target);
        });
    });
    let button = format!("#{name} button");
    let confirm = Callback::new(move |()| {
        asking.set(false);
        on_confirm.run(());
        // Unless what was confirmed leads on, the focus goes back to where the question came from.
        let button = button.clone();
        page::after_drawing(move || {
            if page::has_lost_focus() {
                page::focus(&button);
            }
        });
    });
    let words = move |part: &str| t(&key(part));
    let view = move || {
        if !asking.get() {
            return view! { <Button words=words("action") on_press=Callback::new(move |()| show.run(true)) look/> }
                .into_any();
        }
        view! {
            <h2>{words("title")}</h2>
            <p>{words("text")}</p>
            {more.map(|more| more.run(()))}
            <div class="tuki-buttons">
                <Button words=words("confirm") on_press=confirm look=ButtonLook::Danger/>
                <Button words=words("cancel") on_press=Callback::new(move |()| show.run(false)) look=ButtonLook::Quiet/>
            </div>
        }
        .into_any()
    };
    view! { <div id=name class="tuki-asking">{view}</div> }.into_any()
}
