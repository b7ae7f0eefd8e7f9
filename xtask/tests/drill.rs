//! The staff's drill: the lines of `docs/open-without-us.md`, typed one after the other in an empty folder that holds a message
//! and a key, with only the stock `age` and four small tools of the system within reach.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use tukipolku_vault::SecretString;
use tukipolku_vault::sealed::{recipients, seal};
use xtask::{keys, places, tools};

const PASSPHRASE: &str = "aasi-helle-kanava-oja";
const TOOLS: [&str; 6] = ["age", "sed", "sha256sum", "cut", "tr", "sh"];
/// The size of a short message before sealing.
const PADDED: usize = 16 * 1024;

/// A folder that is gone with this value.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("tukipolku-drill-{name}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("bin")).expect("a folder");
        for tool in TOOLS {
            let program = tools::find(tool).expect("the test command installs age; the rest is in every system");
            std::os::unix::fs::symlink(program, path.join("bin").join(tool)).expect("a link");
        }
        Folder(path)
    }

    /// Types one line as staff do, and the passphrase where it is asked for. Gives what the screen shows.
    fn type_line(&self, line: &str) -> String {
        let terminal = tools::find("script").expect("util-linux is in every system");
        let mut command = Command::new(terminal);
        command.args(["-qec", line, "/dev/null"]).current_dir(&self.0);
        command.env("PATH", self.0.join("bin")).env("SHELL", self.0.join("bin/sh"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a terminal");
        let mut keyboard = child.stdin.take().expect("a keyboard");
        // A line that asks for nothing may be over before anything is typed.
        let _ = writeln!(keyboard, "{PASSPHRASE}");
        let output = child.wait_with_output().expect("it ends");
        let shown = String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n");
        assert!(output.status.success(), "{line}\n{shown}");
        shown
    }
}

/// The lines of the first block after the heading.
fn lines(heading: &str) -> Vec<String> {
    let page = std::fs::read_to_string(places::root().join("docs/open-without-us.md")).expect("the page");
    let (_, after) = page.split_once(&format!("## {heading}\n")).expect("the heading");
    let (_, block) = after.split_once("```sh\n").expect("a block");
    let (block, _) = block.split_once("```").expect("its end");
    block.lines().map(str::to_owned).collect()
}

fn example() -> String {
    std::fs::read_to_string(places::root().join("docs/examples/message.txt")).expect("the example")
}

/// The example as the forms pad it.
fn padded(example: &str) -> Vec<u8> {
    format!("{:<width$}\n", example.trim_end(), width = PADDED - 1 - (example.len() - example.chars().count()))
        .into_bytes()
}

/// Seals the example to a new county's keys and puts message and key into the folder. Gives the reference.
fn put_in_place(folder: &Path, role: &str) -> String {
    let made = folder.join("keys");
    let last_day = NaiveDate::from_ymd_opt(2099, 12, 31).expect("a date");
    let public = keys::make_keys(&made, "esimerkki", last_day, &SecretString::from(PASSPHRASE)).expect("keys");
    let lines: Vec<_> = public.keys.iter().map(|key| key.key.as_str()).collect();
    let message = padded(&example());
    assert_eq!(message.len(), PADDED);
    let sealed = seal(&recipients(&lines.join("\n")).expect("recipients"), &message).expect("a sealed file");
    let hex: String = Sha256::digest(&sealed).iter().take(6).map(|byte| format!("{byte:02X}")).collect();
    let reference = format!("{}-{}-{}", &hex[..4], &hex[4..8], &hex[8..]);
    std::fs::write(folder.join(format!("{reference}.age")), sealed).expect("the message");
    std::fs::copy(made.join(format!("{role}.age")), folder.join(format!("{role}.age"))).expect("the key");
    std::fs::remove_dir_all(made).expect("nothing else is there");
    reference
}

fn drill(role: &str) {
    let folder = Folder::new(role);
    let reference = put_in_place(&folder.0, role);
    let typed = lines("Linux");
    assert_eq!(typed.len(), 4, "{typed:?}");
    let shown: Vec<_> = typed
        .iter()
        .map(|line| {
            folder.type_line(&line.replace("AB12-CD34-EF56", &reference).replace("team.age", &format!("{role}.age")))
        })
        .collect();
    let opened = std::fs::read(folder.0.join("message.txt")).expect("the opened message");
    assert_eq!(opened, padded(&example()), "the bytes are those that were sealed");
    let (letter, coded) = shown_parts(&shown);
    assert_eq!(letter.trim_end(), example().trim_end(), "the letter is whole and without its padding");
    assert_eq!(coded["schema"], "tukipolku-seal/1");
    assert!(shown[3].contains(&reference.replace('-', "")), "{}", shown[3]);
}

/// The letter as line 2 shows it and the coded answers as line 3 does. A terminal also shows what is typed.
fn shown_parts(shown: &[String]) -> (String, serde_json::Value) {
    let typed = |shown: &str| shown.replacen(&format!("{PASSPHRASE}\n"), "", 1);
    let coded = typed(&shown[2]);
    (typed(&shown[1]), serde_json::from_str(coded.trim()).expect("one line of JSON"))
}

#[test]
fn with_the_team_s_key_a_message_is_opened_line_by_line() {
    drill("team");
}

#[test]
fn with_the_recovery_key_from_the_safe_it_is_opened_too() {
    drill("recovery");
}

#[test]
fn the_example_is_as_the_schema_says_and_a_bent_one_is_not() {
    let mut schemas = boon::Schemas::new();
    let file = places::root().join("docs/envelope.schema.json");
    let schema = boon::Compiler::new().compile(&file.to_string_lossy(), &mut schemas).expect("a schema");
    let (_, coded) = example()
        .rsplit_once("\n===== tukipolku-seal/1 =====\n")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("a border");
    let right: serde_json::Value = serde_json::from_str(&coded).expect("JSON");
    assert!(schemas.validate(&right, schema).is_ok());
    for (pointer, wrong) in [
        ("/schema", "tukipolku-seal/2"),
        ("/municipality", "12"),
        ("/language", "de"),
        ("/sent_at", "today"),
        ("/answers", "x"),
    ] {
        let mut bent = right.clone();
        *bent.pointer_mut(pointer).expect("a field") = wrong.into();
        assert!(schemas.validate(&bent, schema).is_err(), "{pointer}");
    }
}
