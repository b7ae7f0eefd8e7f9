//! The staff reader takes messages apart exactly as the program that writes them does. The script runs in `node`, which
//! the test command installs; `READER_MESSAGES=10000` makes it a campaign.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};
use tukipolku::delivery::{NotAMessage, OpenedMessage, open};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/reader/parts.js");
const BORDER: &str = "===== tukipolku-seal/1 =====";
const CODED: &str = r#"{"schema":"tukipolku-seal/1","form":"self_referral","form_version":1,"language":"fi","municipality":"995","sent_at":1,"app_version":"0.1.0","answers":[]}"#;

fn messages() -> usize {
    std::env::var("READER_MESSAGES").ok().and_then(|number| number.parse().ok()).unwrap_or(1500)
}

/// Asks the script about many messages at once: hex lines in, JSON lines out.
fn taken_apart(messages: &[Vec<u8>]) -> Vec<Value> {
    let program = format!(
        "import {{ readFileSync }} from 'node:fs';\
         const script = readFileSync('{SCRIPT}', 'utf8');\
         const {{ parts }} = await import('data:text/javascript,' + encodeURIComponent(script));\
         for (const line of readFileSync(0, 'latin1').split('\\n').slice(0, -1))\
         console.log(JSON.stringify(parts(new Uint8Array(Buffer.from(line, 'hex')))));"
    );
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", &program]);
    let mut child = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node is installed");
    let hex = |bytes: &Vec<u8>| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + "\n";
    let lines: String = messages.iter().map(hex).collect();
    let mut input = child.stdin.take().expect("its input");
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends").expect("all lines are written");
    assert!(output.status.success(), "node did not succeed");
    String::from_utf8(output.stdout)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

/// Pieces that a hostile sender would use, in any order.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        "[ -~äöå]{0,30}".prop_map(String::into_bytes),
        Just(b"\n".to_vec()),
        Just(format!("\n{BORDER}\n").into_bytes()),
        Just(format!("  {BORDER}\n").into_bytes()),
        Just(CODED.as_bytes().to_vec()),
        Just(CODED.replace("/1", "/2").into_bytes()),
        Just("\u{202e}\u{2066}\u{2028}\u{7f}\u{85}\r\u{0}\u{1b}[2J\u{feff}".as_bytes().to_vec()),
        Just(b"<script>alert(1)</script><img src=x onerror=alert(1)>".to_vec()),
        prop::collection::vec(any::<u8>(), 0..6),
        Just(vec![b' '; 300]),
    ];
    let ending = prop_oneof![
        Just(format!("\n{BORDER}\n{CODED}   \n").into_bytes()),
        Just(format!("\n{BORDER}\n{{\"schema\":\"tukipolku-seal/1\"}}").into_bytes()),
        Just(Vec::new()),
    ];
    (prop::collection::vec(piece, 0..12), ending).prop_map(|(pieces, ending)| [pieces.concat(), ending].concat())
}

fn assert_agrees(message: &[u8], script: &Value, program: Result<OpenedMessage, NotAMessage>) {
    let said = String::from_utf8_lossy(message);
    let letter = script["letter"].as_str().expect("a letter");
    match program {
        Ok(opened) => assert_eq!((script["known"].as_bool(), letter), (Some(true), opened.text.as_str()), "{said:?}"),
        // The script does not look into the answers.
        Err(NotAMessage::Broken) => {}
        Err(reason) => assert_eq!(script["known"], false, "{reason:?} {said:?}"),
    }
    for shown in [letter, script["coded"].as_str().expect("a coded part")] {
        let unseen =
            |letter: char| letter != '\n' && letter.is_control() || "\u{202a}\u{202e}\u{2066}\u{2028}".contains(letter);
        assert!(!shown.contains(unseen), "{shown:?}");
    }
}

#[test]
fn the_reader_and_the_program_take_every_hostile_message_apart_alike() {
    let mut runner = TestRunner::deterministic();
    let messages: Vec<_> =
        (0..messages()).map(|_| hostile().new_tree(&mut runner).expect("a message").current()).collect();
    let parts = taken_apart(&messages);
    assert_eq!(parts.len(), messages.len());
    let known = parts.iter().filter(|part| part["known"] == true).count();
    messages.iter().zip(&parts).for_each(|(message, part)| assert_agrees(message, part, open(message)));
    assert!(known > messages.len() / 10, "{known} of {} were messages of ours", messages.len());
    println!("figures: {} messages, {known} of ours, 0 differences", messages.len());
}

#[test]
fn only_the_last_border_at_the_left_edge_counts() {
    let message = format!("Title\n  {BORDER}\n{BORDER}\nfake\n{BORDER}\n{CODED}  \n");
    let part = &taken_apart(&[message.clone().into_bytes()])[0];
    assert_eq!(part["letter"], format!("Title\n  {BORDER}\n{BORDER}\nfake"));
    assert_eq!(part["coded"], CODED);
    assert_agrees(message.as_bytes(), part, open(message.as_bytes()));
}

#[test]
fn what_is_too_large_or_no_text_is_shown_as_what_it_is() {
    let large = [vec![b'x'; 256 * 1024], format!("\n{BORDER}\n{CODED}").into_bytes()].concat();
    let parts = taken_apart(&[large, b"h\xffei".to_vec()]);
    assert!(parts.iter().all(|part| part["known"] == false));
    assert_eq!(parts[1]["letter"], "h\u{fffd}ei");
}
