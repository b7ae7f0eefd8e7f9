//! What a sealed message looks like from outside: an age v1 file for two to four X25519 recipients whose plain text
//! was padded to an agreed size. Nothing here can open one, and nothing here holds a key.
//!
//! Format: <https://c2sp.org/age>, read on 21.11.2026.

use std::ops::RangeInclusive;

const VERSION_LINE: &str = "age-encryption.org/v1\n";
/// 32 bytes in base64 without padding: an X25519 share, a wrapped file key or a MAC.
const ENCODED_32: usize = 43;
/// `-> X25519 SHARE` and its one line of body, both with their line ends.
const STANZA: usize = 10 + ENCODED_32 + 1 + ENCODED_32 + 1;
/// `--- MAC` with its line end.
const MAC_LINE: usize = 4 + ENCODED_32 + 1;
const NONCE: usize = 16;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
/// Full lines of a stanza's body have this many columns; a shorter one ends the body.
const COLUMNS: usize = 64;

/// The longest stanza that the Rust `age` crate adds on purpose so that readers stay tolerant: a first line of at most
/// 55 bytes and 99 bytes of body in base64 on three lines. The Go tool adds none.
pub const GREASE_AT_MOST: usize = 190;

/// Size in bytes of the age v1 file for `plaintext` bytes sealed to `recipients` X25519 recipients, without grease.
pub fn sealed_size(plaintext: usize, recipients: usize) -> usize {
    VERSION_LINE.len() + recipients * STANZA + MAC_LINE + payload_size(plaintext)
}

/// Size in bytes of what follows the header: a nonce, then chunks of 64 KiB, each with its tag. An empty text is one
/// empty chunk.
fn payload_size(plaintext: usize) -> usize {
    NONCE + plaintext + TAG * plaintext.div_ceil(CHUNK).max(1)
}

/// Which sealed files the inbox takes: the sizes of the padded plain text, and how many keys a message is sealed to.
#[derive(Clone, Debug)]
pub struct Sizes {
    /// Padded plain text sizes in bytes.
    pub plaintext: Vec<usize>,
    /// How many X25519 recipients a message may have.
    pub recipients: RangeInclusive<usize>,
}

impl Sizes {
    /// The largest body in bytes that can be right. Anything above it is refused before it is read.
    pub fn limit(&self) -> usize {
        let largest = self.plaintext.iter().copied().max().unwrap_or(0);
        sealed_size(largest, *self.recipients.end()) + GREASE_AT_MOST
    }

    /// Checks a whole file: its header, its number of recipients, and that its payload is one of the sizes.
    pub fn check(&self, file: &[u8]) -> Result<(), Unfit> {
        let header = Header::read(file).ok_or(Unfit::NotSealed)?;
        if !self.recipients.contains(&header.recipients) {
            return Err(Unfit::NotSealed);
        }
        let payload = file.len() - header.length;
        let fits = self.plaintext.iter().any(|size| payload_size(*size) == payload);
        if fits { Ok(()) } else { Err(Unfit::WrongSize) }
    }
}

/// Why a file is not one that our forms make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Not an age v1 file to the expected number of X25519 recipients.
    NotSealed,
    /// An age file, but its size is none of the agreed ones, so it would tell how much somebody wrote.
    WrongSize,
}

/// What the header of an age file says.
#[derive(Debug, PartialEq, Eq)]
struct Header {
    recipients: usize,
    length: usize,
}

impl Header {
    /// Reads the header, or nothing when the file has another format, a passphrase or kinds of recipients that our
    /// forms never use.
    fn read(file: &[u8]) -> Option<Header> {
        let mut lines = Lines { rest: file.strip_prefix(VERSION_LINE.as_bytes())? };
        let (mut recipients, mut grease) = (0, 0);
        loop {
            let line = lines.next()?;
            if let Some(mac) = line.strip_prefix("--- ") {
                return is_encoded_32(mac).then_some(Header { recipients, length: file.len() - lines.rest.len() });
            }
            match lines.stanza(line)? {
                Stanza::Recipient => recipients += 1,
                Stanza::Grease => grease += 1,
            }
            if grease > 1 {
                return None;
            }
        }
    }
}

enum Stanza {
    Recipient,
    Grease,
}

struct Lines<'a> {
    rest: &'a [u8],
}

