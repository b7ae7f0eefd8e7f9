//! Why an answer cannot be used yet, as a value without words.

/// Why an answer cannot be used yet. The words are in `content/<language>/texts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something should be written.
    Missing,
    /// One option should be chosen.
    ChooseOne,
    /// At least one option should be chosen.
    ChooseAtLeastOne,
    /// The text is longer than fits.
    TooLong {
        /// How many characters fit.
        limit: usize,
    },
    /// The list has more rows than fit.
    TooManyRows {
        /// How many rows fit.
        limit: usize,
    },
    /// This cannot be a telephone number.
    NotAPhoneNumber,
    /// This cannot be an e-mail address.
    NotAnEmail,
    /// This is not the code of a municipality.
    NotAMunicipality,
}

impl Problem {
    /// The name in text keys: `<form>.<question>.problem.<name>`, else `forms.problem.<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::ChooseOne => "choose_one",
            Self::ChooseAtLeastOne => "choose_at_least_one",
            Self::TooLong { .. } => "too_long",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::NotAPhoneNumber => "not_a_phone_number",
            Self::NotAnEmail => "not_an_email",
            Self::NotAMunicipality => "not_a_municipality",
        }
    }

    /// The limit that was passed, for the gap `{limit}`.
    pub const fn limit(self) -> Option<usize> {
        match self {
            Self::TooLong { limit } | Self::TooManyRows { limit } => Some(limit),
            _ => None,
        }
    }
}
