//! The way of a message, as sentences and as random sequences of events.

use proptest::prelude::*;

use super::{Command, Digest, Event, InboxAnswer, Refusal, Sending, State, Timer};

const OURS: Digest = Digest([7; 32]);
const OTHER: Digest = Digest([8; 32]);

fn kept(digest: Digest) -> InboxAnswer {
    InboxAnswer::Kept { digest, received_at: 1 }
}

/// Runs events and gives the last state with the last commands.
fn run(events: &[Event]) -> (State, Vec<Command>) {
    let start = (Sending::default(), Vec::new());
    let (sending, commands) = events.iter().fold(start, |(sending, _), event| sending.step(*event, 999));
    (sending.state(), commands)
}

const FAILED: InboxAnswer = InboxAnswer::NO_NETWORK;

#[test]
fn a_good_day() {
    assert_eq!(run(&[Event::Sealed(OURS)]), (State::Sealed, vec![Command::Store]));
    let sent = vec![Command::Send(1), Command::Wait(Timer::Patience(OURS), 60_000)];
    assert_eq!(run(&[Event::Sealed(OURS), Event::Try]), (State::Sending, sent));
    let received = run(&[Event::Sealed(OURS), Event::Try, Event::Answered(1, kept(OURS))]);
    assert_eq!(received, (State::Received { received_at: 1 }, vec![Command::Erase]));
}

#[test]
fn another_digest_is_not_received() {
    let (state, commands) = run(&[Event::Sealed(OURS), Event::Try, Event::Answered(1, kept(OTHER))]);
    assert_eq!((state, commands), (State::Sending, vec![Command::Wait(Timer::Retry(1), 1_000)]));
}

#[test]
fn after_two_failures_other_channels_are_offered_and_tries_go_on() {
    let start = [Event::Sealed(OURS), Event::Try, Event::Answered(1, FAILED), Event::WaitOver(Timer::Retry(1))];
    assert_eq!(run(&start), (State::Sending, vec![Command::Send(2)]));
    let twice = [&start[..], &[Event::Answered(2, FAILED)]].concat();
    assert_eq!(run(&twice), (State::OtherChannel, vec![Command::Wait(Timer::Retry(2), 2_000)]));
    let again = [&twice[..], &[Event::WaitOver(Timer::Retry(2)), Event::Answered(3, kept(OURS))]].concat();
    assert_eq!(run(&again).0, State::Received { received_at: 1 });
}

#[test]
fn after_a_minute_of_silence_other_channels_are_offered() {
    let (state, _) = run(&[Event::Sealed(OURS), Event::Try, Event::WaitOver(Timer::Patience(OURS))]);
    assert_eq!(state, State::OtherChannel);
}

#[test]
fn a_refusal_leads_back_to_every_answer() {
    let refused = InboxAnswer::Refused(Refusal::TooLarge);
    let (state, commands) = run(&[Event::Sealed(OURS), Event::Try, Event::Answered(1, refused)]);
    assert_eq!(state, State::Editing { refused: Some(Refusal::TooLarge) });
    assert_eq!(commands, [Command::DropSealed]);
}

#[test]
fn too_many_waits_as_long_as_the_inbox_asks() {
    let busy = InboxAnswer::Again { after_seconds: Some(90) };
    let (_, commands) = run(&[Event::Sealed(OURS), Event::Try, Event::Answered(1, busy)]);
    assert_eq!(commands, [Command::Wait(Timer::Retry(1), 90_000)]);
}

#[test]
fn trying_twice_at_once_sends_once() {
    assert_eq!(run(&[Event::Sealed(OURS), Event::Try, Event::Try]).1, []);
}

#[test]
fn an_old_wait_is_passed_over_after_trying_by_hand() {
    let events = [
        Event::Sealed(OURS),
        Event::Try,
        Event::Answered(1, FAILED),
        Event::Try,
        Event::Answered(2, FAILED),
        Event::WaitOver(Timer::Retry(1)),
    ];
    assert_eq!(run(&events).1, []);
}

