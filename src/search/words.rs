//! A text taken apart into words that can be compared.

use crate::domain::letters::bare;

/// The words of a text: small letters without marks. An apostrophe joins, everything else that is no letter or digit parts.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        match letter {
            // A combining mark after its letter: some keyboards write ä as a + ¨.
            '\'' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            _ if is_letter(letter) => words.last_mut().into_iter().for_each(|word| word.push(bare(letter))),
            _ if words.last().is_some_and(|word| !word.is_empty()) => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Letters of all alphabets and digits, near enough: beyond Latin, only the block of general punctuation holds none.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter >= '\u{c0}' && !('\u{2000}'..='\u{206f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_capitals_and_punctuation_go() {
        assert_eq!(words("Äiti – EN  jaksa, (enää)!"), ["aiti", "en", "jaksa", "enaa"]);
        assert_eq!(words("won’t neighbour's 12-vuotias"), ["wont", "neighbours", "12", "vuotias"]);
        assert_eq!(words("a\u{308}iti"), ["aiti"]);
        assert!(words(" ,.– ").is_empty());
    }

    #[test]
    fn other_alphabets_are_words_too() {
        assert_eq!(words("помощь 112"), ["помощь", "112"]);
    }
}
