//! A message that has not left yet: kept beside its draft where one is kept, taken up again with it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{later, lifecycle},
    delivery::{Event, Sending, State, read_outbox, write_outbox},
    domain::MunicipalityCode,
    pages::{
        form::{desk::Stage, made_of::MadeOf, post::Post},
        loading,
    },
};

impl Post {
    /// Tries at once when the network is back, and when a draft is opened that has an unsent message beside it, whatever
    /// page is shown, for as long as the page lives.
    pub fn follow(self) {
        let take_up = move || {
            spawn_local(async move {
                // Without a kept message, or without the county's data, there is nothing to try.
                let _ = self.take_up().await;
            });
        };
        let open = Memo::new(move |_| self.keeper.is_open());
        Effect::new(move |_| {
            if open.get() {
                let of = MadeOf::now(self.desk, self.keeper);
                self.with(|inner| inner.opened = Some(of));
                take_up();
            }
        });
        Effect::new(move |_| {
            std::mem::forget(lifecycle::on_online(move || {
                // Nothing waits to be sent before the rest of the program is here.
                if later::is_here() {
                    self.feed(Event::Try);
                    take_up();
                }
            }));
        });
    }

    /// In memory; on the device too where a draft is kept. The answers stay in both until the digest has come back.
    pub(super) fn store(self) {
        let (Some(parcel), Some(of)) = self.with(|inner| (inner.parcel.clone(), inner.of.clone())) else { return };
        let Some(draft) = of.draft(self.keeper) else { return };
        spawn_local(async move {
            let kept = self.keeper.keep_message(draft, &write_outbox(&parcel)).await;
            let still_waits = self.with(|inner| inner.parcel.as_ref().is_some_and(|now| now.digest == parcel.digest));
            if still_waits {
                self.stored.set(kept);
            } else {
                // It has left, or was dropped, while it was being stored.
                self.keeper.drop_message_of(Some(draft)).await;
            }
        });
    }

    pub(super) fn drop_sealed(self) {
        self.stored.set(false);
        let draft = self.let_go().and_then(|of| of.draft(self.keeper));
        spawn_local(self.keeper.drop_message_of(draft));
    }

    /// A message that had not left when its draft was last open is taken up again, and tried at once.
    async fn take_up(self) -> Option<()> {
        let message = self.keeper.kept_message().await?;
        let code = MunicipalityCode::parse(&untrack(|| self.desk.municipality()))?;
        if self.shared.chosen() != Some(code) {
            loading::choose(self.shared, code).await?;
        }
        let county = self.shared.choice.get_untracked()?.county;
        let endpoint = county.connection.as_ref()?.endpoint.as_deref()?;
        let parcel = read_outbox(&message, endpoint, &county.id)?;
        // Words that were changed since are not sent over, and nobody who writes is taken to another page: the next "send" is
        // theirs.
        let of = self.with(|inner| inner.opened.clone()).filter(|of| of.stands_in(self.desk))?;
        match self.state.get_untracked() {
            State::Editing { .. } => {}
            State::Received { .. } => self.begin_anew(),
            State::Sealed | State::Sending | State::OtherChannel => return None,
        }
        self.with(|inner| {
            inner.sealing += 1;
            inner.sending = Sending::from_outbox(parcel.digest);
            inner.parcel = Some(parcel);
            inner.of = Some(of);
        });
        self.stored.set(true);
        self.state.set(State::Sealed);
        self.desk.show(Stage::Sending);
        self.feed(Event::Try);
        Some(())
    }
}
