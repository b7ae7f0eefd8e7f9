//! Short stories of a draft, one for each promise that is made to the person.

use super::*;
use crate::drafts::SlotName;

const TOLD_FULL: Command = Do::Tell(Message::Trouble(Trouble::Full));

fn revision(number: u64) -> Revision {
    Revision::new(number).expect("not zero")
}

fn timer(milliseconds: u32) -> Command {
    Do::StartTimer { milliseconds }
}

fn saved(number: u64) -> Command {
    Do::Tell(Message::Saved(revision(number)))
}

fn after(events: impl IntoIterator<Item = Event>) -> Machine {
    let mut machine = Machine::new();
    for event in events {
        machine.on(event);
    }
    machine
}

/// A draft that has just been kept, its first save stored.
fn kept() -> Machine {
    let first = Revision::FIRST;
    let choice = Event::Choose(Choice::WithCode);
    after([Event::ShowChoices, choice, Event::Started, Event::Sealed(first), Event::Saved(first)])
}

/// A stored draft that has just been opened here.
fn resumed(reading: Reading) -> Machine {
    let resume = Event::Resume { age: Age::Fresh, anyway: false };
    after([resume, Event::LockGranted, Event::Unlocked, Event::Read(reading)])
}

#[test]
fn nothing_is_kept_until_a_way_of_keeping_is_chosen() {
    let mut machine = Machine::new();
    for event in [Event::Typed { at: 0 }, Event::Timer, Event::Hidden, Event::PageHide, Event::ShowChoices] {
        assert_eq!(machine.on(event), [], "{event:?}");
    }
    assert_eq!(machine.on(Event::Choose(Choice::DoNotKeep)), []);
    assert!(machine.asks_before_leaving(), "something was written and lives in memory only");
    assert!(!Machine::new().asks_before_leaving(), "nothing was written");
}

#[test]
fn choosing_makes_a_key_and_saves_what_is_there() {
    let mut machine = after([Event::Typed { at: 5 }, Event::ShowChoices]);
    assert_eq!(machine.on(Event::Choose(Choice::WithCode)), [Do::MakeKey { with_code: true }]);
    assert_eq!(machine.on(Event::Started), [Do::StopTimer, Do::Seal(Revision::FIRST)]);
    let write = Do::Write { slot: SlotName::A, revision: Revision::FIRST };
    assert_eq!(machine.on(Event::Sealed(Revision::FIRST)), [write]);
    assert_eq!(machine.on(Event::Saved(Revision::FIRST)), [saved(1)]);
    assert!(!machine.asks_before_leaving());
}

#[test]
fn a_pause_of_300_ms_saves_and_two_seconds_of_typing_do_too() {
    let mut machine = kept();
    for (at, wait) in [(1_000, 300), (1_200, 300), (2_750, 250), (2_999, 1), (3_400, 0)] {
        assert_eq!(machine.on(Event::Typed { at }), [timer(wait)], "at {at} ms");
    }
    assert_eq!(machine.on(Event::Timer), [Do::StopTimer, Do::Seal(revision(2))]);
}

#[test]
fn hiding_the_page_saves_at_once_also_behind_a_save_on_its_way() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    assert_eq!(machine.on(Event::Hidden), [Do::StopTimer, Do::Seal(revision(2))]);
    assert_eq!(machine.on(Event::Typed { at: 10 }), []);
    assert_eq!(machine.on(Event::Hidden), []);
    machine.on(Event::Sealed(revision(2)));
    assert_eq!(machine.on(Event::Saved(revision(2))), [saved(2), Do::StopTimer, Do::Seal(revision(3))]);
}

#[test]
fn only_the_revision_that_is_on_its_way_can_be_acknowledged() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    machine.on(Event::Timer);
    assert_eq!(machine.on(Event::Saved(Revision::FIRST)), []);
    assert_eq!(machine.on(Event::Saved(revision(3))), []);
}

#[test]
fn full_storage_is_told_once_and_tried_again_into_the_same_slot() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    machine.on(Event::Timer);
    let full = SaveFailure::Trouble(Trouble::Full);
    assert_eq!(machine.on(Event::SaveFailed(revision(2), full)), [timer(2_000), TOLD_FULL]);
    assert!(machine.asks_before_leaving());
    assert_eq!(machine.on(Event::Timer), [Do::StopTimer, Do::Seal(revision(4))]);
    assert_eq!(machine.on(Event::SaveFailed(revision(4), full)), [timer(4_000)]);
    machine.on(Event::Timer);
    let write = Do::Write { slot: SlotName::B, revision: revision(6) };
    assert_eq!(machine.on(Event::Sealed(revision(6))), [write], "revision 1 in slot a stays whole");
    assert_eq!(machine.on(Event::Saved(revision(6))), [saved(6)]);
    assert!(matches!(machine.state(), State::Open(_)) && !machine.asks_before_leaving());
}

