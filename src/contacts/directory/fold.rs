//! Making names comparable: small letters without diacritics, and the stem under a case ending.

use crate::domain::letters::bare;

/// Small letters, no diacritics, no punctuation, single spaces. Words for "rural municipality" and "saint" become the registers'
/// abbreviations, and "Uuden…" becomes "uusi…", since that word changes at the beginning of a name.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for character in name.chars() {
        match plain(character) {
            Some(' ') if folded.is_empty() || folded.ends_with(' ') => {}
            Some(letter) => folded.push(letter),
            None => {}
        }
    }
    let folded = folded.trim_end();
    for (long, short) in [(" maalaiskunta", " mlk"), (" landskommun", " lk")] {
        if let Some(start) = folded.strip_suffix(long) {
            return one_beginning(&format!("{start}{short}"));
        }
    }
    one_beginning(folded)
}

fn one_beginning(folded: &str) -> String {
    for (other, one) in [("sankt ", "st "), ("uuden", "uusi")] {
        if let Some(rest) = folded.strip_prefix(other) {
            return format!("{one}{rest}");
        }
    }
    folded.to_owned()
}

/// The letter to compare by, a space between words, or nothing for a mark that does not count.
fn plain(character: char) -> Option<char> {
    match character {
        ' ' | '\u{a0}' | '-' | '\u{2010}'..='\u{2014}' | '/' | ',' | '\t' => Some(' '),
        // A combining mark after its letter: some keyboards write ä as a + ¨.
        ':' | '.' | '\'' | '’' | '´' | '`' | '\u{300}'..='\u{36f}' => None,
        other => Some(bare(other)),
    }
}

/// What stays of a folded word when a Finnish place ending is taken away: "helsingissa" → "helsing", "kuopion" → "kuop".
pub(super) fn query_stem(folded: &str) -> Option<&str> {
    let endings = ["ssa", "sta", "lla", "lta", "lle", "n"];
    let bare = endings.iter().find_map(|ending| folded.strip_suffix(ending))?;
    Some(without_vowels(bare)).filter(|stem| stem.len() > 1)
}

/// The stems a folded Finnish name has before its endings, with and without consonant gradation:
/// "helsinki" → "helsink" (Helsinkiin), "helsing" (Helsingin).
pub(super) fn name_stems(folded: &str) -> Vec<String> {
    let strong = without_vowels(folded);
    let mut stems = vec![strong.to_owned()];
    for (ending, weak) in STEM_CHANGES {
        if let Some(start) = strong.strip_suffix(ending) {
            stems.push(without_vowels(&format!("{start}{weak}")).to_owned());
        }
    }
    stems.retain(|stem| stem.len() > 1);
    stems
}

/// Consonant gradation and the stems of names in -nen and -s, longest ending first where one contains another.
const STEM_CHANGES: [(&str, &str); 19] = [
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("ht", "hd"),
    ("rk", "r"),
    ("lk", "l"),
    ("hk", "h"),
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("k", ""),
    ("t", "d"),
    ("p", "v"),
    ("s", "d"),
    ("s", "ks"),
    ("nen", "s"),
    ("nen", "st"),
];

fn without_vowels(word: &str) -> &str {
    word.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_capitals_and_hyphens_do_not_count() {
        assert_eq!(fold("Mänttä-Vilppula"), "mantta vilppula");
        assert_eq!(fold("  S:t  Michel "), "st michel");
        assert_eq!(fold("Sankt Michel"), "st michel");
        assert_eq!(fold("A\u{308}hta\u{308}ri"), "ahtari");
        assert_eq!(fold("Kuopion maalaiskunta"), "kuopion mlk");
        assert_eq!(fold("Uudenkaupungin"), "uusikaupungin");
    }

    #[test]
    fn a_stem_meets_its_name() {
        for (inflected, name) in
            [("helsingin", "helsinki"), ("turun", "turku"), ("kauhajoen", "kauhajoki"), ("paraisten", "parainen")]
        {
            let stem = query_stem(inflected).expect("an ending");
            assert!(name_stems(name).iter().any(|known| known == stem), "{inflected}");
        }
    }
}
