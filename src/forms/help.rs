//! Help texts that come up at once when an answer speaks of danger. They never block, and they may come up once too often:
//! an unneeded line of help costs nothing.

use super::{Answer, Answers, Step};
use crate::domain::is_personal_identity_code;

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
    /// A personal identity code that cannot be one. It may stay as it is.
    IdentityCode,
}

/// Answers that bring up help by being chosen: question and code.
const CHOSEN: [(HelpTopic, &str, &str); 13] = [
    (HelpTopic::Urgent, "happening", "danger"),
    (HelpTopic::Violence, "happening", "hurt"),
    (HelpTopic::Violence, "happening", "afraid"),
    (HelpTopic::Abuse, "happening", "touched"),
    (HelpTopic::SelfHarm, "happening", "hurting_myself"),
    (HelpTopic::Violence, "topics", "violence"),
    (HelpTopic::Violence, "reasons", "violence"),
    (HelpTopic::Violence, "reasons", "domestic_violence"),
    (HelpTopic::Abuse, "reasons", "violence"),
    (HelpTopic::SelfHarm, "topics", "child_mood"),
    (HelpTopic::SelfHarm, "reasons", "child_risk"),
    (HelpTopic::OwnWorker, "client", "yes"),
    (HelpTopic::FamilyAgreement, "family_agrees", "no"),
];

impl HelpTopic {
    /// Every topic, the most urgent first.
    pub const ALL: [Self; 7] = [
        Self::Urgent,
        Self::Violence,
        Self::Abuse,
        Self::SelfHarm,
        Self::OwnWorker,
        Self::FamilyAgreement,
        Self::IdentityCode,
    ];

    /// The name in text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Violence => "violence",
            Self::Abuse => "abuse",
            Self::SelfHarm => "self_harm",
            Self::OwnWorker => "own_worker",
            Self::FamilyAgreement => "family_agreement",
            Self::IdentityCode => "identity_code",
        }
    }

    /// Ids of rows in `data/national.csv` to show with the text. Numbers and hours stand there, never in a text.
    pub const fn help_lines(self) -> &'static [&'static str] {
        match self {
            Self::Urgent => &["emergency"],
            Self::Violence => &["nollalinja", "shelters"],
            Self::Abuse => &["rikosuhripaivystys", "nollalinja"],
            Self::SelfHarm => &["mieli-fi", "mieli-sv", "sekasin-chat"],
            Self::OwnWorker | Self::FamilyAgreement | Self::IdentityCode => &[],
        }
    }

    /// Whether these answers bring the topic up.
    fn comes_up(self, answers: &Answers) -> bool {
        let chosen = CHOSEN.iter().filter(|(topic, ..)| *topic == self);
        chosen.into_iter().any(|(_, question, code)| answers.is_chosen(question, code)) || self.is_written_of(answers)
    }

    fn is_written_of(self, answers: &Answers) -> bool {
        match self {
            Self::Urgent => speaks_of(answers, URGENT),
            Self::Violence => speaks_of(answers, VIOLENCE),
            Self::Abuse => speaks_of(answers, ABUSE),
            Self::SelfHarm => speaks_of(answers, SELF_HARM),
            Self::OwnWorker | Self::FamilyAgreement => false,
            Self::IdentityCode => has_strange_identity_code(answers),
        }
    }

    /// The question beside which alone it is shown. Help in danger stays in sight on every later page.
    const fn only_beside(self) -> Option<&'static str> {
        match self {
            Self::OwnWorker => Some("client"),
            Self::FamilyAgreement => Some("family_agrees"),
            Self::IdentityCode => Some(IDENTITY_CODE),
            Self::Urgent | Self::Violence | Self::Abuse | Self::SelfHarm => None,
        }
    }
}

/// The ending of the names of questions for a personal identity code.
const IDENTITY_CODE: &str = "identity_code";

/// The help texts that these answers bring up on a step, the most urgent first.
pub fn help_for(step: &Step, answers: &Answers) -> Vec<HelpTopic> {
    let names = || step.questions.iter().flat_map(|question| std::iter::once(question).chain(question.inner()));
    let belongs = |topic: &HelpTopic| match topic.only_beside() {
        Some(ending) => names().any(|question| question.name.ends_with(ending)),
        None => true,
    };
    HelpTopic::ALL.into_iter().filter(|topic| belongs(topic) && topic.comes_up(answers)).collect()
}

/// Whether an identity code was written, here or in a row of a list, that cannot be one.
fn has_strange_identity_code(answers: &Answers) -> bool {
    answers.entries().any(|(name, answer)| match answer {
        Answer::Text(text) => {
            name.ends_with(IDENTITY_CODE) && !text.trim().is_empty() && !is_personal_identity_code(text)
        }
        Answer::Rows(rows) => rows.iter().any(has_strange_identity_code),
        Answer::Chosen(_) => false,
    })
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

    static PAGE: Step = Step { name: "page", questions: &[], notes: &[], shown: |_| true };

    fn help(answers: &Answers) -> Vec<HelpTopic> {
        help_for(&PAGE, answers)
    }

    fn help_for_words(words: &str) -> Vec<HelpTopic> {
        let mut answers = Answers::default();
        answers.set_text("own_words", words);
        help(&answers)
    }

    #[test]
    fn chosen_answers_bring_up_help_that_stays() {
        for (topic, question, code) in CHOSEN.iter().filter(|(topic, ..)| topic.only_beside().is_none()) {
            let mut answers = Answers::default();
            assert_eq!(help(&answers), []);
            answers.tick(question, code, true);
            assert!(help(&answers).contains(topic), "{question}.{code}");
        }
    }

    #[test]
    fn every_answer_that_brings_up_help_is_asked_somewhere() {
        for (_, question, code) in CHOSEN {
            let asked = crate::forms::FORMS.iter().flat_map(|form| form.questions());
            let mut choices = asked.filter(|known| known.name == question).flat_map(|known| known.choices());
            assert!(choices.any(|choice| choice.code() == code), "{question}.{code}");
        }
    }

    #[test]
    fn advice_about_one_answer_stands_beside_its_question_only() {
        let mut answers = Answers::default();
        answers.choose("client", "yes");
        answers.change_row("children", 0, |row| row.set_text("children.identity_code", "010203-123X"));
        assert_eq!(help(&answers), []);
        let client = crate::forms::self_referral::SELF_REFERRAL.step("client").unwrap();
        assert_eq!(help_for(client, &answers), [HelpTopic::OwnWorker]);
        let children = crate::forms::concern::CONCERN_PROFESSIONAL.step("children").unwrap();
        assert_eq!(help_for(children, &answers), [HelpTopic::IdentityCode]);
        answers.change_row("children", 0, |row| row.set_text("children.identity_code", "131052-308T"));
        assert_eq!(help_for(children, &answers), []);
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
