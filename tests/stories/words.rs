//! The words of the site, from the same files as the site: a story names them by key, so that mending a text breaks none.

use tukipolku::domain::Language;
use tukipolku::i18n::{Texts, read_texts};

/// The interface texts of a language.
pub struct Words(Texts);

impl Words {
    /// Reads `content/<language>/texts`.
    pub fn of(language: Language) -> Self {
        let folder = xtask::places::root().join("content").join(language.code()).join("texts");
        Self(read_texts(&folder).expect("the texts are whole"))
    }

    /// The text with this key.
    pub fn get(&self, key: &str) -> &str {
        self.0.find(key).unwrap_or_else(|| panic!("there is no text {key}"))
    }

    /// The text up to its first gap, for waiting.
    pub fn before_gap(&self, key: &str) -> &str {
        self.get(key).split('{').next().unwrap_or_default().trim()
    }

    /// The texts themselves.
    pub const fn texts(&self) -> &Texts {
        &self.0
    }
}
