//! An unsent message as it is kept beside its draft, until it has left. All of this is sealed once more with the draft's
//! key before it is stored, so that it can be seen only after unlocking where there is a code.

use std::sync::Arc;

use super::{Digest, Parcel};

/// The version of this layout, and its first word.
const VERSION: &str = "1";

/// A line with version, county and digest, then the sealed file as it is. Where it goes to is not kept: an inbox's address
/// comes only out of the county's folder.
pub fn write_outbox(parcel: &Parcel) -> Vec<u8> {
    let line = [VERSION, &parcel.county, &parcel.digest.to_hex()].join(" ") + "\n";
    [line.as_bytes(), &parcel.bytes].concat()
}

/// What [`write_outbox`] wrote, to be sent to this endpoint. `None` when it is no unsent message of this county, or one of
/// a newer version.
pub fn read_outbox(bytes: &[u8], endpoint: &str, county: &str) -> Option<Parcel> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, sealed) = (std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]);
    let mut words = line.split(' ');
    let (version, of, digest) = (words.next()?, words.next()?, words.next()?);
    if version != VERSION || of != county || words.next().is_some() {
        return None;
    }
    let digest = Digest::from_hex(digest)?;
    Some(Parcel { endpoint: endpoint.to_owned(), county: county.to_owned(), bytes: Arc::from(sealed), digest })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel() -> Parcel {
        Parcel {
            endpoint: "https://inbox.example".to_owned(),
            county: "esimerkki".to_owned(),
            bytes: Arc::from(*b"age-encryption.org/v1\n\x00\xff\n"),
            digest: Digest([9; 32]),
        }
    }

    #[test]
    fn an_unsent_message_comes_back_byte_for_byte() {
        let written = write_outbox(&parcel());
        assert_eq!(read_outbox(&written, "https://inbox.example", "esimerkki"), Some(parcel()));
    }

    #[test]
    fn another_county_a_newer_layout_and_broken_bytes_are_nothing_to_send() {
        let written = write_outbox(&parcel());
        assert_eq!(read_outbox(&written, "", "uusimaa"), None);
        assert_eq!(read_outbox(&[b"2".as_slice(), &written[1..]].concat(), "", "esimerkki"), None);
        for end in 0..80 {
            assert_eq!(read_outbox(&written[..end], "", "esimerkki").filter(|_| end < 77), None, "cut at {end}");
        }
    }
}
