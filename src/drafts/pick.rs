//! Reading a draft back: the highest revision that opens, else the other one, else saying so.

use super::{DraftRecord, Revision, Slot, Slots, Unreadable, read_record};

/// What was found in the two slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Neither slot holds anything.
    Nothing,
    /// This record opened.
    Opened(Box<Picked>),
    /// A newer program wrote it: it is left alone.
    Newer {
        /// The version that stands in the record.
        version: u32,
    },
    /// Something is there, and none of it opens.
    NoneOpens,
}

/// A record that opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The record, moved forward to the present version.
    pub record: DraftRecord,
    /// The revision that opened.
    pub revision: Revision,
    /// The revision to save next.
    pub next: Revision,
    /// Whether a newer save is there that did not open.
    pub older: bool,
    /// Whether the record was moved forward: its old slot is kept until the new one has been seen to open.
    pub moved: bool,
}

/// Opens the slots with `open` (the vault), highest revision first, and reads the first record that is whole.
pub async fn pick(slots: &Slots, open: impl AsyncFn(&[u8]) -> Option<Vec<u8>>) -> Pick {
    let candidates = slots.newest_first();
    for (place, slot) in candidates.iter().enumerate() {
        let Some(json) = open(&slot.sealed).await else { continue };
        match read_record(&json) {
            Ok((record, moved)) => return opened(slots, slot, record, place > 0, moved),
            Err(Unreadable::Newer { version }) => return Pick::Newer { version },
            Err(Unreadable::Broken) => {}
        }
    }
    if candidates.is_empty() { Pick::Nothing } else { Pick::NoneOpens }
}

fn opened(slots: &Slots, slot: &Slot, record: DraftRecord, older: bool, moved: bool) -> Pick {
    let revision = slot.revision;
    let next = slots.next_beside(revision.slot());
    Pick::Opened(Box::new(Picked { record, revision, next, older, moved }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// Runs a future that never waits for anything.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("the future waits for something"),
        }
    }

    fn record(step: &str) -> String {
        let (version, form_version) = (DraftRecord::VERSION, 1);
        let (form, language, step) = ("self_referral".to_owned(), "fi".to_owned(), step.to_owned());
        let (municipality, answers, saved_at, expires_at) = (None, BTreeMap::new(), 0, 0);
        let others = BTreeMap::new();
        DraftRecord { version, form, form_version, language, municipality, step, answers, others, saved_at, expires_at }
            .to_json()
    }

    fn slot(number: u64, content: &str) -> Option<Slot> {
        let revision = Revision::new(number).expect("not zero");
        Some(Slot { revision, writer: 1, saved_at: 0, expires_at: 0, sealed: content.as_bytes().to_vec() })
    }

    /// Stands for the vault: opens everything but bytes that begin with "damaged".
    async fn open(sealed: &[u8]) -> Option<Vec<u8>> {
        (!sealed.starts_with(b"damaged")).then(|| sealed.to_vec())
    }

    fn picked(a: Option<Slot>, b: Option<Slot>) -> Pick {
        now(pick(&Slots { a, b }, open))
    }

    fn summary(pick: &Pick) -> (&str, u64, u64, bool) {
        let Pick::Opened(picked) = pick else { panic!("{pick:?}") };
        (&picked.record.step, picked.revision.number(), picked.next.number(), picked.older)
    }

    #[test]
    fn the_highest_revision_wins() {
        let pick = picked(slot(3, &record("old")), slot(4, &record("new")));
        assert_eq!(summary(&pick), ("new", 4, 5, false));
    }

    #[test]
    fn the_other_slot_is_read_when_the_highest_does_not_open_and_is_not_overwritten_next() {
        for bad in ["damaged", "no record"] {
            let pick = picked(slot(5, bad), slot(4, &record("before")));
            assert_eq!(summary(&pick), ("before", 4, 7, true));
        }
    }

    #[test]
    fn a_missing_slot_is_no_trouble() {
        assert_eq!(summary(&picked(None, slot(2, &record("only")))), ("only", 2, 3, false));
    }

    #[test]
    fn nothing_and_nothing_that_opens_are_told_apart() {
        assert_eq!(picked(None, None), Pick::Nothing);
        assert_eq!(picked(slot(1, "damaged"), slot(2, "{}")), Pick::NoneOpens);
    }

    #[test]
    fn a_newer_version_is_left_alone_even_when_an_older_save_would_open() {
        let newer = r#"{"v":2}"#;
        assert_eq!(picked(slot(5, newer), slot(4, &record("older"))), Pick::Newer { version: 2 });
    }
}