impl<'a> Lines<'a> {
    /// The next line without its end. Lines of a header are short, so a long search means another format.
    fn next(&mut self) -> Option<&'a str> {
        let end = self.rest.iter().take(COLUMNS + 1).position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(&self.rest[..end]).ok()?;
        self.rest = &self.rest[end + 1..];
        Some(line)
    }

    fn stanza(&mut self, line: &str) -> Option<Stanza> {
        let arguments = line.strip_prefix("-> ")?;
        if let Some(share) = arguments.strip_prefix("X25519 ") {
            let wrapped_key = self.next()?;
            return (is_encoded_32(share) && is_encoded_32(wrapped_key)).then_some(Stanza::Recipient);
        }
        let kind = arguments.split(' ').next()?;
        let body_ends = (0..3).find_map(|_| self.body_line_is_last())?;
        (kind.ends_with("-grease") && body_ends).then_some(Stanza::Grease)
    }

    /// `Some(true)` at the end of a stanza's body, `None` while full lines follow each other, `Some(false)` when the
    /// line is no base64.
    fn body_line_is_last(&mut self) -> Option<bool> {
        match self.next() {
            Some(line) if is_base64(line) => (line.len() < COLUMNS).then_some(true),
            _ => Some(false),
        }
    }
}

fn is_encoded_32(text: &str) -> bool {
    text.len() == ENCODED_32 && is_base64(text)
}

fn is_base64(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use age::x25519::Identity;
    use proptest::prelude::*;

    fn sizes() -> Sizes {
        Sizes { plaintext: vec![16 * 1024, 64 * 1024, 256 * 1024], recipients: 2..=4 }
    }

    fn sealed(plaintext: usize, recipients: usize) -> Vec<u8> {
        let keys: Vec<_> = (0..recipients).map(|_| Identity::generate().to_public()).collect();
        let recipients = keys.iter().map(|key| key as &dyn age::Recipient);
        let mut file = Vec::new();
        let mut writer = age::Encryptor::with_recipients(recipients).unwrap().wrap_output(&mut file).unwrap();
        std::io::Write::write_all(&mut writer, &vec![7; plaintext]).unwrap();
        writer.finish().unwrap();
        file
    }

    #[test]
    fn files_of_the_real_crate_fit_whatever_their_grease() {
        for _ in 0..200 {
            let file = sealed(16 * 1024, 2);
            assert_eq!(sizes().check(&file), Ok(()));
            let plain = sealed_size(16 * 1024, 2);
            assert!((plain..=plain + GREASE_AT_MOST).contains(&file.len()), "{}", file.len());
        }
    }

    #[test]
    fn the_computed_payload_is_the_crate_s_at_every_edge_of_a_chunk() {
        for plaintext in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 17] {
            let file = sealed(plaintext, 3);
            let header = Header::read(&file).expect("a header");
            assert_eq!(header.recipients, 3);
            assert_eq!(file.len() - header.length, payload_size(plaintext), "{plaintext}");
        }
    }

    #[test]
    fn two_to_four_recipients_fit_and_no_other_number() {
        for (recipients, expected) in
            [(1, Err(Unfit::NotSealed)), (2, Ok(())), (3, Ok(())), (4, Ok(())), (5, Err(Unfit::NotSealed))]
        {
            assert_eq!(sizes().check(&sealed(64 * 1024, recipients)), expected, "{recipients}");
        }
    }

    #[test]
    fn a_size_that_tells_how_much_was_written_is_refused() {
        for plaintext in [0, 16 * 1024 - 1, 16 * 1024 + 1, 65 * 1024] {
            assert_eq!(sizes().check(&sealed(plaintext, 2)), Err(Unfit::WrongSize), "{plaintext}");
        }
    }

    #[test]
    fn a_passphrase_file_is_not_a_message() {
        let file = b"age-encryption.org/v1\n-> scrypt AAAA 14\nAAAA\n--- AAAA\nrest";
        assert_eq!(sizes().check(file), Err(Unfit::NotSealed));
    }

    #[test]
    fn words_are_not_a_message() {
        for file in [&b""[..], b"hello", b"age-encryption.org/v1\n", b"age-encryption.org/v2\n-> X25519 A\nB\n--- C\n"]
        {
            assert_eq!(sizes().check(file), Err(Unfit::NotSealed));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_check_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let with_version = [VERSION_LINE.as_bytes(), &bytes].concat();
            prop_assert!(sizes().check(&bytes).is_err());
            prop_assert!(sizes().check(&with_version).is_err());
        }

        #[test]
        fn a_header_cut_anywhere_is_refused(cut in 0usize..266) {
            let file = sealed(16 * 1024, 2);
            prop_assert!(sizes().check(&file[..cut]).is_err());
        }
    }
}
