//! The three spoken choices of keeping a draft, none chosen beforehand, and the code for the one that asks for it.

use leptos::prelude::*;

use crate::{
    components::{Button, ButtonLook, ChoiceWords, FieldWords, Radios, texts, texts::t},
    drafts::{Choice, Event},
    pages::keeping::{Keeper, code::CodeChoice},
};

/// What is being chosen.
#[derive(Clone, Copy)]
struct Form {
    keeper: Keeper,
    chosen: RwSignal<String>,
    /// Whether "keep" was pressed before a way was chosen.
    none_chosen: RwSignal<bool>,
    code: CodeChoice,
}

/// The choice.
#[component]
pub fn Choosing() -> AnyView {
    let keeper = Keeper::here();
    let form = Form {
        keeper,
        chosen: RwSignal::new(String::new()),
        none_chosen: RwSignal::new(false),
        code: CodeChoice::new(keeper.shared),
    };
    let words = texts::texts();
    let problem = Signal::derive(move || {
        let none = form.none_chosen.get() && form.chosen.with(String::is_empty);
        none.then(|| words.get("drafts.choice.missing").to_owned())
    });
    Effect::new(move |_| {
        if form.chosen.with(|chosen| chosen == "with_code") {
            form.code.offer_first();
        }
    });
    let words = FieldWords::new("keeping", t("drafts.choice.title")).hint(t("drafts.choice.intro"));
    let choices = ["do_not_keep", "with_code", "without_code"].map(choice).to_vec();
    let code = move || form.chosen.with(|chosen| chosen == "with_code").then(|| form.code.draw());
    let keep = Callback::new(move |()| form.keep());
    let later = Callback::new(move |()| form.keeper.feed(Event::Choose(Choice::DoNotKeep)));
    view! {
        <Radios words choices value=form.chosen problem/>
        {code}
        <div class="tuki-buttons">
            <Button words=t("drafts.choice.actions.keep") on_press=keep look=ButtonLook::Secondary/>
            <Button words=t("drafts.choice.actions.later") on_press=later look=ButtonLook::Quiet/>
        </div>
    }
    .into_any()
}

fn choice(name: &str) -> ChoiceWords {
    let key = |part: &str| t(&format!("drafts.choice.{name}.{part}"));
    ChoiceWords::new(name, key("label")).hint(key("hint"))
}

impl Form {
    fn keep(self) {
        let choice = match self.chosen.get_untracked().as_str() {
            "do_not_keep" => Choice::DoNotKeep,
            "without_code" => Choice::WithoutCode,
            "with_code" if self.take_code() => Choice::WithCode,
            _ => return self.none_chosen.set(true),
        };
        self.keeper.feed(Event::Choose(choice));
    }

    /// Hands the code to the keeper; false when there is none that can be used.
    fn take_code(self) -> bool {
        let Some(code) = self.code.take() else { return false };
        self.keeper.set_code(Some(code));
        true
    }
}
