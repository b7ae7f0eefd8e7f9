//! Making keys, changing them, and the drill.

use std::cell::Cell;
use std::fs;
use std::process::Command;

use tukipolku_vault::digest::fingerprint;
use tukipolku_vault::identity::read_identities;
use tukipolku_vault::sealed::open;
use tukipolku_vault::{Identity, SecretString, VaultError};

use super::private::file_of;
use super::trial::{Folder, last_day, made, opened_by_the_stock_tool, passphrase, sealed};
use super::*;

/// Public keys whose private halves nobody has.
fn strangers(expires: NaiveDate) -> PublicKeys {
    let key = |role| PublicKey::new(role, Identity::generate().to_public().to_string(), expires);
    PublicKeys { county: "esimerkki".to_owned(), keys: Role::ALL.map(key).to_vec() }
}

#[test]
fn both_keys_open_what_is_sealed_to_them_and_hide_under_the_passphrase() {
    let folder = Folder::new("both");
    let public = made(&folder.0).unwrap();
    let message = sealed(&public);
    for role in Role::ALL {
        let file = fs::read(file_of(&folder.0, role)).unwrap();
        assert!(!file.windows(14).any(|part| part == b"AGE-SECRET-KEY"));
        let identities = read_identities(&file, Some(passphrase())).unwrap();
        assert_eq!(**open(&identities, &message).unwrap(), *"hei sieltä".as_bytes());
    }
    assert_eq!(opened_by_the_stock_tool(&message, &folder.0.join("team.age")), Some("hei sieltä".into()));
}

#[test]
fn the_public_file_names_role_key_fingerprint_and_expiry_and_is_read_back() {
    let folder = Folder::new("public");
    let public = strangers(last_day());
    let file = folder.0.join(RECIPIENTS_FILE);
    public.write_new(&file).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    for (role, key) in ["team", "recovery"].iter().zip(&public.keys) {
        let mark = fingerprint(&key.key);
        let row =
            format!("role = \"{role}\"\nkey = \"{}\"\nfingerprint = \"{mark}\"\nexpires = \"2027-11-21\"", key.key);
        assert!(text.contains(&row), "{text}");
    }
    assert_eq!(PublicKeys::read(&file, "esimerkki").unwrap(), public);
}

#[test]
fn a_public_file_with_a_mistake_or_a_secret_is_refused() {
    let folder = Folder::new("mistakes");
    let file = folder.0.join(RECIPIENTS_FILE);
    let text = strangers(last_day()).to_toml();
    let secret = Identity::generate().to_string();
    let secret = tukipolku_vault::ExposeSecret::expose_secret(&secret).to_owned();
    for (spoilt, said) in [
        (text.replace("fingerprint = \"", "fingerprint = \"0"), "fingerprint beside the team key is another key's"),
        (text.replace("age1", "age2"), "team key is no age recipient"),
        (text.replace("2027-11-21", "soon"), "no day like"),
        (text.replace("recovery", "friend"), "holds no public keys"),
        (format!("{text}# {secret}\n"), "PRIVATE key"),
    ] {
        fs::write(&file, spoilt).unwrap();
        let refused = PublicKeys::read(&file, "esimerkki").unwrap_err().to_string();
        assert!(refused.contains(said), "{refused}");
        assert!(!refused.contains(&secret), "a secret must not be repeated");
    }
}

#[test]
fn no_key_is_ever_replaced() {
    let folder = Folder::new("replace");
    fs::write(folder.0.join("recovery.age"), "old").unwrap();
    assert!(matches!(made(&folder.0), Err(KeysError::AlreadyThere(_))));
    let (_county, file) = Folder::with_county("replace-county", &strangers(last_day()));
    let changed = rotate(&file, "esimerkki", &folder.0, &Role::ALL, last_day(), &passphrase());
    assert!(matches!(changed, Err(KeysError::AlreadyThere(_))));
    assert_eq!(fs::read_to_string(folder.0.join("recovery.age")).unwrap(), "old");
    assert!(!folder.0.join("team.age").exists());
}

#[test]
fn a_short_passphrase_is_refused() {
    let folder = Folder::new("short");
    let refused = make_keys(&folder.0, "esimerkki", last_day(), &SecretString::from("lyhyt"));
    assert!(matches!(refused, Err(KeysError::PassphraseTooShort)));
}

