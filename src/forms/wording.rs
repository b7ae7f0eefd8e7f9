//! Finds the words of a form by the names of its parts, in the voice that suits the writer.

use crate::i18n::Texts;

use super::{Answers, Choice, Finding, Form, HelpTopic, Question, Step};

/// The words of one form in one language, for one writer.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    form: &'static Form,
    texts: &'a Texts,
    voice: Option<&'static str>,
}

impl<'a> Wording<'a> {
    /// Words for the person who gave these answers.
    pub fn new(form: &'static Form, texts: &'a Texts, answers: &Answers) -> Self {
        Self { form, texts, voice: (form.voice)(answers) }
    }

    /// The texts themselves, for words that belong to no question.
    pub const fn texts(&self) -> &'a Texts {
        self.texts
    }

    /// The name of the form in words. It stands on paper and in the message to the team, never in a page title.
    pub fn title(&self) -> String {
        self.part("title")
    }

    /// The heading of a step: the label of its only question, or a heading of its own.
    pub fn heading(&self, step: &Step) -> String {
        match step.single_question() {
            Some(question) => self.label(question),
            None => self.part(&format!("step.{}.title", step.name)),
        }
    }

    /// Why the step asks what it asks.
    pub fn why(&self, step: &Step) -> String {
        self.part(&format!("step.{}.why", step.name))
    }

    /// One of the further texts of a step, by a name out of [`Step::notes`].
    pub fn note(&self, step: &Step, note: &str) -> String {
        self.part(&format!("step.{}.{note}", step.name))
    }

    /// The question in words.
    pub fn label(&self, question: &Question) -> String {
        self.part(&format!("{}.label", question.name))
    }

    /// A hint below the label, where there is one.
    pub fn hint(&self, question: &Question) -> Option<String> {
        self.find(&format!("{}.hint", question.name)).map(str::to_owned)
    }

    /// An option in words.
    pub fn choice(&self, question: &Question, choice: Choice) -> String {
        self.part(&format!("{}.{}", question.name, choice.code()))
    }

    /// Title and text of a help topic, in words for this kind of writer where there are such.
    pub fn help(&self, topic: HelpTopic) -> (String, String) {
        let (name, writer) = (topic.name(), self.form.writer.name());
        let part = |part: &str| {
            let key = format!("forms.help.{name}.{part}");
            let own = self.texts.find(&format!("{key}_{writer}"));
            own.unwrap_or_else(|| self.texts.find(&key).unwrap_or_default()).to_owned()
        };
        (part("title"), part("text"))
    }

    /// What to do about a problem: the question's own words for it, else the general ones with the label filled in.
    pub fn problem(&self, finding: &Finding) -> String {
        let name = finding.problem.name();
        if let Some(text) = self.find(&format!("{}.problem.{name}", finding.question.name)) {
            return text.to_owned();
        }
        let limit = finding.problem.limit().unwrap_or_default().to_string();
        let label = self.label(finding.question);
        self.texts.fill(&format!("forms.problem.{name}"), &[("limit", &limit), ("label", &label)])
    }

    /// The text of a part of the form; a missing one shows its key, which a test keeps from happening.
    fn part(&self, part: &str) -> String {
        self.find(part).map_or_else(|| format!("{}.{part}", self.form.texts), str::to_owned)
    }

    /// The text in the writer's voice, else the plain one.
    fn find(&self, part: &str) -> Option<&'a str> {
        let key = format!("{}.{part}", self.form.texts);
        let voiced = self.voice.and_then(|voice| self.texts.find(&format!("{key}_{voice}")));
        voiced.or_else(|| self.texts.find(&key))
    }
}
