//! The schema and the example in `docs/` are made here, out of what the program writes, and held against it.
//! `TUKI_WRITE=1 cargo test --lib --no-default-features schema` writes them anew.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use super::part::BORDER;
use super::{Metadata, SCHEMA, compose};
use crate::domain::{Language, MunicipalityCode};
use crate::forms::check;
use crate::forms::filled::least;
use crate::forms::self_referral::SELF_REFERRAL;
use crate::i18n::agreement::texts;

/// The schema of the coded part.
fn schema() -> Value {
    let strings = |about: &str| json!({ "type": "array", "items": { "type": "string" }, "description": about });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "type": "object",
        "required": fields(&coded(&example())),
        "properties": {
            "schema": { "const": SCHEMA },
            "form": { "type": "string", "description": "The form's id, such as self_referral" },
            "form_version": { "type": "integer", "minimum": 1 },
            "language": { "enum": Language::ALL.map(|language| language.code()), "description": "The language the writer used" },
            "municipality": { "type": "string", "pattern": "^[0-9]{3}$" },
            "sent_at": { "type": "integer", "description": "UNIX seconds by the writer's clock" },
            "app_version": { "type": "string" },
            "answers": { "type": "array", "items": { "$ref": "#/$defs/answer" } }
        },
        "$defs": { "answer": {
            "type": "object",
            "required": ["question"],
            "properties": {
                "question": { "type": "string", "description": "The question's name; inside a list it begins with the list's name" },
                "chosen": strings("Codes of chosen options"),
                "lines": {
                    "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2,
                    "description": "First and last line of a written answer in the plain text, counted from one"
                },
                "rows": { "type": "array", "items": { "type": "array", "items": { "$ref": "#/$defs/answer" } } }
            },
            "oneOf": [{ "required": ["chosen"] }, { "required": ["lines"] }, { "required": ["rows"] }]
        } }
    })
}

/// An invented message, without its padding.
fn example() -> String {
    let mut answers = least();
    answers.set_text("own_words", "Olemme väsyneitä.\nToivomme, että joku soittaa.");
    answers.set_chosen("topics", ["exhaustion"]);
    answers.change_row("family", 0, |row| {
        row.set_text("family.name", "A.");
        row.set_text("family.age", "4");
        row.choose("family.home", "here");
    });
    let metadata = Metadata {
        language: Language::Sv,
        municipality: MunicipalityCode::parse("995").expect("a code"),
        municipality_name: "Esimerkkilä".to_owned(),
        sent_at: 1_795_046_700,
        sent_at_words: "torstaina 19.11.2026 klo 2.05".to_owned(),
        app_version: "0.1.0".to_owned(),
    };
    let form = check(&SELF_REFERRAL, &answers).expect("a whole form");
    let message = compose(&form, &texts(Language::Sv), &texts(Language::Fi), &metadata).expect("a message");
    let text = String::from_utf8(message.into_bytes()).expect("text");
    text.trim_end().to_owned() + "\n"
}

fn coded(message: &str) -> Value {
    let (_, coded) = message.rsplit_once(&format!("\n{BORDER}\n")).expect("a border");
    serde_json::from_str(coded).expect("JSON")
}

fn fields(object: &Value) -> Vec<String> {
    object.as_object().expect("an object").keys().cloned().collect()
}

fn assert_documented(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    if std::env::var_os("TUKI_WRITE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, made).expect("the file is written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, made, "docs/{file} is not what the program writes; the first lines of this file say the mend");
}

#[test]
fn the_schema_in_the_documents_is_the_program_s() {
    let made = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    assert_documented("envelope.schema.json", &made);
}

#[test]
fn the_example_in_the_documents_is_what_the_program_writes() {
    assert_documented("examples/message.txt", &example());
}

#[test]
fn every_field_that_is_written_is_in_the_schema() {
    let schema = schema();
    let known: BTreeSet<_> = fields(&schema["properties"]).into_iter().collect();
    assert_eq!(fields(&coded(&example())).into_iter().collect::<BTreeSet<_>>(), known);
    let known: BTreeSet<_> = fields(&schema["$defs"]["answer"]["properties"]).into_iter().collect();
    let message = coded(&example());
    let answers = message["answers"].as_array().expect("answers");
    let written: BTreeSet<_> = answers.iter().flat_map(fields).collect();
    assert_eq!(written, known, "the example shows every kind of answer");
}
