//! Who carries a sealed message to the inbox. `browser` brings the real one.

use std::sync::Arc;

use super::{Digest, InboxAnswer};

/// A sealed message with what is written on its outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The inbox's address without a final slash, out of the county's folder.
    pub endpoint: String,
    /// The county's id in the inbox.
    pub county: String,
    /// The sealed file.
    pub bytes: Arc<[u8]>,
    /// Its digest.
    pub digest: Digest,
}

impl Parcel {
    /// Where it is posted.
    pub fn address(&self) -> String {
        format!("{}/v1/{}/submissions", self.endpoint, self.county)
    }

    /// The request's headers. The key of a message is its digest: the same bytes are the same message, however often and
    /// after whatever restart they are sent.
    pub fn headers(&self) -> [(&'static str, String); 3] {
        [
            ("Content-Type", "application/octet-stream".to_owned()),
            ("Content-Digest", self.digest.to_header()),
            ("Idempotency-Key", self.digest.to_hex()),
        ]
    }
}

/// Carries a parcel once: a POST without cookies, referrer or redirects, with a time limit below the patience of
/// [`super::Sending`]. Calls `done` exactly once; whatever goes wrong is [`InboxAnswer::NO_NETWORK`].
pub trait Carrier {
    /// Sends the parcel.
    fn carry(&self, parcel: Parcel, done: Box<dyn FnOnce(InboxAnswer)>);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_have_the_same_key() {
        let parcel = Parcel {
            endpoint: "https://inbox.example".to_owned(),
            county: "esimerkki".to_owned(),
            bytes: Arc::from(*b"sealed"),
            digest: Digest([7; 32]),
        };
        assert_eq!(parcel.address(), "https://inbox.example/v1/esimerkki/submissions");
        let headers = parcel.headers();
        assert_eq!(headers[2], ("Idempotency-Key", "07".repeat(32)));
        assert_eq!(headers[1].1, parcel.digest.to_header());
    }
}
