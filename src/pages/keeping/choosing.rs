//! The three spoken choices of keeping a draft, none chosen beforehand, and the code for the one that asks for it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{
        Button, ButtonLook, ChoiceWords, FieldWords, Radios, TextField, TextKind, no_problem, texts, texts::t,
    },
    drafts::{Choice, Event},
    pages::{keeping::Keeper, loading},
};

/// The shortest code of one's own: below this even a patient guesser by hand gets in.
const SHORTEST_CODE: usize = 8;

/// What is being chosen.
#[derive(Clone, Copy)]
struct Form {
    keeper: Keeper,
    chosen: RwSignal<String>,
    /// The offered code, once the vault has drawn it.
    offered: RwSignal<Option<String>>,
    /// Whether the person makes up a code of their own.
    own: RwSignal<bool>,
    typed: RwSignal<String>,
    repeated: RwSignal<String>,
    /// The key of what is not ready yet.
    problem: RwSignal<Option<&'static str>>,
}

/// The choice.
#[component]
pub fn Choosing() -> AnyView {
    let form = Form {
        keeper: Keeper::here(),
        chosen: RwSignal::new(String::new()),
        offered: RwSignal::new(None),
        own: RwSignal::new(false),
        typed: RwSignal::new(String::new()),
        repeated: RwSignal::new(String::new()),
        problem: RwSignal::new(None),
    };
    Effect::new(move |_| {
        if form.chosen.with(|chosen| chosen == "with_code") {
            offer(form);
        }
    });
    let words = FieldWords::new("keeping", t("drafts.choice.title")).hint(t("drafts.choice.intro"));
    let choices = ["do_not_keep", "with_code", "without_code"].map(choice).to_vec();
    let code = move || form.chosen.with(|chosen| chosen == "with_code").then(|| code(form));
    let keep = Callback::new(move |()| form.keep());
    let later = Callback::new(move |()| form.keeper.feed(Event::Choose(Choice::DoNotKeep)));
    view! {
        <Radios words choices value=form.chosen problem=no_problem()/>
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

/// Has the vault draw a code out of the language's list of words.
fn offer(form: Form) {
    let shared = form.keeper.shared;
    spawn_local(async move {
        let words = loading::words(shared).await;
        let vault = loading::vault(shared).await.ok();
        if let (Some(words), Some(vault)) = (words, vault) {
            form.offered.set(vault.offer_code(&words).await.ok());
        }
    });
}

fn code(form: Form) -> AnyView {
    let switch = Callback::new(move |()| form.own.update(|own| *own = !*own));
    let part = move || if form.own.get() { own(form) } else { offered(form) };
    let switch_words = if form.own.get_untracked() { t("drafts.code.use_offered") } else { t("drafts.code.own") };
    view! {
        <section class="tuki-code">
            <h2>{t("drafts.code.title")}</h2>
            {part}
            <p>{t("drafts.code.forgotten")}</p>
            <Button words=switch_words on_press=switch look=ButtonLook::Link/>
        </section>
    }
    .into_any()
}

fn offered(form: Form) -> AnyView {
    let another = Callback::new(move |()| offer(form));
    view! {
        <p>{t("drafts.code.offered")}</p>
        <p class="tuki-code__words" translate="no">{move || form.offered.get()}</p>
        <Button words=t("drafts.code.another") on_press=another look=ButtonLook::Link/>
    }
    .into_any()
}

fn own(form: Form) -> AnyView {
    let words = texts::texts();
    let problem = Signal::derive(move || form.problem.get().map(|key| words.get(key).to_owned()));
    let strength = move || (!form.typed.with(String::is_empty)).then(|| t(strength(&form.typed.get())));
    let first = FieldWords::new("code", t("drafts.code.own_label")).hint(t("drafts.code.own_hint"));
    let second = FieldWords::new("code_again", t("drafts.code.repeat_label"));
    view! {
        <TextField words=first value=form.typed problem kind=TextKind::SECRET/>
        <p role="status">{strength}</p>
        <TextField words=second value=form.repeated problem=no_problem() kind=TextKind::SECRET/>
    }
    .into_any()
}

/// How hard a code is to guess, in words. Counted from length and words, since no list of bad codes is at hand.
fn strength(code: &str) -> &'static str {
    let words = code.split_whitespace().count();
    match code.chars().count() {
        ..12 => "drafts.code.strength.weak",
        12..20 if words < 3 => "drafts.code.strength.fair",
        _ => "drafts.code.strength.strong",
    }
}

impl Form {
    fn keep(self) {
        let choice = match self.chosen.get_untracked().as_str() {
            "do_not_keep" => Choice::DoNotKeep,
            "without_code" => Choice::WithoutCode,
            "with_code" if self.take_code() => Choice::WithCode,
            _ => return,
        };
        self.keeper.feed(Event::Choose(choice));
    }

    /// Hands the code to the keeper; false when there is none that can be used.
    fn take_code(self) -> bool {
        let (typed, repeated) = (self.typed.get_untracked(), self.repeated.get_untracked());
        let problem = self.own.get_untracked().then(|| problem_of(&typed, &repeated)).flatten();
        self.problem.set(problem);
        let code = if self.own.get_untracked() { Some(typed) } else { self.offered.get_untracked() };
        let ready = problem.is_none() && code.is_some();
        if ready {
            self.keeper.set_code(code);
        }
        ready
    }
}

/// The key of what is wrong with a code of one's own.
fn problem_of(typed: &str, repeated: &str) -> Option<&'static str> {
    match typed.chars().count() {
        0 => Some("drafts.code.missing"),
        1..SHORTEST_CODE => Some("drafts.code.strength.weak"),
        _ if typed != repeated => Some("drafts.code.differs"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_ones_own_is_long_enough_and_typed_twice() {
        for (typed, repeated, expected) in [
            ("", "", Some("drafts.code.missing")),
            ("salaisu", "salaisu", Some("drafts.code.strength.weak")),
            ("salaisuus", "salaisuud", Some("drafts.code.differs")),
            ("salaisuus", "salaisuus", None),
        ] {
            assert_eq!(problem_of(typed, repeated), expected, "{typed}");
        }
    }
}
