//! The stem of a word: what stays when the endings of its language are taken off.
//!
//! Light on purpose. A stem need not be a word; it must only be the same for the forms people use, when the index is made and
//! when somebody types. What these few rules miss, the common beginning of two words catches.

use crate::domain::Language;

/// Takes off at most one ending of each group, the longest that fits, in order. The number says how many letters must stay.
type Groups = &'static [(usize, &'static [&'static str])];

/// Particles, then possessives, then cases and plurals.
const FINNISH: Groups = &[
    (4, &["kaan", "kin", "han", "ko", "pa"]),
    (4, &["nsa", "mme", "nne", "ni", "si"]),
    (
        SHORTEST,
        &[
            "issa", "ista", "illa", "ilta", "ille", "iksi", "iden", "seen", "ssa", "sta", "lla", "lta", "lle", "ksi",
            "ien", "jen", "ten", "den", "hin", "tta", "ita", "iin", "ia", "ja", "ta", "na", "n", "t", "a",
        ],
    ),
];

/// Genitive, then articles, plurals and verbs, then the vowel that an ending left.
const SWEDISH: Groups = &[
    (SHORTEST, &["s"]),
    (
        SHORTEST,
        &[
            "ningarna", "ningen", "ningar", "heten", "heter", "arna", "erna", "orna", "aren", "ande", "ende", "ning",
            "ade", "are", "ast", "het", "ar", "er", "or", "en", "et", "na", "ad", "at", "an", "a", "e",
        ],
    ),
    (SHORTEST, &["a", "e"]),
];

/// Plural, then verbs and nouns made of others.
const ENGLISH: Groups =
    &[(SHORTEST, &["es", "s"]), (SHORTEST, &["ation", "ment", "ness", "ing", "ied", "ed", "er", "ly", "i", "e", "y"])];

/// Shorter than this, endings and words cannot be told apart.
const SHORTEST: usize = 3;

/// Finnish consonants that change between the forms of a word, at the end of a stem; each pair becomes one.
const GRADES: [(&str, &str); 18] = [
    ("nen", "s"),
    ("ks", "s"),
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nt", "n"),
    ("nn", "n"),
    ("nk", "n"),
    ("ng", "n"),
    ("mp", "m"),
    ("mm", "m"),
    ("lt", "l"),
    ("ll", "l"),
    ("rt", "r"),
    ("rr", "r"),
    ("ht", "h"),
    ("hd", "h"),
    ("d", "t"),
];

/// The stem of a word as [`super::words::words`] gives it.
pub(super) fn stem(word: &str, language: Language) -> String {
    let groups = match language {
        Language::Fi => FINNISH,
        Language::Sv => SWEDISH,
        Language::En => ENGLISH,
    };
    if language == Language::Fi && word.ends_with("nen") {
        return with_one_grade(word);
    }
    let bare = groups.iter().fold(word, |rest, (least, endings)| without_ending(rest, *least, endings));
    if language == Language::Fi { with_one_grade(without_vowels(bare)) } else { without_double(bare).to_owned() }
}

fn without_ending<'a>(word: &'a str, least: usize, endings: &[&str]) -> &'a str {
    let rest = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    rest.filter(|rest| rest.len() >= least).min_by_key(|rest| rest.len()).unwrap_or(word)
}

fn without_vowels(word: &str) -> &str {
    let rest = word.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y']);
    if rest.len() < SHORTEST { word } else { rest }
}

fn with_one_grade(word: &str) -> String {
    let changed = GRADES.iter().find_map(|(one, other)| Some([word.strip_suffix(one)?, other].concat()));
    changed.filter(|stem| stem.len() >= SHORTEST).unwrap_or_else(|| word.to_owned())
}

/// Swedish and English double the last consonant before an ending: hem, hemmet; hit, hitting.
fn without_double(word: &str) -> &str {
    let mut letters = word.chars().rev();
    let (last, one_before) = (letters.next(), letters.next());
    let doubled = word.len() > SHORTEST && last == one_before;
    last.filter(|_| doubled).map_or(word, |last| &word[..word.len() - last.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::words::words;

    fn assert_same(language: Language, forms: &str) {
        let stems: Vec<String> = words(forms).iter().map(|word| stem(word, language)).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms}: {stems:?}");
    }

    #[test]
    fn finnish_forms_of_a_word_share_their_stem() {
        for forms in [
            "koulu koulun kouluun koulussa koulusta kouluja",
            "lapsi lapsen lapsella lapselle lapset",
            "väkivallan väkivaltaa väkivallasta",
            "äiti äidin äidille äitiä",
            "turvakoti turvakotiin turvakodissa",
            "nainen naisen naiset naisella",
            "väsymys väsymyksen",
            "päätös päätöksen päätöksestä päätöksiä",
            "perhe perheen perheelle perheeni perheissä",
            "arviointi arvioinnin arviointia arvioinnista",
        ] {
            assert_same(Language::Fi, forms);
        }
    }

    #[test]
    fn swedish_forms_of_a_word_share_their_stem() {
        for forms in [
            "skola skolan skolor skolans",
            "barn barnet barnen barnets",
            "hem hemmet hemmets",
            "anmälan anmäla",
            "förälder förälders",
            "stödfamilj stödfamiljen stödfamiljer stödfamiljens",
        ] {
            assert_same(Language::Sv, forms);
        }
    }

    #[test]
    fn english_forms_of_a_word_share_their_stem() {
        for forms in ["baby babies", "hit hits hitting", "cost costs costing", "worker workers work works working"] {
            assert_same(Language::En, forms);
        }
    }

    #[test]
    fn short_words_stay() {
        for language in Language::ALL {
            assert_eq!(stem("en", language), "en");
            assert_eq!(stem("112", language), "112");
            assert_eq!(stem("помощь", language), "помощь");
        }
    }
}
