//! What the vault makes and opens: round trips, wrong codes, foreign keys, and files that were cut or changed.

use proptest::prelude::*;
use tukipolku_vault::draft::DraftKey;
use tukipolku_vault::identity::read_identities;
use tukipolku_vault::passphrase::{
    MAX_DRAFT_WORK_FACTOR, is_under_passphrase, open_with_passphrase, seal_with_passphrase,
};
use tukipolku_vault::sealed::{open, recipients, seal};
use tukipolku_vault::{ExposeSecret, Identity, SecretString, VaultError};

/// Little work, so that thousands of tries take seconds. What ships is [`tukipolku_vault::passphrase::DRAFT_WORK_FACTOR`].
const LITTLE_WORK: u8 = 4;

fn code(text: &str) -> SecretString {
    SecretString::from(text)
}

fn bare(identity: &Identity) -> String {
    identity.to_string().expose_secret().to_owned()
}

#[test]
fn each_of_two_recipients_opens_a_message() {
    let (team, recovery) = (Identity::generate(), Identity::generate());
    let sealed = seal(&[team.to_public(), recovery.to_public()], b"hei").unwrap();
    assert_eq!(**open(&[team], &sealed).unwrap(), *b"hei");
    assert_eq!(**open(&[recovery], &sealed).unwrap(), *b"hei");
}

#[test]
fn a_foreign_key_opens_nothing() {
    let sealed = seal(&[Identity::generate().to_public()], b"hei").unwrap();
    assert_eq!(open(&[Identity::generate()], &sealed).unwrap_err(), VaultError::NotForThisKey);
}

#[test]
fn nothing_is_sealed_to_nobody_or_to_something_that_is_no_key() {
    assert_eq!(seal(&[], b"hei").unwrap_err(), VaultError::BadRecipient);
    let key = Identity::generate().to_public().to_string();
    for lines in ["", "\n", "age1", &format!("{key}\nage1pq1xyz"), "AGE-SECRET-KEY-1QQQ"] {
        assert_eq!(recipients(lines).err(), Some(VaultError::BadRecipient), "{lines}");
    }
    assert_eq!(recipients(&format!("{key}\n{key}")).unwrap().len(), 2);
}

