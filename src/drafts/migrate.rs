//! Reading a stored record: moving it forward from every older version, step by step.

use serde_json::Value;

use super::DraftRecord;

/// Why an opened record could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer program wrote it. It is left alone, since that program may still come back.
    Newer {
        /// The version that stands in the record.
        version: u32,
    },
    /// It is not a record, or not a whole one.
    Broken,
}

/// Moves a record one version forward; `None` when it is not a whole record of that version.
type Step = fn(Value) -> Option<Value>;

/// The step at place `n` moves version `n + 1` to version `n + 2`. Version 1 is the first there ever was.
const STEPS: [Step; (DraftRecord::VERSION - 1) as usize] = [];

/// Reads a record of this or any older version. The second value tells whether it was moved forward.
///
/// # Errors
/// [`Unreadable::Newer`] for a version this program does not know, [`Unreadable::Broken`] for everything else.
pub fn read_record(json: &[u8]) -> Result<(DraftRecord, bool), Unreadable> {
    let json = str::from_utf8(json).map_err(|_| Unreadable::Broken)?;
    let value: Value = serde_json::from_str(json).map_err(|_| Unreadable::Broken)?;
    if version_of(&value) == Some(DraftRecord::VERSION) {
        return Ok((record_of(json)?, false));
    }
    let (present, moved) = move_forward(value, &STEPS)?;
    Ok((record_of(&present.to_string())?, moved))
}

/// A record of the present version. Always out of text: one reader for both ways keeps the program small.
fn record_of(json: &str) -> Result<DraftRecord, Unreadable> {
    serde_json::from_str(json).map_err(|_| Unreadable::Broken)
}

fn move_forward(value: Value, steps: &[Step]) -> Result<(Value, bool), Unreadable> {
    let version = version_of(&value).ok_or(Unreadable::Broken)?;
    let missing = steps.get(version as usize - 1..).ok_or(Unreadable::Newer { version })?;
    let present = missing.iter().try_fold(value, |older, step| step(older)).ok_or(Unreadable::Broken)?;
    Ok((present, !missing.is_empty()))
}

/// The version in the record. Zero never existed.
fn version_of(value: &Value) -> Option<u32> {
    let version = value.get("v")?.as_u64()?;
    u32::try_from(version).ok().filter(|version| *version > 0)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn stored(name: &str) -> Vec<u8> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/drafts");
        std::fs::read(folder.join(name)).expect("the stored draft is there")
    }

    #[test]
    fn every_version_ever_written_still_opens() {
        for version in 1..=DraftRecord::VERSION {
            let (record, moved) = read_record(&stored(&format!("v{version}.json"))).expect("an old draft opens");
            assert_eq!(record.version, DraftRecord::VERSION);
            assert_eq!(moved, version < DraftRecord::VERSION);
            assert_eq!(record.answers.len(), 4, "no answer is lost on the way");
        }
    }

    #[test]
    fn the_present_version_is_written_as_it_is_stored() {
        let bytes = stored(&format!("v{}.json", DraftRecord::VERSION));
        let (record, _) = read_record(&bytes).expect("the draft opens");
        let written: Value = serde_json::from_str(&record.to_json()).expect("JSON");
        assert_eq!(written, serde_json::from_slice::<Value>(&bytes).expect("JSON"));
    }

    #[test]
    fn a_newer_version_is_named_and_not_touched() {
        assert_eq!(read_record(&stored("newer.json")), Err(Unreadable::Newer { version: 4_000_000_000 }));
    }

    #[test]
    fn steps_are_taken_one_after_the_other() {
        fn adds(mut value: Value, mark: &str, version: u32) -> Option<Value> {
            let path = format!("{}{mark}", value["path"].as_str()?);
            value["path"] = json!(path);
            value["v"] = json!(version);
            Some(value)
        }
        let steps: [Step; 2] = [|value| adds(value, "b", 2), |value| adds(value, "c", 3)];
        let from = |version: u32| move_forward(json!({"v": version, "path": "a"}), &steps);
        assert_eq!(from(1), Ok((json!({"v": 3, "path": "abc"}), true)));
        assert_eq!(from(2), Ok((json!({"v": 3, "path": "ac"}), true)));
        assert_eq!(from(3), Ok((json!({"v": 3, "path": "a"}), false)));
        assert_eq!(from(4), Err(Unreadable::Newer { version: 4 }));
        assert_eq!(move_forward(json!({"v": 1}), &steps), Err(Unreadable::Broken));
    }

    #[test]
    fn what_is_no_record_is_broken() {
        for text in ["", "null", "{}", r#"{"v":0}"#, r#"{"v":-1}"#, r#"{"v":"1"}"#, r#"{"v":1}"#, r#"{"v":1,"f":2}"#] {
            assert_eq!(read_record(text.as_bytes()), Err(Unreadable::Broken), "{text}");
        }
    }

    proptest! {
        // At least so many; the campaign asks for more by PROPTEST_CASES.
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2_000), ..ProptestConfig::default() })]

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_record(&bytes);
        }

        #[test]
        fn no_cut_or_changed_draft_makes_it_panic(cut in 0_usize..600, place in 0_usize..600, byte: u8) {
            let mut bytes = stored("v1.json");
            bytes.truncate(cut.max(1));
            let place = place % bytes.len();
            bytes[place] = byte;
            let _ = read_record(&bytes);
        }
    }
}
