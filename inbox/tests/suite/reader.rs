//! The staff reader as it is written and served: whole in three languages, and under headers that bind it.

use crate::client::request;
use crate::running::{Running, settings};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tukipolku_inbox::READER_POLICY;
use tukipolku_inbox::reader_files::write_reader;

const WORKER: &str = "/reader/vault/worker.js";
const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];
const SCRIPTS: [&str; 8] =
    ["reader.js", "vault.js", "inbox.js", "message.js", "words.js", "parts.js", "keys.js", "idle.js"];

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

fn written() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write_reader(&content(), WORKER, folder.path()).expect("the reader is written");
    folder
}

fn page(folder: &TempDir, language: &str) -> String {
    std::fs::read_to_string(folder.path().join(language).join("index.html")).expect("a page")
}

/// The keys that a page's template offers to the scripts, without their common beginning.
fn offered(page: &str) -> BTreeSet<&str> {
    let keys = page.split("data-key=\"reader.said.").skip(1);
    keys.map(|rest| rest.split('"').next().expect("a closing quotation mark")).collect()
}

/// Names that stand in quotation marks after one of these words in the scripts.
fn named_after<'a>(scripts: &'a str, words: &str) -> Vec<&'a str> {
    let found = scripts.split(words).skip(1);
    found.map(|rest| rest.split('"').next().expect("a closing quotation mark")).collect()
}

#[test]
fn every_page_is_whole_in_its_language() {
    let folder = written();
    for language in LANGUAGES {
        let page = page(&folder, language);
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(page.contains(&format!("data-vault-worker=\"{WORKER}\"")));
        assert!(!page.contains("{{"), "a gap was left in {language}");
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(offered(&page), offered(&self::page(&folder, "fi")), "{language} says the same things");
    }
}

#[test]
fn what_the_scripts_say_has_its_words_and_no_words_are_idle() {
    let scripts = SCRIPTS.map(|name| std::fs::read_to_string(written().path().join(name)).expect("a script")).concat();
    let mut said: BTreeSet<String> = named_after(&scripts, "text(\"").into_iter().map(str::to_owned).collect();
    for key in named_after(&scripts, "counted(\"") {
        said.extend([format!("{key}.one"), format!("{key}.other")]);
    }
    said.extend(["new", "pulled", "handled", "file"].map(|state| format!("state.{state}")));
    let own_refusals = ["token", "offline", "gone", "inbox", "unavailable", "crashed", "locked", "damaged"];
    let vault_refusals = [
        "wrong-code",
        "not-for-this-key",
        "not-age-file",
        "code-needed",
        "too-much-work",
        "bad-recipient",
        "no-randomness",
        "too-few-words",
        "bad-request",
        "timed-out",
    ];
    said.extend(own_refusals.iter().chain(&vault_refusals).map(|name| format!("error.{name}")));
    let page = page(&written(), "fi");
    let offered: BTreeSet<String> = offered(&page).into_iter().map(str::to_owned).collect();
    assert_eq!(offered, said);
}

#[test]
fn every_label_belongs_to_a_field_and_every_element_the_scripts_ask_for_is_there() {
    let folder = written();
    let page = page(&folder, "fi");
    let ids: BTreeSet<_> = named_after(&page, " id=\"").into_iter().collect();
    for attribute in [" for=\"", "aria-describedby=\"", "aria-labelledby=\""] {
        let named = named_after(&page, attribute);
        assert!(!named.is_empty());
        named.into_iter().for_each(|id| assert!(ids.contains(id), "{attribute}{id}"));
    }
    let scripts = SCRIPTS.map(|name| std::fs::read_to_string(folder.path().join(name)).expect("a script")).concat();
    for asked in ["byId(\"", "getElementById(\"", "onSubmit(\""] {
        let named = named_after(&scripts, asked);
        assert!(!named.is_empty());
        named.into_iter().for_each(|id| assert!(ids.contains(id), "{asked}{id}"));
    }
}

#[test]
fn nothing_a_sender_wrote_can_become_html_and_nothing_is_stored() {
    let folder = written();
    for name in SCRIPTS {
        let script = std::fs::read_to_string(folder.path().join(name)).expect("a script");
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Storage",
            "indexedDB",
            "cookie",
            "caches",
        ] {
            assert!(!script.contains(forbidden), "{name} uses {forbidden}");
        }
    }
    for language in LANGUAGES {
        let page = page(&folder, language);
        assert!(!page.contains("style=") && !page.contains("<script>") && !page.contains("onclick="), "{language}");
    }
}

#[test]
fn it_is_served_under_its_policy() {
    let folder = written();
    let mut config = settings();
    config.reader_dir = Some(folder.path().into());
    let inbox = Running::with(config);
    for (path, kind) in [
        ("fi/", "text/html"),
        ("reader.js", "text/javascript"),
        ("reader.css", "text/css"),
        ("icon.svg", "image/svg+xml"),
    ] {
        let answer = request(inbox.address(), "GET", &format!("/reader/{path}"), &[], b"");
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{path}");
        for (name, value) in [
            ("content-security-policy", READER_POLICY),
            ("cross-origin-opener-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("referrer-policy", "no-referrer"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
    }
    let outside = request(inbox.address(), "GET", "/reader/..%2f..%2fetc%2fpasswd", &[], b"");
    assert_eq!(outside.status, 404);
}

#[test]
fn missing_words_are_named_with_their_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for language in LANGUAGES {
        let texts = folder.path().join(language).join("texts");
        std::fs::create_dir_all(&texts).expect("a folder");
        std::fs::write(texts.join("reader.toml"), "title = 'Viestit'").expect("a file");
    }
    let error = write_reader(folder.path(), WORKER, &folder.path().join("out")).expect_err("words are missing");
    assert!(error.to_string().contains("fi/texts/reader.toml: reader.languages is missing"), "{error}");
}

#[test]
fn alone_it_is_served_to_this_machine_without_an_inbox() {
    let folder = written();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_tukipolku-inbox"));
    program.args(["reader", "serve", "--port", "0", "--dir"]).arg(folder.path());
    let mut child = program.stdout(std::process::Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().expect("its output")), &mut line)
        .expect("a line");
    let address = line.trim().strip_prefix("reader on http://").and_then(|rest| rest.strip_suffix("/reader/fi/"));
    let address: std::net::SocketAddr = address.expect("an address").parse().expect("an address");
    assert!(address.ip().is_loopback());
    let page = request(address, "GET", "/reader/sv/", &[], b"");
    assert_eq!((page.status, page.header("content-security-policy")), (200, Some(READER_POLICY)));
    assert_eq!(request(address, "GET", "/v1/esimerkki/submissions", &[], b"").status, 404);
    child.kill().expect("kill");
    child.wait().expect("it is gone");
}
