//! "Where do I start?": questions, their answers, and where each answer leads. The way is `data/start.toml`, the words are
//! `content/<language>/start.toml`.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use crate::domain::Language;

use super::{
    content_error::ContentError,
    target::{RouteTarget, Target},
    toml_file::{read_text, read_toml},
};

/// A question in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartQuestion {
    /// Its name, the same in every language.
    pub id: String,
    /// The question.
    pub words: String,
    /// What one can answer.
    pub answers: Vec<StartAnswer>,
}

/// An answer in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartAnswer {
    /// The answer.
    pub words: String,
    /// What to know before going on; empty where another question follows.
    pub advice: String,
    /// Where it leads.
    pub leads: StartLeads,
}

/// Where an answer leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartLeads {
    /// To a further question.
    Question(StartQuestion),
    /// To places, in the order in which they are offered.
    Places(Vec<StartPlace>),
}

/// A place at the end of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartPlace {
    /// A page or a screen.
    Page(Target),
    /// A phone number, digits only.
    Phone(String),
}

const WAY: &str = "data/start.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    question: Vec<WayQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WayQuestion {
    id: String,
    answers: Vec<WayAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WayAnswer {
    id: String,
    #[serde(default)]
    next: Option<String>,
    #[serde(default)]
    leads: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionWords {
    question: String,
    answers: BTreeMap<String, AnswerWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerWords {
    answer: String,
    #[serde(default)]
    advice: String,
}

/// Reads the way in one language. `place` says where a link of content leads, if it leads anywhere.
pub(super) fn read(
    root: &Path,
    language: Language,
    place: &dyn Fn(&str) -> Option<StartPlace>,
) -> Result<StartQuestion, ContentError> {
    let way: Way = read_toml(WAY, &read_text(root, WAY)?, 0)?;
    let file = format!("content/{}/start.toml", language.code());
    let words: BTreeMap<String, QuestionWords> = read_toml(&file, &read_text(root, &file)?, 0)?;
    let known: usize = words.values().map(|question| question.answers.len()).sum();
    let asked: usize = way.question.iter().map(|question| question.answers.len()).sum();
    if known != asked || words.len() != way.question.len() {
        return Err(ContentError::new(&file, 1, "Its questions and answers are not those of data/start.toml.", MEND));
    }
    Reader { file: &file, words: &words, place }.question(&way.question)
}

const MEND: &str = "Give every question and answer the same name in data/start.toml and in each language.";

struct Reader<'a> {
    file: &'a str,
    words: &'a BTreeMap<String, QuestionWords>,
    place: &'a dyn Fn(&str) -> Option<StartPlace>,
}

impl Reader<'_> {
    /// The first of these questions, with all that follow from it. A question leads only further down, so the way ends.
    fn question(&self, way: &[WayQuestion]) -> Result<StartQuestion, ContentError> {
        let [first, rest @ ..] = way else { return Err(fault("There is no question.", "Write a [[question]].")) };
        let words = self.words.get(&first.id).ok_or_else(|| self.no_words(&first.id))?;
        let answers = first.answers.iter().map(|answer| self.answer(first, words, answer, rest));
        let answers = answers.collect::<Result<_, _>>()?;
        Ok(StartQuestion { id: first.id.clone(), words: words.question.clone(), answers })
    }

    fn answer(
        &self,
        question: &WayQuestion,
        words: &QuestionWords,
        answer: &WayAnswer,
        rest: &[WayQuestion],
    ) -> Result<StartAnswer, ContentError> {
        let name = format!("{}.{}", question.id, answer.id);
        let words = words.answers.get(&answer.id).ok_or_else(|| self.no_words(&name))?;
        let leads = match (&answer.next, answer.leads.is_empty()) {
            (Some(next), true) => StartLeads::Question(self.question(further_down(&name, next, rest)?)?),
            (None, false) => StartLeads::Places(self.places(&name, &answer.leads)?),
            _ => return Err(fault(format!("{name} leads nowhere, or two ways."), "Write `next` or `leads`.")),
        };
        if matches!(leads, StartLeads::Places(_)) == words.advice.is_empty() {
            let mend = "Write `advice` where the way ends, and only there.";
            return Err(ContentError::new(
                self.file,
                1,
                format!("{name} lacks its advice, or has one too many."),
                mend,
            ));
        }
        Ok(StartAnswer { words: words.answer.clone(), advice: words.advice.clone(), leads })
    }

    fn places(&self, name: &str, leads: &[String]) -> Result<Vec<StartPlace>, ContentError> {
        let place = |link: &String| {
            let mend = "Name a page of data/pages.toml, a route, or a number of data/national.csv.";
            (self.place)(link).ok_or_else(|| fault(format!("{name} leads to \"{link}\", which is nowhere."), mend))
        };
        leads.iter().map(place).collect()
    }

    fn no_words(&self, name: &str) -> ContentError {
        ContentError::new(self.file, 1, format!("The words of {name} are missing."), MEND)
    }
}

fn further_down<'a>(name: &str, next: &str, rest: &'a [WayQuestion]) -> Result<&'a [WayQuestion], ContentError> {
    let place = rest.iter().position(|question| question.id == next);
    let mend = "Let `next` name a question that stands further down.";
    place.map(|place| &rest[place..]).ok_or_else(|| fault(format!("{name} leads to no question \"{next}\"."), mend))
}

fn fault(what: impl Into<String>, mend: &str) -> ContentError {
    ContentError::new(WAY, 1, what, mend)
}

/// The screen behind `route:<name>`.
pub(super) fn screen(link: &str) -> Option<StartPlace> {
    RouteTarget::from_name(link.strip_prefix("route:")?).map(|route| StartPlace::Page(Target::Route(route)))
}
