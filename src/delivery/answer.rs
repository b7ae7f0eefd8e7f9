//! What the inbox answered, out of status, headers and body.

use super::Digest;
use crate::domain::json::{self, FromJson, Json};

/// What a sending came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InboxAnswer {
    /// Kept (201), or kept before (200).
    Kept {
        /// The digest of what the inbox keeps.
        digest: Digest,
        /// When it came, in UNIX seconds by the inbox's clock, to the minute.
        received_at: i64,
    },
    /// Not now: no network, being received already (409), too many (429), damaged on the way (400), or the inbox is in
    /// trouble (5xx). Sending again helps.
    Again {
        /// The seconds the inbox asks to wait.
        after_seconds: Option<u32>,
    },
    /// Not this message: sending it again would not help.
    Refused(Refusal),
}

/// Why the inbox does not take a message. The words are at `delivery.refused.<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody receives for this county at this address (404).
    UnknownCounty,
    /// Larger than the inbox takes (413).
    TooLarge,
    /// Not understood (415, 422 and other refusals): a mistake of ours.
    NotUnderstood,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::UnknownCounty, Self::TooLarge, Self::NotUnderstood];

    /// The text key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnknownCounty => "delivery.refused.unknown_county",
            Self::TooLarge => "delivery.refused.too_large",
            Self::NotUnderstood => "delivery.refused.not_understood",
        }
    }
}

impl InboxAnswer {
    /// No answer at all: no network, or it broke.
    pub const NO_NETWORK: Self = Self::Again { after_seconds: None };
}

/// Reads an answer. A success whose body cannot be read is not a success.
pub fn read_answer(status: u16, retry_after: Option<&str>, body: &str) -> InboxAnswer {
    let again = InboxAnswer::Again { after_seconds: retry_after.and_then(|seconds| seconds.trim().parse().ok()) };
    match status {
        200 | 201 => read_receipt(body).unwrap_or(again),
        404 => InboxAnswer::Refused(Refusal::UnknownCounty),
        413 => InboxAnswer::Refused(Refusal::TooLarge),
        400 | 408 | 409 | 425 | 429 => again,
        401..500 => InboxAnswer::Refused(Refusal::NotUnderstood),
        _ => again,
    }
}

/// The body of 201 and 200. The reference is not read: it is computed from our own digest.
struct Receipt {
    digest: String,
    received_at: String,
}

impl FromJson for Receipt {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self { digest: json.field("digest")?, received_at: json.field("received_at")? })
    }
}

fn read_receipt(body: &str) -> Option<InboxAnswer> {
    let receipt: Receipt = json::read(body)?;
    Some(InboxAnswer::Kept {
        digest: Digest::from_header(&receipt.digest)?,
        received_at: seconds(&receipt.received_at)?,
    })
}

/// UNIX seconds of `2026-11-19T00:05:00Z`, the one form in which the inbox writes time.
fn seconds(time: &str) -> Option<i64> {
    let shape = |(index, byte): (usize, u8)| match index {
        4 | 7 => byte == b'-',
        10 => byte == b'T',
        13 | 16 => byte == b':',
        19 => byte == b'Z',
        _ => byte.is_ascii_digit(),
    };
    if time.len() != 20 || !time.bytes().enumerate().all(shape) {
        return None;
    }
    let number = |from: usize, to: usize| time[from..to].parse::<u32>().ok();
    let date = chrono::NaiveDate::from_ymd_opt(time[..4].parse().ok()?, number(5, 7)?, number(8, 10)?)?;
    Some(date.and_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?.and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BODY: &str = r#"{"reference":"E3B0-C442-98FC","received_at":"2026-11-19T00:05:00Z",
        "digest":"sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"}"#;
    const AGAIN: InboxAnswer = InboxAnswer::NO_NETWORK;

    #[test]
    fn kept_now_or_before_is_read_the_same() {
        let digest = Digest::from_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855").unwrap();
        let kept = InboxAnswer::Kept { digest, received_at: 1_795_046_700 };
        assert_eq!((read_answer(201, None, BODY), read_answer(200, None, BODY)), (kept, kept));
    }

    #[test]
    fn a_success_that_cannot_be_read_is_no_success() {
        for body in ["", "{}", "<html>", &BODY.replace("sha-256", "sha-512"), &BODY.replace("2026-11-19", "2026-11-99")]
        {
            assert_eq!(read_answer(201, None, body), AGAIN, "{body}");
        }
    }

    #[test]
    fn every_documented_status_has_its_meaning() {
        for (status, refusal) in [
            (404, Refusal::UnknownCounty),
            (413, Refusal::TooLarge),
            (415, Refusal::NotUnderstood),
            (422, Refusal::NotUnderstood),
        ] {
            assert_eq!(read_answer(status, None, ""), InboxAnswer::Refused(refusal), "{status}");
        }
        assert_eq!(read_answer(429, Some("30"), ""), InboxAnswer::Again { after_seconds: Some(30) });
        assert_eq!(read_answer(429, Some("Wed, 21 Oct 2026 07:28:00 GMT"), ""), AGAIN);
        for status in [0, 302, 400, 409, 500, 503, 507] {
            assert_eq!(read_answer(status, None, BODY), AGAIN, "{status}");
        }
    }

    proptest! {
        #[test]
        fn no_answer_makes_it_panic(status: u16, after: Option<String>, body: String, time in ".{20}") {
            let _ = read_answer(status, after.as_deref(), &body);
            let _ = seconds(&time);
        }
    }
}
