//! Blocks that tell what changed. In Markdown they are block quotes, and outside them no outdated name may stand.

use crate::domain::Language;

/// The words with which such a block begins.
pub fn marker(language: Language) -> &'static str {
    match language {
        Language::Fi => "**Mikä muuttui.**",
        Language::Sv => "**Vad som har ändrats.**",
        Language::En => "**What changed.**",
    }
}

/// Whether a line of Markdown stands in such a block.
pub fn tells_what_changed(line: &str) -> bool {
    line.starts_with('>')
}
