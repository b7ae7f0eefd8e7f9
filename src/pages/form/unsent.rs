//! A message that has not left yet: kept beside its draft where one is kept, taken up again with it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::lifecycle,
    delivery::{Event, Sending, State, read_outbox, write_outbox},
    domain::MunicipalityCode,
    pages::{
        form::{
            desk::Stage,
            post::{Of, Post},
        },
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
        Effect::new(move |_| open.get().then(take_up));
        Effect::new(move |_| {
            std::mem::forget(lifecycle::on_online(move || {
                self.feed(Event::Try);
                take_up();
            }));
        });
    }

    /// In memory; on the device too where a draft is kept. The answers stay in both until the digest has come back.
    pub(super) fn store(self) {
        let Some(parcel) = self.with(|inner| inner.parcel.clone()) else { return };
        spawn_local(async move {
            let kept = self.keeper.keep_message(&write_outbox(&parcel)).await;
            self.stored.set(kept);
        });
    }

    pub(super) fn drop_sealed(self) {
        self.with(|inner| inner.parcel = None);
        self.stored.set(false);
        let draft = self.with(|inner| inner.of.take()).and_then(|of| of.draft);
        spawn_local(self.keeper.drop_message_of(draft));
    }

    /// A message that had not left when its draft was last open is taken up again, and tried at once.
    async fn take_up(self) -> Option<()> {
        let message = self.keeper.kept_message().await?;
        loading::choose(self.shared, MunicipalityCode::parse(&self.desk.municipality())?).await?;
        let county = self.shared.choice.get_untracked()?.county;
        let endpoint = county.connection.as_ref()?.endpoint.as_deref()?;
        let parcel = read_outbox(&message, endpoint, &county.id)?;
        match self.state.get_untracked() {
            State::Editing { .. } => {}
            State::Received { .. } => self.begin_anew(),
            State::Sealed | State::Sending | State::OtherChannel => return None,
        }
        let of = Of { form: self.desk.form().form.id, draft: untrack(|| self.keeper.open_draft()) };
        self.with(|inner| {
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