#[test]
fn storage_that_is_off_leaves_the_answers_in_memory_and_another_try_open() {
    let mut machine = after([Event::Typed { at: 0 }, Event::ShowChoices, Event::Choose(Choice::WithoutCode)]);
    let told = [Do::DropKeys, Do::Tell(Message::Trouble(Trouble::Disabled))];
    assert_eq!(machine.on(Event::StartFailed(Trouble::Disabled)), told);
    assert!(machine.asks_before_leaving() && machine.may_write());
    machine.on(Event::ShowChoices);
    assert_eq!(*machine.state(), State::Choosing);
}

#[test]
fn a_wrong_code_is_refused_kindly_and_may_be_tried_again() {
    let mut machine = after([Event::Resume { age: Age::Fresh, anyway: false }, Event::LockGranted]);
    assert_eq!(machine.on(Event::WrongCode), [Do::Tell(Message::WrongCode)]);
    assert_eq!(machine.on(Event::Unlocked), [Do::ReadSlots]);
}

#[test]
fn the_slots_are_read_only_after_the_lock_has_been_answered() {
    let mut machine = after([Event::Resume { age: Age::Fresh, anyway: false }]);
    assert_eq!(machine.on(Event::Unlocked), []);
    assert_eq!(machine.on(Event::LockGranted), [Do::ReadSlots]);
}

#[test]
fn opening_a_stored_draft_asks_before_it_replaces_what_was_written() {
    let mut machine = after([Event::Typed { at: 0 }]);
    let resume = |anyway| Event::Resume { age: Age::Fresh, anyway };
    assert_eq!(machine.on(resume(false)), [Do::Tell(Message::WouldReplace)]);
    assert_eq!(machine.on(resume(true)), [Do::AskLock]);
}

#[test]
fn the_second_window_reads_only_and_may_take_over() {
    let opened = Event::Read(Reading::Opened { next: revision(8), older: false, moved: false });
    let resume = Event::Resume { age: Age::Fresh, anyway: false };
    let mut second = after([resume, Event::LockBusy, Event::Unlocked]);
    assert_eq!(second.on(opened), [Do::ShowDraft, Do::Tell(Message::OtherTab)]);
    assert!(!second.may_write());
    assert_eq!(second.on(Event::TakeOver { anyway: false }), [Do::StealLock]);
    assert_eq!(second.on(Event::LockGranted), [Do::ReadSlots]);
    assert_eq!(second.on(opened), [Do::ShowDraft]);
    assert!(second.may_write());
}

#[test]
fn the_window_that_lost_the_draft_turns_read_only_and_keeps_its_unsaved_words() {
    let mut first = kept();
    first.on(Event::Typed { at: 0 });
    assert_eq!(first.on(Event::LockLost), [Do::StopTimer, Do::Tell(Message::TakenOver)]);
    assert!(!first.may_write());
    let take_over = |anyway| Event::TakeOver { anyway };
    assert_eq!(first.on(take_over(false)), [Do::Tell(Message::WouldReplace)]);
    assert_eq!(first.on(take_over(true)), [Do::StealLock]);
}

#[test]
fn a_stale_save_turns_the_window_read_only() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    machine.on(Event::Timer);
    let told = [Do::StopTimer, Do::Tell(Message::TakenOver), Do::ReleaseLock];
    assert_eq!(machine.on(Event::SaveFailed(revision(2), SaveFailure::Stale)), told);
}

#[test]
fn forgetting_deletes_the_key_first_and_late_saves_change_nothing() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    machine.on(Event::Timer);
    let deletes = [Do::StopTimer, Do::DropKeys, Do::DeleteKey, Do::DeleteSlots, Do::ClearIfLast, Do::ReleaseLock];
    assert_eq!(machine.on(Event::Forget), deletes);
    assert_eq!(machine.on(Event::Sealed(revision(2))), []);
    assert_eq!(machine.on(Event::Gone), [Do::Tell(Message::Forgotten)]);
    assert!(machine.asks_before_leaving(), "what is written here now lives in memory only");
}

#[test]
fn a_draft_forgotten_elsewhere_is_not_brought_back() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    machine.on(Event::Timer);
    let commands = machine.on(Event::SaveFailed(revision(2), SaveFailure::Forgotten));
    assert_eq!(commands.last(), Some(&Do::Tell(Message::ForgottenElsewhere)));
    assert_eq!(*machine.state(), State::MemoryOnly);
    assert!(machine.asks_before_leaving());
}

#[test]
fn erasing_drops_answers_too_and_says_when_something_may_be_left() {
    let mut machine = kept();
    let erases = [Do::StopTimer, Do::DropAnswers, Do::DropKeys, Do::ClearAll, Do::ReleaseLock];
    assert_eq!(machine.on(Event::Erase), erases);
    assert_eq!(machine.on(Event::PartlyGone), [Do::Tell(Message::ErasedPartly)]);
    assert!(!machine.asks_before_leaving());
}

