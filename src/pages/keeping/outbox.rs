//! The unsent message beside an open draft: sealed once more with the draft's key, kept only where a draft is kept.

use leptos::prelude::*;

use crate::{
    browser::shelf::IndexedDbShelf,
    drafts::{DraftId, Shelf, State},
    pages::keeping::Keeper,
};

impl Keeper {
    /// Whether a draft is open here and kept.
    pub fn is_open(self) -> bool {
        self.state.with(|state| matches!(state, State::Open(_)))
    }

    /// Keeps the bytes of an unsent message beside this draft. False where it is not the open one, or the message did not fit.
    pub async fn keep_message(self, draft: DraftId, message: &[u8]) -> bool {
        let open = untrack(|| self.is_open() && self.open_draft() == Some(draft));
        let Some(vault) = self.with(|inner| inner.vault.clone()).filter(|_| open) else { return false };
        match vault.save(message).await {
            Ok(sealed) => IndexedDbShelf.keep_message(draft, Some(sealed.bytes)).await.is_ok(),
            Err(_) => false,
        }
    }

    /// Lets go of the unsent message beside this draft, if there is one.
    pub async fn drop_message_of(self, draft: Option<DraftId>) {
        if let Some(draft) = draft {
            // What cannot be deleted now goes with the draft.
            let _ = IndexedDbShelf.keep_message(draft, None).await;
        }
    }

    /// The bytes of an unsent message that is kept beside the open draft.
    pub async fn kept_message(self) -> Option<Vec<u8>> {
        let open = untrack(|| self.is_open());
        let (draft, vault) = self.with(|inner| inner.draft.zip(inner.vault.clone())).filter(|_| open)?;
        let sealed = IndexedDbShelf.message(draft).await.ok()??;
        vault.read(&sealed).await.ok()
    }
}
