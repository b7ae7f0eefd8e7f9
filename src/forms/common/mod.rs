//! Steps that several forms ask alike. Each form has its own words for them.

pub(super) mod language;
pub(super) mod municipality;
pub(super) mod urgency;
