//! Reading `[privacy]`: every part in every language, or a plain list of what is missing.

use std::ops::Range;

use serde::Deserialize;

use super::toml_file::TomlFile;
use crate::contacts::{FolderError, PrivacyNotice};
use crate::domain::Names;

/// Every part may be missing here, so that all missing parts are told at once.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrivacyToml {
    controller: Option<Part>,
    purpose: Option<Part>,
    legal_basis: Option<Part>,
    retention: Option<Part>,
    rights: Option<Part>,
    officer: Option<Part>,
    child: Option<Part>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    fi: Option<String>,
    sv: Option<String>,
    en: Option<String>,
}

impl PrivacyToml {
    /// The notice, or a mistake that names every missing part.
    pub(super) fn check(
        &self,
        file: &TomlFile,
        place: Range<usize>,
        errors: &mut Vec<FolderError>,
    ) -> Option<PrivacyNotice> {
        let mut missing = Vec::new();
        let mut part = |name: &str, part: &Option<Part>| part.clone().unwrap_or_default().check(name, &mut missing);
        let notice = PrivacyNotice {
            controller: part("controller", &self.controller),
            purpose: part("purpose", &self.purpose),
            legal_basis: part("legal_basis", &self.legal_basis),
            retention: part("retention", &self.retention),
            rights: part("rights", &self.rights),
            officer: part("officer", &self.officer),
            child: part("child", &self.child),
        };
        if missing.is_empty() {
            return Some(notice);
        }
        let problem = format!("The privacy notice lacks {}", missing.join(", "));
        errors.push(file.error(
            place,
            problem,
            "Write every part in fi, sv and en; child is the whole notice in words for a child.",
        ));
        None
    }
}

impl Part {
    fn check(self, name: &str, missing: &mut Vec<String>) -> Names {
        let mut text = |language: &str, text: Option<String>| {
            let text = text.unwrap_or_default();
            if text.trim().is_empty() {
                missing.push(format!("{name}.{language}"));
            }
            text
        };
        Names { fi: text("fi", self.fi), sv: text("sv", self.sv), en: text("en", self.en) }
    }
}