#[test]
fn a_changed_bit_in_any_byte_is_refused() {
    let team = Identity::generate();
    let sealed = seal(&[team.to_public()], b"hei").unwrap();
    for place in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[place] ^= 1 << bit;
            assert!(open(std::slice::from_ref(&team), &changed).is_err(), "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn a_changed_bit_in_any_byte_under_a_code_is_refused() {
    let sealed = seal_with_passphrase(code("a b c d"), LITTLE_WORK, b"hei").unwrap();
    for place in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.clone();
            changed[place] ^= 1 << bit;
            assert!(open_with_passphrase(code("a b c d"), 10, &changed).is_err(), "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let team = Identity::generate();
    let sealed = seal(&[team.to_public()], b"hei").unwrap();
    for length in 0..sealed.len() {
        let error = open(std::slice::from_ref(&team), &sealed[..length]).unwrap_err();
        assert!(matches!(error, VaultError::Damaged | VaultError::NotAgeFile), "{length}: {error:?}");
    }
}

#[test]
fn more_bytes_at_the_end_are_refused() {
    let team = Identity::generate();
    let mut sealed = seal(&[team.to_public()], b"hei").unwrap();
    sealed.push(0);
    assert_eq!(open(&[team], &sealed).unwrap_err(), VaultError::Damaged);
}

#[test]
fn something_else_is_no_age_file() {
    let team = [Identity::generate()];
    for other in [&b""[..], b"PK\x03\x04", b"age-encryption.org/v2\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n"] {
        assert_eq!(open(&team, other).unwrap_err(), VaultError::NotAgeFile);
    }
}

#[test]
fn a_wrong_code_is_told_from_a_file_that_no_code_opens() {
    let sealed = seal_with_passphrase(code("oikea"), LITTLE_WORK, b"hei").unwrap();
    assert!(is_under_passphrase(&sealed));
    assert_eq!(open_with_passphrase(code("v\u{e4}\u{e4}r\u{e4}"), 10, &sealed).unwrap_err(), VaultError::WrongCode);
    let other = seal(&[Identity::generate().to_public()], b"hei").unwrap();
    assert!(!is_under_passphrase(&other));
    assert_eq!(open_with_passphrase(code("oikea"), 10, &other).unwrap_err(), VaultError::NotForThisKey);
}

#[test]
fn a_file_that_asks_for_too_much_work_is_refused_before_the_work() {
    let sealed = seal_with_passphrase(code("oikea"), LITTLE_WORK, b"hei").unwrap();
    let end_of_line = sealed.iter().skip(25).position(|byte| *byte == b'\n').unwrap() + 25;
    assert_eq!(&sealed[end_of_line - 2..end_of_line], b" 4");
    // 2^30 would need a terabyte: if it were tried, this test would not end.
    for work in ["17", "22", "30", "63"] {
        let hostile = [&sealed[..end_of_line - 1], work.as_bytes(), &sealed[end_of_line..]].concat();
        let refused = open_with_passphrase(code("oikea"), MAX_DRAFT_WORK_FACTOR, &hostile).unwrap_err();
        assert_eq!(refused, VaultError::TooMuchWork, "{work}");
    }
}

#[test]
fn work_outside_what_we_make_is_a_mistake_of_ours() {
    for work in [0, 19, 64, 255] {
        assert_eq!(seal_with_passphrase(code("oikea"), work, b"hei").unwrap_err(), VaultError::BadRequest);
    }
}

#[test]
fn a_draft_with_a_code_is_saved_locked_and_read_again() {
    let (key, stored) = DraftKey::new(Some(code("aasi-helle-kanava-oja"))).unwrap();
    let sealed = key.save("Lapsi ei nuku öisin.".as_bytes()).unwrap();
    let recipient = key.recipient().to_string();
    drop(key);
    assert!(is_under_passphrase(&stored));
    assert_eq!(DraftKey::unlock(&stored, None).err(), Some(VaultError::CodeNeeded));
    assert_eq!(DraftKey::unlock(&stored, Some(code("aasi"))).err(), Some(VaultError::WrongCode));
    let key = DraftKey::unlock(&stored, Some(code("aasi-helle-kanava-oja"))).unwrap();
    assert_eq!(key.recipient().to_string(), recipient);
    assert_eq!(&**key.read(&sealed).unwrap(), "Lapsi ei nuku öisin.".as_bytes());
}

#[test]
fn a_draft_without_a_code_keeps_its_key_beside_it() {
    let (key, stored) = DraftKey::new(None).unwrap();
    assert!(stored.starts_with(b"AGE-SECRET-KEY-1"));
    let sealed = key.save(b"hei").unwrap();
    assert_eq!(**DraftKey::unlock(&stored, None).unwrap().read(&sealed).unwrap(), *b"hei");
}

#[test]
fn the_key_of_another_draft_reads_nothing() {
    let (one, other) = (DraftKey::new(None).unwrap().0, DraftKey::new(None).unwrap().0);
    assert_eq!(other.read(&one.save(b"hei").unwrap()).unwrap_err(), VaultError::NotForThisKey);
}

#[test]
fn a_stored_key_that_was_damaged_is_refused() {
    let (_, stored) = DraftKey::new(None).unwrap();
    assert!(DraftKey::unlock(&stored[1..], None).is_err());
    assert!(DraftKey::unlock(&stored[..stored.len() - 1], None).is_err());
    assert!(DraftKey::unlock(b"", None).is_err());
}

#[test]
fn identity_files_are_read_with_remarks_and_several_keys() {
    let (one, two) = (Identity::generate(), Identity::generate());
    let file = format!("# created: 2026-11-21\r\n\r\n{}\r\n# the second\n{}\n", bare(&one), bare(&two));
    let read = read_identities(file.as_bytes(), None).unwrap();
    assert_eq!(read.iter().map(bare).collect::<Vec<_>>(), [bare(&one), bare(&two)]);
}

#[test]
fn what_is_no_identity_file_is_refused() {
    let public = Identity::generate().to_public().to_string();
    for other in ["", "# only a remark\n", "hei", &public, "AGE-SECRET-KEY-1QQQ"] {
        assert_eq!(read_identities(other.as_bytes(), None).err(), Some(VaultError::NotAgeFile), "{other}");
    }
}

#[test]
fn every_error_has_its_own_name_and_comes_back_from_it() {
    use VaultError::{
        BadRecipient, BadRequest, CodeNeeded, Crashed, Damaged, Locked, NoRandomness, NotAgeFile, NotForThisKey,
        TimedOut, TooFewWords, TooMuchWork, Unavailable, WrongCode,
    };
    let all = [
        WrongCode,
        NotForThisKey,
        Damaged,
        NotAgeFile,
        CodeNeeded,
        TooMuchWork,
        BadRecipient,
        Locked,
        NoRandomness,
        TooFewWords,
        BadRequest,
        Unavailable,
        Crashed,
        TimedOut,
    ];
    for error in all {
        assert_eq!(VaultError::from_name(error.name()), error);
    }
    assert_eq!(VaultError::from_name("something new"), Crashed);
}

proptest! {
    #[test]
    fn whatever_is_sealed_comes_back(bytes in proptest::collection::vec(any::<u8>(), 0..70_000)) {
        let team = Identity::generate();
        let sealed = seal(&[team.to_public(), Identity::generate().to_public()], &bytes).unwrap();
        prop_assert_eq!(&**open(&[team], &sealed).unwrap(), &bytes[..]);
    }

    #[test]
    fn any_code_opens_what_it_sealed(text in ".{1,40}", bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let sealed = seal_with_passphrase(code(&text), LITTLE_WORK, &bytes).unwrap();
        prop_assert_eq!(&**open_with_passphrase(code(&text), LITTLE_WORK, &sealed).unwrap(), &bytes[..]);
    }

    #[test]
    fn no_bytes_make_the_vault_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), framed: bool) {
        if framed {
            bytes.splice(0..0, *b"age-encryption.org/v1\n-> ");
        }
        let team = [Identity::generate()];
        prop_assert!(open(&team, &bytes).is_err());
        prop_assert!(open_with_passphrase(code("x"), LITTLE_WORK, &bytes).is_err());
        prop_assert!(read_identities(&bytes, Some(code("x"))).is_err());
    }
}
