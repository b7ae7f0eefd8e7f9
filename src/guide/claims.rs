//! Does a text claim something that needs a fact behind it? Rules of thumb for three languages, on the safe side:
//! any figure, a number word before a unit of time or money, a section sign, a duty or a right.

use crate::domain::Language;

/// The first word or phrase of the text that needs a fact, if there is one. Emergency number 112 needs none.
pub fn first_claim(text: &str, language: Language) -> Option<String> {
    let text = text.to_lowercase();
    section_sign(&text)
        .or_else(|| figure(&text))
        .or_else(|| phrase(&text, language))
        .or_else(|| number(&text, language))
}

/// True when the text says of itself that it gives an example or that counties differ.
pub fn says_it_varies(text: &str, language: Language) -> bool {
    let text = text.to_lowercase();
    let words: &[&str] = match language {
        Language::Fi => &["esimerkiksi", "vaihtelee", "vaihtelevat", "hyvinvointialueittain"],
        Language::Sv => &["till exempel", "varierar", "olika välfärdsområden"],
        Language::En => &["for example", "varies", "vary", "differs between counties"],
    };
    words.iter().any(|word| text.contains(word))
}

fn section_sign(text: &str) -> Option<String> {
    text.contains('§').then(|| "§".to_owned())
}

fn figure(text: &str) -> Option<String> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit() && letter != '\u{a0}');
    runs.map(|run| run.trim_matches('\u{a0}')).find(|run| !run.is_empty() && *run != "112").map(ToOwned::to_owned)
}

fn phrase(text: &str, language: Language) -> Option<String> {
    let phrases: &[&str] = match language {
        Language::Fi => &[
            "on oikeus",
            "oikeus saada",
            "oikeutta ",
            "velvollisuus",
            "velvollinen",
            "täytyy",
            "lain mukaan",
            "pakko ",
        ],
        Language::Sv => &["har rätt att", "har rätt till", "rätten att", "skyldig", "måste", "enligt lag"],
        Language::En => &["must ", "the right to", "a right to", "by law", "duty to", "obliged", "entitled"],
    };
    phrases.iter().find(|phrase| text.contains(**phrase)).map(|phrase| phrase.trim().to_owned())
}

fn number(text: &str, language: Language) -> Option<String> {
    let (numbers, units): (&[&str], &[&str]) = match language {
        Language::Fi => (
            &[
                "kaksi", "kahden", "kahdessa", "kolme", "neljä", "viisi", "viiden", "kuusi", "kuuden", "seitsem",
                "kymmen", "puoli",
            ],
            &["päiv", "arkipäiv", "kuukau", "viik", "vuot", "vuode", "tunti", "tunnin", "euro"],
        ),
        Language::Sv => (
            &["två", "tre", "fyra", "fem", "sex", "sju", "sjunde", "åtta", "tio", "halv"],
            &["dag", "vardag", "månad", "veck", "år", "timm", "euro"],
        ),
        Language::En => (
            &["two", "three", "four", "five", "six", "seven", "seventh", "ten", "half"],
            &["day", "month", "week", "year", "hour", "euro"],
        ),
    };
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    words.windows(3).find(|three| is_amount(three, numbers, units)).map(|three| three.join(" "))
}

fn is_amount(three: &[&str], numbers: &[&str], units: &[&str]) -> bool {
    let begins = |word: &str, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    begins(three[0], numbers) && three[1..].iter().any(|word| begins(word, units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_found_in_every_language() {
        for (language, text) in [
            (Language::Fi, "Arviointi alkaa seitsemän arkipäivän kuluessa."),
            (Language::Fi, "Sinulla on oikeus saada päätös."),
            (Language::Fi, "Lapsi, joka on täyttänyt 12 vuotta."),
            (Language::Sv, "Bedömningen inleds senast den sjunde vardagen efter det."),
            (Language::Sv, "Du har rätt att få ett beslut."),
            (Language::En, "It is ready in three months at most."),
            (Language::En, "A teacher must tell."),
            (Language::En, "See § for more."),
        ] {
            assert!(first_claim(text, language).is_some(), "{text}");
        }
    }

    #[test]
    fn plain_talk_and_the_emergency_number_are_no_claims() {
        for (language, text) in [
            (Language::Fi, "Soita 112, jos joku on vaarassa. Sovimme yhdessä."),
            (Language::Sv, "Ring 112 om någon är i fara. Vi kommer överens."),
            (Language::En, "Call 112 if someone is in danger. We agree together."),
        ] {
            assert_eq!(first_claim(text, language), None);
        }
    }

    #[test]
    fn an_example_says_that_it_is_one() {
        assert!(says_it_varies("Esimerkiksi viikonloppu kuussa.", Language::Fi));
        assert!(says_it_varies("Det varierar.", Language::Sv));
        assert!(!says_it_varies("One weekend a month.", Language::En));
    }
}