#[test]
fn a_late_answer_to_an_earlier_message_is_not_taken_for_one_to_the_next() {
    let start = [Event::Sealed(OTHER), Event::Try, Event::Change, Event::Sealed(OURS), Event::Try];
    let late = [&start[..], &[Event::Answered(1, kept(OTHER))]].concat();
    assert_eq!(run(&late), (State::Sending, vec![]));
    let old_minute = [&start[..], &[Event::WaitOver(Timer::Patience(OTHER))]].concat();
    assert_eq!(run(&old_minute).0, State::Sending);
}

#[test]
fn a_kept_message_waits_to_be_unlocked() {
    let sending = Sending::from_outbox(OURS);
    assert_eq!((sending.state(), sending.digest(), sending.is_trying()), (State::Sealed, Some(OURS), false));
    assert!(sending.step(Event::Try, 0).0.is_trying());
}

fn any_event() -> impl Strategy<Value = Event> {
    let digest = || prop_oneof![Just(OURS), Just(OTHER)];
    let answer = prop_oneof![
        digest().prop_map(kept),
        prop::option::of(0_u32..5_000).prop_map(|after_seconds| InboxAnswer::Again { after_seconds }),
        prop::sample::select(Refusal::ALL.to_vec()).prop_map(InboxAnswer::Refused),
    ];
    prop_oneof![
        2 => digest().prop_map(Event::Sealed),
        4 => Just(Event::Try),
        6 => (0_u32..6, answer).prop_map(|(attempt, answer)| Event::Answered(attempt, answer)),
        3 => (0_u32..6).prop_map(|attempt| Event::WaitOver(Timer::Retry(attempt))),
        1 => digest().prop_map(|digest| Event::WaitOver(Timer::Patience(digest))),
        1 => Just(Event::Change),
        1 => Just(Event::Erase),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Never "received", and nothing erased, without our digest or the person's word; never two tries at once.
    #[test]
    fn nothing_is_lost_whatever_happens(events in prop::collection::vec((any_event(), 0_u16..1_000), 0..60)) {
        let mut sending = Sending::default();
        for (event, jitter) in events {
            let before = sending;
            let (after, commands) = sending.step(event, jitter);
            let ours_came_back = matches!(event, Event::Answered(_, InboxAnswer::Kept { digest, .. }) if Some(digest) == before.digest());
            let newly_received = matches!(after.state(), State::Received { .. }) && after.state() != before.state();
            prop_assert!(!newly_received || ours_came_back);
            prop_assert!(!commands.contains(&Command::Erase) || newly_received || event == Event::Erase);
            prop_assert!(!commands.iter().any(|command| matches!(command, Command::Send(_))) || !before.is_trying());
            prop_assert_eq!(after.digest().is_none(), matches!(after.state(), State::Editing { .. }));
            for command in commands {
                if let Command::Wait(_, millis) = command {
                    prop_assert!((1_000..=3_600_000).contains(&millis));
                }
            }
            sending = after;
        }
    }

    /// While a message waits to arrive there is always a try under way or a wait that leads to one.
    #[test]
    fn tries_never_dry_up(answers in prop::collection::vec(0_u32..100, 1..30)) {
        let (mut sending, mut commands) = Sending::default().step(Event::Sealed(OURS), 0).0.step(Event::Try, 0);
        for asked in answers {
            let Some(Command::Send(attempt)) = commands.first().copied() else { panic!("no try in {commands:?}") };
            let failed = InboxAnswer::Again { after_seconds: Some(asked) };
            (sending, commands) = sending.step(Event::Answered(attempt, failed), 0);
            let [Command::Wait(timer, _)] = commands[..] else { panic!("no wait in {commands:?}") };
            (sending, commands) = sending.step(Event::WaitOver(timer), 0);
        }
    }
}
