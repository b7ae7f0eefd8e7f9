//! The code of a draft: four words that are offered, or words of one's own, typed twice.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{Button, ButtonLook, FieldWords, TextField, TextKind, no_problem, texts, texts::t},
    pages::{loading, shared::Shared},
};

/// The shortest code of one's own: below this even a patient guesser by hand gets in.
const SHORTEST_CODE: usize = 8;

/// A code without the spaces that somebody typed too many of: they cannot be seen.
pub(super) fn tidy(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A code that is being chosen. Copies share the same signals.
#[derive(Clone, Copy)]
pub struct CodeChoice {
    shared: Shared,
    /// The offered code, once the vault has drawn it.
    offered: RwSignal<Option<String>>,
    /// Whether the person makes up a code of their own.
    own: RwSignal<bool>,
    typed: RwSignal<String>,
    repeated: RwSignal<String>,
    /// The key of what is not ready yet.
    problem: RwSignal<Option<&'static str>>,
}

impl CodeChoice {
    /// Nothing offered or typed yet.
    pub fn new(shared: Shared) -> Self {
        Self {
            shared,
            offered: RwSignal::new(None),
            own: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            repeated: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
        }
    }

    /// Offers a code, if none has been offered: one that was written down stays.
    pub fn offer_first(self) {
        if self.offered.with_untracked(Option::is_none) {
            self.offer();
        }
    }

    /// Has the vault draw a code out of the language's list of words.
    fn offer(self) {
        spawn_local(async move {
            let words = loading::words(self.shared).await;
            let vault = loading::vault(self.shared).await.ok();
            let code = match (words, vault) {
                (Some(words), Some(vault)) => vault.offer_code(&words).await.ok(),
                _ => None,
            };
            self.problem.set(code.is_none().then_some("drafts.trouble.no_vault.what"));
            self.offered.set(code);
        });
    }

    /// The chosen code; `None` when there is none that can be used, and then the problem is shown.
    pub fn take(self) -> Option<String> {
        if !self.own.get_untracked() {
            let offered = self.offered.get_untracked();
            self.problem.set(offered.is_none().then_some("drafts.trouble.no_vault.what"));
            return offered;
        }
        let (typed, repeated) = (tidy(&self.typed.get_untracked()), tidy(&self.repeated.get_untracked()));
        let problem = problem_of(&typed, &repeated);
        self.problem.set(problem);
        problem.is_none().then_some(typed)
    }

    /// Its part of the page.
    pub fn draw(self) -> AnyView {
        let switch = Callback::new(move |()| {
            self.problem.set(None);
            self.own.update(|own| *own = !*own);
        });
        let part = move || if self.own.get() { own(self) } else { offered(self) };
        let part_of_switch = move || {
            let words = if self.own.get() { t("drafts.code.use_offered") } else { t("drafts.code.own") };
            view! { <Button words on_press=switch look=ButtonLook::Link/> }
        };
        view! {
            <section class="tuki-code">
                <h2>{t("drafts.code.title")}</h2>
                {part}
                <p>{t("drafts.code.forgotten")}</p>
                {part_of_switch}
            </section>
        }
        .into_any()
    }
}

fn offered(code: CodeChoice) -> AnyView {
    let words = texts::texts();
    let another = Callback::new(move |()| code.offer());
    let problem = move || code.problem.get().map(|key| words.get(key).to_owned());
    view! {
        <p>{t("drafts.code.offered")}</p>
        <p role="status">{problem}</p>
        <p class="tuki-code__words" translate="no">{move || code.offered.get()}</p>
        <Button words=t("drafts.code.another") on_press=another look=ButtonLook::Link/>
    }
    .into_any()
}

fn own(code: CodeChoice) -> AnyView {
    let words = texts::texts();
    let problem = Signal::derive(move || code.problem.get().map(|key| words.get(key).to_owned()));
    let strength = move || (!code.typed.with(String::is_empty)).then(|| t(strength(&code.typed.get())));
    let first = FieldWords::new("code", t("drafts.code.own_label")).hint(t("drafts.code.own_hint"));
    let second = FieldWords::new("code_again", t("drafts.code.repeat_label"));
    view! {
        <TextField words=first value=code.typed problem kind=TextKind::SECRET/>
        <p role="status">{strength}</p>
        <TextField words=second value=code.repeated problem=no_problem() kind=TextKind::SECRET/>
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
    fn spaces_too_many_make_no_other_code() {
        assert_eq!(tidy("  tumma esimies   hana\ttyökaveri "), "tumma esimies hana työkaveri");
    }

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
