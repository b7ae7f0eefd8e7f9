//! The addresses of framed views. Pasted snippets hold them for years: what stands here is never renamed.

use crate::domain::{Language, MunicipalityCode};

/// Where a web editor makes a snippet. `{language}` stands for the language's code.
pub const BUILDER: &str = "/builder/{language}/";
/// Where a snippet is tested.
pub const TESTER: &str = "/builder/{language}/test/";

/// One framed view, in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// Help for families: the way to everything else.
    Start,
    /// The pages of the guide, with a field that shortens the list.
    Search,
    /// A page of the guide, by the name of its content file.
    Guide(String),
    /// Choosing the municipality.
    Choose,
    /// Who answers in one municipality.
    Contacts(MunicipalityCode),
}

impl View {
    /// The address in a language, beginning and ending with a slash.
    pub fn path(&self, language: Language) -> String {
        let code = language.code();
        match self {
            Self::Start => format!("/embed/{code}/start/"),
            Self::Search => format!("/embed/{code}/search/"),
            Self::Guide(id) => format!("/embed/{code}/guide/{}/", id.replace('_', "-")),
            Self::Choose => format!("/embed/{code}/contacts/"),
            Self::Contacts(municipality) => format!("/embed/{code}/contacts/{municipality}/"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_pasted_snippets_stay_as_they_are() {
        let oulu = MunicipalityCode::parse("564").map(View::Contacts).expect("three digits");
        for (view, path) in [
            (View::Start, "/embed/sv/start/"),
            (View::Search, "/embed/sv/search/"),
            (View::Guide("family_work".to_owned()), "/embed/sv/guide/family-work/"),
            (View::Choose, "/embed/sv/contacts/"),
            (oulu, "/embed/sv/contacts/564/"),
        ] {
            assert_eq!(view.path(Language::Sv), path);
        }
    }
}
