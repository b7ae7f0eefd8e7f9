//! Help texts that come up at once when an answer speaks of danger. They never block, and they may come up once too often:
//! an unneeded line of help costs nothing.

use super::{Answer, Answers};

/// A help text beside the form, at `forms.help.<name>.title` and `.text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpTopic {
    /// Somebody may be in danger now: 112 and the county's social emergency service.
    Urgent,
    /// Violence at home.
    Violence,
    /// Sexual abuse.
    Abuse,
    /// Thoughts of death or of hurting oneself.
    SelfHarm,
    /// Already a client: one's own worker is the quickest way.
    OwnWorker,
    /// A professional writes although the family has not agreed.
    FamilyAgreement,
}

impl HelpTopic {
    /// Every topic, the most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Urgent, Self::Violence, Self::Abuse, Self::SelfHarm, Self::OwnWorker, Self::FamilyAgreement];

    /// The name in text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Violence => "violence",
            Self::Abuse => "abuse",
            Self::SelfHarm => "self_harm",
            Self::OwnWorker => "own_worker",
            Self::FamilyAgreement => "family_agreement",
        }
    }

    /// Ids of rows in `data/national.csv` to show with the text. Numbers and hours stand there, never in a text.
    pub const fn help_lines(self) -> &'static [&'static str] {
        match self {
            Self::Urgent => &["emergency"],
            Self::Violence => &["nollalinja", "shelters"],
            Self::Abuse => &["rikosuhripaivystys", "nollalinja"],
            Self::SelfHarm => &["mieli-fi", "mieli-sv", "sekasin-chat"],
            Self::OwnWorker | Self::FamilyAgreement => &[],
        }
    }

    /// Whether these answers bring the topic up.
    fn comes_up(self, answers: &Answers) -> bool {
        match self {
            Self::Urgent => speaks_of(answers, URGENT),
            Self::Violence => answers.is_chosen("topics", "violence") || speaks_of(answers, VIOLENCE),
            Self::Abuse => speaks_of(answers, ABUSE),
            Self::SelfHarm => answers.is_chosen("topics", "child_mood") || speaks_of(answers, SELF_HARM),
            Self::OwnWorker => answers.is_chosen("client", "yes"),
            Self::FamilyAgreement => answers.is_chosen("family_agrees", "no"),
        }
    }
}

/// The help texts that these answers bring up, the most urgent first.
pub fn help_for(answers: &Answers) -> Vec<HelpTopic> {
    HelpTopic::ALL.into_iter().filter(|topic| topic.comes_up(answers)).collect()
}

// Beginnings of words in Finnish, Swedish and English, in small letters.
const URGENT: &[&str] = &[
    "hengenvaar",
    "vaarassa",
    "uhkaa tappa",
    "uhkasi tappa",
    "tappaa minut",
    "tappaa meid",
    "livsfara",
    "i fara",
    "hotar att",
    "hotat att",
    "döda mig",
    "in danger",
    "kill me",
    "kill us",
    "threatens to",
    "threatened to",
];
const VIOLENCE: &[&str] = &[
    "väkival",
    "pahoinpi",
    "hakkaa",
    "hakkas",
    "lyö ",
    "lyö.",
    "lyönyt",
    "löi",
    "kurist",
    "våld",
    "misshand",
    "slår mig",
    "slår barn",
    "slog mig",
    "strypt",
    "violen",
    "hits me",
    "hit me",
    "beats",
    "beaten",
    "strangl",
];
const ABUSE: &[&str] = &[
    "hyväksikäyt",
    "seksuaalis",
    "raiska",
    "sexuella över",
    "sexuellt utnytt",
    "våldta",
    "våldtä",
    "sexual abuse",
    "sexually",
    "molest",
    "raped",
];
const SELF_HARM: &[&str] = &[
    "itsemurh",
    "itsetuho",
    "viilte",
    "haluan kuolla",
    "haluaa kuolla",
    "en halua elää",
    "ei halua elää",
    "tappaa itse",
    "självmord",
    "självska",
    "vill dö",
    "vill inte leva",
    "ta livet av",
    "skär sig",
    "suicid",
    "self-harm",
    "self harm",
    "kill myself",
    "kill herself",
    "kill himself",
    "want to die",
    "wants to die",
    "end my life",
    "hurt myself",
];

/// Whether a typed text holds one of these stems.
fn speaks_of(answers: &Answers, stems: &[&str]) -> bool {
    answers.entries().any(|(_, answer)| match answer {
        Answer::Text(text) => stems.iter().any(|stem| holds(text.as_bytes(), stem.as_bytes())),
        _ => false,
    })
}

/// A search that does not mind ASCII capitals; full case folding would bring its tables into the program.
fn holds(text: &[u8], stem: &[u8]) -> bool {
    text.windows(stem.len()).any(|part| part.eq_ignore_ascii_case(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help_for_words(words: &str) -> Vec<HelpTopic> {
        let mut answers = Answers::default();
        answers.set_text("own_words", words);
        help_for(&answers)
    }

    #[test]
    fn chosen_topics_bring_up_help() {
        let mut answers = Answers::default();
        assert_eq!(help_for(&answers), []);
        answers.tick("topics", "violence", true);
        answers.choose("client", "yes");
        assert_eq!(help_for(&answers), [HelpTopic::Violence, HelpTopic::OwnWorker]);
        answers.tick("topics", "violence", false);
        assert_eq!(help_for(&answers), [HelpTopic::OwnWorker]);
    }

    #[test]
    fn words_bring_up_help_in_three_languages() {
        assert_eq!(help_for_words("Mieheni löi minua eilen"), [HelpTopic::Violence]);
        assert_eq!(help_for_words("Tyttö puhuu Itsemurhasta"), [HelpTopic::SelfHarm]);
        assert_eq!(help_for_words("Han hotar att döda mig"), [HelpTopic::Urgent]);
        assert_eq!(help_for_words("She wants to die"), [HelpTopic::SelfHarm]);
        assert_eq!(help_for_words("Somebody raped my child"), [HelpTopic::Abuse]);
    }

    #[test]
    fn ordinary_worries_bring_up_nothing() {
        for words in ["Univaje on kova ja riitelemme läksyistä.", "Vi sover dåligt.", "Therapeutic support for autism"]
        {
            assert_eq!(help_for_words(words), [], "{words}");
        }
    }
}
