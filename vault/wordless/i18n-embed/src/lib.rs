//! Stands in for `i18n-embed`: the part of its surface that age names, and no languages behind it.
//! See `docs/decisions/vault-without-words.md`.

/// The loader that age keeps in a static.
pub mod fluent {
    pub use crate::fluent_language_loader;

    /// A loader with nothing to load.
    #[derive(Debug, Default)]
    pub struct FluentLanguageLoader;

    impl FluentLanguageLoader {
        /// Nothing is isolated, since nothing is said.
        pub fn set_use_isolating(&self, _value: bool) {}
    }

    impl crate::LanguageLoader for FluentLanguageLoader {}
}

/// Language tags.
pub mod unic_langid {
    /// A language tag that is never looked into.
    #[derive(Clone, Debug)]
    pub struct LanguageIdentifier;

    impl std::str::FromStr for LanguageIdentifier {
        type Err = crate::I18nEmbedError;

        fn from_str(_tag: &str) -> Result<Self, Self::Err> {
            Ok(Self)
        }
    }
}

/// An error that never happens.
#[derive(Debug)]
pub struct I18nEmbedError;

/// Where translations would be.
pub trait I18nAssets {}

impl<T> I18nAssets for T {}

/// Something that would load translations.
pub trait LanguageLoader {
    /// Loads nothing.
    ///
    /// # Errors
    /// Never.
    fn load_languages(
        &self,
        _assets: &dyn I18nAssets,
        _languages: &[unic_langid::LanguageIdentifier],
    ) -> Result<(), I18nEmbedError> {
        Ok(())
    }
}

/// Something that would choose a language.
pub trait Localizer {
    /// The loader of this library.
    fn language_loader(&self) -> &'_ dyn LanguageLoader;

    /// The translations of this library.
    fn i18n_assets(&self) -> &'_ dyn I18nAssets;

    /// Chooses languages.
    ///
    /// # Errors
    /// Never.
    fn select(
        &self,
        requested: &[unic_langid::LanguageIdentifier],
    ) -> Result<Vec<unic_langid::LanguageIdentifier>, I18nEmbedError>;
}

/// Chooses none of the languages.
///
/// # Errors
/// Never.
pub fn select(
    _loader: &dyn LanguageLoader,
    _assets: &dyn I18nAssets,
    _requested: &[unic_langid::LanguageIdentifier],
) -> Result<Vec<unic_langid::LanguageIdentifier>, I18nEmbedError> {
    Ok(Vec::new())
}

/// The loader of the crate that asks.
#[macro_export]
macro_rules! fluent_language_loader {
    () => {
        $crate::fluent::FluentLanguageLoader
    };
}
