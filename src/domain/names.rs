//! What something is called in each language of the site.

use serde::{Deserialize, Serialize};

use super::Language;

/// One name or sentence in Finnish, Swedish and English.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// In Finnish.
    pub fi: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Names {
    /// The name in this language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Fi => &self.fi,
            Language::Sv => &self.sv,
            Language::En => &self.en,
        }
    }

    /// The languages in which nothing but white space stands.
    pub fn missing(&self) -> impl Iterator<Item = Language> {
        Language::ALL.into_iter().filter(|language| self.in_language(*language).trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_name() {
        let names = Names { fi: "Turku".into(), sv: "Åbo".into(), en: " ".into() };
        assert_eq!(names.in_language(Language::Sv), "Åbo");
        assert_eq!(names.missing().collect::<Vec<_>>(), [Language::En]);
    }
}