#[test]
fn keeping_that_was_called_off_leaves_no_key() {
    let mut machine = after([Event::ShowChoices, Event::Choose(Choice::WithCode), Event::Erase]);
    assert_eq!(machine.on(Event::Started), [Do::DropKeys, Do::DeleteKey, Do::ReleaseLock]);
}

#[test]
fn an_expired_draft_is_deleted_and_a_doubtful_clock_only_asked_about() {
    let mut expired = Machine::new();
    let commands = expired.on(Event::Resume { age: Age::Expired, anyway: false });
    assert!(commands.contains(&Do::DeleteKey));
    assert_eq!(expired.on(Event::Gone), [Do::Tell(Message::Expired)]);
    let doubtful = Machine::new().on(Event::Resume { age: Age::Doubtful, anyway: false });
    assert_eq!(doubtful, [Do::AskLock, Do::Tell(Message::ClockDoubtful)]);
}

#[test]
fn a_newer_version_and_a_damaged_draft_are_left_alone() {
    for (reading, trouble) in [(Reading::Newer, Trouble::Newer), (Reading::NoneOpens, Trouble::Damaged)] {
        let mut machine = resumed(reading);
        assert_eq!(*machine.state(), State::Trouble { kind: trouble, saves: None });
        for event in [Event::Typed { at: 0 }, Event::Timer, Event::Hidden] {
            assert_eq!(machine.on(event), [], "nothing is written over it");
        }
    }
}

#[test]
fn a_moved_draft_is_acknowledged_only_once_its_new_slot_opens() {
    let mut machine = resumed(Reading::Opened { next: revision(4), older: false, moved: true });
    machine.on(Event::Typed { at: 0 });
    machine.on(Event::Timer);
    machine.on(Event::Sealed(revision(4)));
    assert_eq!(machine.on(Event::Saved(revision(4))), [Do::Prove(revision(4))]);
    assert_eq!(machine.on(Event::Proven(false)), [timer(2_000)]);
    assert_eq!(machine.on(Event::Timer), [Do::StopTimer, Do::Seal(revision(6))], "the old slot stays");
    machine.on(Event::Sealed(revision(6)));
    machine.on(Event::Saved(revision(6)));
    assert_eq!(machine.on(Event::Proven(true)), [saved(6)]);
}

#[test]
fn leaving_drops_everything_from_memory() {
    let mut machine = kept();
    assert_eq!(machine.on(Event::Leave), [Do::StopTimer, Do::DropAnswers, Do::DropKeys, Do::ReleaseLock]);
    assert_eq!(*machine.state(), State::MemoryOnly);
}

#[test]
fn a_draft_that_is_not_opened_after_all_leaves_the_form_to_be_written() {
    let mut machine = after([Event::Typed { at: 0 }, Event::Resume { age: Age::Fresh, anyway: true }]);
    machine.on(Event::WrongCode);
    assert_eq!(machine.on(Event::StopOpening), [Do::ReleaseLock, Do::DropKeys]);
    assert_eq!((machine.state(), machine.asks_before_leaving()), (&State::MemoryOnly, true));
    assert_eq!(machine.on(Event::Read(Reading::Nothing)), [], "what was read too late changes nothing");
    assert_eq!(kept().on(Event::StopOpening), [], "an open draft stays open");
}

#[test]
fn an_emptied_form_is_saved_where_it_is_kept_and_forgotten_where_it_is_not() {
    let mut in_memory = after([Event::Typed { at: 0 }]);
    assert_eq!(in_memory.on(Event::Emptied { at: 1 }), []);
    assert!(!in_memory.asks_before_leaving());
    assert_eq!(kept().on(Event::Emptied { at: 1 }), [timer(300)]);
}

#[test]
fn a_draft_that_nobody_touches_is_locked_once_every_word_is_stored() {
    let mut machine = kept();
    machine.on(Event::Typed { at: 0 });
    assert_eq!(machine.on(Event::Idle), [], "the last word is not stored yet");
    machine.on(Event::Timer);
    machine.on(Event::Sealed(revision(2)));
    assert_eq!(machine.on(Event::Idle), [], "nor now");
    machine.on(Event::Saved(revision(2)));
    let dropped = [Do::StopTimer, Do::DropAnswers, Do::DropKeys, Do::ReleaseLock, Do::Tell(Message::TimedOut)];
    assert_eq!(machine.on(Event::Idle), dropped);
    assert_eq!((machine.state(), machine.asks_before_leaving()), (&State::MemoryOnly, false));
    let mut in_memory = after([Event::Typed { at: 0 }]);
    assert_eq!(in_memory.on(Event::Idle), [], "what is nowhere else is never dropped");
}
