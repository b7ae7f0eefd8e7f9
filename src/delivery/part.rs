//! The coded part of a message: the border types of schema `tukipolku-seal/1`, documented in `docs/envelope.md`.
//! Free text is not here: it is referred to by its lines in the plain text above.

use serde::{Deserialize, Serialize};

/// Name and version of the schema.
pub const SCHEMA: &str = "tukipolku-seal/1";
/// The line between the plain text and the coded part. Every line a person wrote is indented, so none can look like it.
pub(super) const BORDER: &str = "===== tukipolku-seal/1 =====";

/// The coded part.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Part {
    pub schema: String,
    pub form: String,
    pub form_version: u32,
    /// The writer's language, `fi`, `sv` or `en`.
    pub language: String,
    /// Three digits.
    pub municipality: String,
    /// UNIX seconds, by the writer's clock.
    pub sent_at: i64,
    pub app_version: String,
    pub answers: Vec<PartAnswer>,
}

/// One answered question. Exactly one of the three forms is there.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct PartAnswer {
    pub question: String,
    /// Codes of the chosen options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Vec<String>>,
    /// First and last line of the answer in the plain text, counted from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<(usize, usize)>,
    /// The rows of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<Vec<Vec<PartAnswer>>>,
}
