//! Names of bodies, offices and acts that no longer hold. A text that uses one has not been checked lately.

/// Outdated names in Finnish, Swedish and English, lowercase. Stems, so that inflected forms are found.
/// Sources and dates of the changes: `data/facts.toml`, by their marks.
const OUTDATED: &[&str] = &[
    // Employment authorities and municipalities since 1.1.2025.
    "te-toimisto",
    "te-palvelu",
    "te-byrå",
    "te office",
    "te services",
    "te-office",
    "arbets- och näringsbyrå",
    // The Finnish Supervisory Agency since 1.1.2026 (530/2025).
    "valvira",
    "aluehallintovirasto",
    "regionförvaltningsverk",
    "regional state administrative",
    // Social ombudsperson since 1.1.2024 (739/2023).
    "sosiaaliasiamies",
    "sosiaaliasiamieh",
    "socialombudsman",
    // The Integration Act is 681/2023 since 1.1.2025.
    "1386/2010",
    // Wellbeing services counties since 1.1.2023.
    "kuntayhtym",
    "samkommun",
    "joint municipal authorit",
    "perusturvalautakun",
    "grundtrygghetsnämnd",
    "basic security board",
    "sosiaalilautakun",
    "socialnämnd",
    "municipal social office",
    // Economic development centres since 1.1.2026.
    "ely-kesku",
    "ely-central",
    "ntm-central",
    "ely centre",
    // The Client Data Act 703/2023 since 1.1.2024.
    "254/2015",
];

/// The first outdated name in a text.
pub fn first_outdated(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    OUTDATED.iter().copied().find(|name| is_used(&text, name)).or_else(|| abbreviation(&text))
}

/// Names are found inside compound words too, but the abbreviation TE only at the beginning of one: "state offices" hold.
fn is_used(text: &str, name: &str) -> bool {
    let begins_a_word = |place: usize| !text[..place].ends_with(char::is_alphanumeric);
    text.match_indices(name).any(|(place, _)| !name.starts_with("te") || begins_a_word(place))
}

/// `AVI` only as a word of its own: it is also a part of other words.
fn abbreviation(text: &str) -> Option<&'static str> {
    let is_avi = |word: &str| matches!(word, "avi" | "avin" | "aville" | "avit");
    text.split(|letter: char| !letter.is_alphanumeric()).any(is_avi).then_some("avi")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outdated_names_are_found_in_any_form() {
        for text in ["TE-toimistossa", "Kantele AVIin tai Aviin, eli AVI", "kuntayhtymän", "TE Office", "en samkommun"]
        {
            assert!(first_outdated(text).is_some(), "{text}");
        }
    }

    #[test]
    fn names_that_hold_are_left_alone() {
        for text in [
            "sosiaaliasiavastaava",
            "Lupa- ja valvontavirasto",
            "avioero",
            "työvoimaviranomainen",
            "socialombud",
            "state offices",
        ] {
            assert_eq!(first_outdated(text), None, "{text}");
        }
    }
}