#[test]
fn a_work_tree_must_ignore_the_folder() {
    let tree = Folder::new("tree");
    let git = Command::new("git").arg("-C").arg(&tree.0).args(["init", "--quiet"]).status().unwrap();
    assert!(git.success());
    assert!(matches!(made(&tree.0.join("keys/new")), Err(KeysError::WouldBeCommitted(_))));
    let (_county, file) = Folder::with_county("tree-county", &strangers(last_day()));
    let before = fs::read_to_string(&file).unwrap();
    let changed = rotate(&file, "esimerkki", &tree.0.join("keys"), &[Role::Team], last_day(), &passphrase());
    assert!(matches!(changed, Err(KeysError::WouldBeCommitted(_))));
    assert_eq!(fs::read_to_string(&file).unwrap(), before, "the public file stays as it was");
    assert!(!tree.0.join("keys").exists());
    fs::write(tree.0.join(".gitignore"), "/keys\n").unwrap();
    assert!(made(&tree.0.join("keys/new")).is_ok());
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_private_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("mode");
    made(&folder.0).unwrap();
    let mode = fs::metadata(folder.0.join("team.age")).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0);
}

#[test]
fn a_changed_key_opens_what_is_sealed_from_now_on_and_the_old_one_what_was_sealed_before() {
    let (old, new) = (Folder::new("rotate-old"), Folder::new("rotate-new"));
    let before = made(&old.0).unwrap();
    let (_county, file) = Folder::with_county("rotate-county", &before);
    let later = last_day() + chrono::Days::new(365);
    let done = rotate(&file, "esimerkki", &new.0, &[Role::Team], later, &passphrase()).unwrap();
    let after = PublicKeys::read(&file, "esimerkki").unwrap();
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(after.keys, [done.new.clone(), done.kept.clone()].concat(), "team first, recovery as it was");
    assert_eq!((done.old.as_slice(), done.kept.as_slice()), (&before.keys[..1], &before.keys[1..]));
    assert!(!text.contains(&before.keys[0].key) && !text.contains("SECRET"), "{text}");
    assert_eq!(done.new[0].expires, later);
    let [old_key, new_key] = [&old.0, &new.0].map(|folder| folder.join("team.age"));
    assert_eq!(opened_by_the_stock_tool(&sealed(&before), &old_key), Some("hei sieltä".into()));
    assert_eq!(opened_by_the_stock_tool(&sealed(&after), &new_key), Some("hei sieltä".into()));
    assert_eq!(opened_by_the_stock_tool(&sealed(&after), &old_key), None, "the old key opens nothing new");
    assert!(!new.0.join("recovery.age").exists(), "only what was asked for is made");
}

#[test]
fn the_drill_says_of_each_file_whether_it_opens_a_fresh_message() {
    let folder = Folder::new("drill");
    let public = made(&folder.0).unwrap();
    let team = folder.0.join("team.age");
    let opened = drill(&public, &team, passphrase).unwrap();
    assert_eq!((opened.key, opened.lies_open), (public.keys[0].clone(), false));
    assert_eq!(drill(&public, &folder.0.join("recovery.age"), passphrase).unwrap().key, public.keys[1]);
    let wrong = drill(&public, &team, || SecretString::from("jokin muu tunnuslause"));
    assert!(matches!(wrong, Err(Failure::WrongPassphrase)), "{wrong:?}");
    let old = drill(&strangers(last_day()), &team, passphrase);
    assert!(matches!(old, Err(Failure::NotOfThisCounty)), "{old:?}");
}

#[test]
fn the_drill_names_files_that_are_no_keys_or_lie_open() {
    let folder = Folder::new("drill-files");
    let identity = Identity::generate();
    let key = PublicKey::new(Role::Team, identity.to_public().to_string(), last_day());
    let public = PublicKeys { county: "esimerkki".to_owned(), keys: vec![key] };
    let file = folder.0.join("bare.txt");
    fs::write(&file, tukipolku_vault::ExposeSecret::expose_secret(&identity.to_string())).unwrap();
    let asked = Cell::new(false);
    let ask = || {
        asked.set(true);
        passphrase()
    };
    assert!(drill(&public, &file, ask).unwrap().lies_open);
    assert!(matches!(drill(&public, &folder.0.join("none.age"), ask), Err(Failure::Unreadable(_))));
    fs::write(&file, "hei").unwrap();
    assert!(matches!(drill(&public, &file, ask), Err(Failure::NotAKey(VaultError::NotAgeFile))));
    assert!(!asked.get(), "nothing here is under a passphrase");
}
