//! What a message was made of, and what goes once it has been received: those words, and the draft they were kept in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    drafts::{DraftId, Event, State},
    forms::Answers,
    pages::{
        form::{desk::Desk, post::Post},
        keeping::Keeper,
    },
};

/// What a message was made of.
#[derive(Clone)]
pub struct MadeOf {
    /// The id of the form.
    pub form: &'static str,
    /// Its answers when it was sealed. Other words that stand in the form by now are not the message's to take.
    words: Answers,
    /// The draft that was written here, or was being begun.
    draft: Option<DraftId>,
    begun: bool,
}

impl MadeOf {
    /// The open form as it stands now.
    pub fn now(desk: Desk, keeper: Keeper) -> Self {
        let sheet = desk.form();
        Self {
            form: sheet.form.id,
            words: sheet.answers.get_untracked(),
            draft: untrack(|| keeper.draft_written()),
            begun: keeper.state.with_untracked(|state| *state == State::Starting),
        }
    }

    /// The draft it belongs to, where it does: one that was being begun has its number by now.
    pub fn draft(&self, keeper: Keeper) -> Option<DraftId> {
        let begun = || if self.begun { untrack(|| keeper.draft_written()) } else { None };
        self.draft.or_else(begun)
    }

    /// Whether its words still stand in its form. The municipality alone, which follows the selector, does not count.
    pub fn stands_in(&self, desk: Desk) -> bool {
        desk.sheet(self.form).is_some_and(|sheet| sheet.answers.with_untracked(|now| self.words.says_the_same(now)))
    }
}

impl Post {
    /// The message has been received, or the person erases: the words it was made of go, and the draft they were kept in,
    /// unless another form is kept in it too. A draft that another window writes is left alone.
    pub(super) fn erase(self) {
        let Some(of) = self.let_go() else { return };
        let draft = of.draft(self.keeper);
        let drop_message = || spawn_local(self.keeper.drop_message_of(draft));
        if !of.stands_in(self.desk) {
            return drop_message();
        }
        self.desk.clear_form(of.form);
        let written = untrack(|| self.keeper.draft_written());
        if written.is_some() && written == draft && !untrack(|| self.desk.has_answers()) {
            self.keeper.left_over.set(Vec::new());
            self.keeper.feed(Event::Forget);
        } else {
            self.keeper.taken_out();
            drop_message();
        }
    }
}
