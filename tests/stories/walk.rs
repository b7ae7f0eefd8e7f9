//! A walk through any form, step by step from its definition: on each step nothing is answered first, then the plan's answers
//! are given, then every written answer is spoilt and mended. Each problem is read and followed from the summary to its field.

use serde_json::json;
use tukipolku::forms::entry::{EntryPath, add_first_answers};
use tukipolku::forms::{Answers, Finding, Form, Journey, Kind, Question, Step, Wording, check_step, set_municipality};

use crate::form;
use crate::harness::{Stage, Told, wait};
use crate::words::Words;

/// What is given to a question of the plan.
#[derive(Clone, Copy)]
pub enum Answer {
    /// These words.
    Text(&'static str),
    /// These choices, by their codes.
    Codes(&'static [&'static str]),
}

/// A form, what is answered in it, and its words.
pub struct Walk<'a> {
    form: &'static Form,
    plan: &'a [(&'static str, Answer)],
    words: &'a Words,
    answers: Answers,
}

impl<'a> Walk<'a> {
    /// At the first step, with what the entry questions have told already.
    pub fn new(path: EntryPath, plan: &'a [(&'static str, Answer)], words: &'a Words) -> Option<Self> {
        let mut answers = Answers::default();
        add_first_answers(path, &mut answers);
        Some(Self { form: path.form()?, plan, words, answers })
    }

    /// Goes to the check page.
    pub async fn go(mut self, stage: &Stage) -> Told {
        let mut here = Journey::new(self.form, &self.answers).first_step();
        while let Some(step) = here {
            let heading = self.wording(|wording| wording.heading(step));
            wait::until(&format!("the step “{heading}” is shown"), async || {
                Ok((form::heading(stage).await? == heading).then_some(()))
            })
            .await?;
            self.meet(stage, &check_step(step, &self.answers)).await?;
            self.answer(stage, step).await?;
            self.spoil(stage, step).await?;
            form::go_on(stage, self.words).await?;
            here = Journey::new(self.form, &self.answers).next_step(step);
        }
        stage.browser.by_role("heading", self.words.get("forms.check.heading")).await.map(drop)
    }

    fn wording<T>(&self, look: impl FnOnce(&Wording<'_>) -> T) -> T {
        look(&Wording::new(self.form, self.words.texts(), &self.answers))
    }

    /// Too much or nonsense in every field that can be written in. What the engine finds must be read on the page; then each
    /// field gets back what stood there.
    async fn spoil(&self, stage: &Stage, step: &'static Step) -> Told {
        let mut spoilt = self.answers.clone();
        let fields: Vec<_> = step.shown_questions(&self.answers).flat_map(written).collect();
        for (question, row) in &fields {
            let wrong = wrong(question);
            fill(stage, question, *row, &wrong).await?;
            change(&mut spoilt, question, *row, &wrong);
        }
        self.meet(stage, &check_step(step, &spoilt)).await?;
        if !fields.is_empty() {
            stage.browser.assert_accessible().await?;
        }
        for (question, row) in fields {
            fill(stage, question, row, &given(&self.answers, question, row)).await?;
        }
        Ok(())
    }

    /// Presses "Continue", reads each problem beside its field and in the summary, and follows its link there.
    async fn meet(&self, stage: &Stage, findings: &[Finding]) -> Told {
        if findings.is_empty() {
            return Ok(());
        }
        stage.browser.press_button(self.words.get("forms.continue")).await?;
        for finding in findings {
            let said = self.wording(|wording| wording.problem(finding));
            let field = format!("field-{}", finding.field());
            wait::until(&format!("“{said}” stands beside {field} and leads there"), async || {
                let tied = stage.browser.script(LEADS_TO, vec![json!(said), json!(field)]).await?;
                Ok((tied == true).then_some(()))
            })
            .await?;
        }
        Ok(())
    }

    async fn answer(&mut self, stage: &Stage, step: &'static Step) -> Told {
        if step.questions.iter().any(|question| question.kind == Kind::Municipality) {
            let label = self.wording(|wording| wording.label(&step.questions[0]));
            form::choose_municipality(stage, self.words, &label).await?;
            set_municipality(&mut self.answers, tukipolku::domain::MunicipalityCode::parse("995").expect("a code"));
        }
        // A choice may bring further questions, so each is looked for when its turn comes.
        for question in step.questions {
            for question in std::iter::once(question).chain(question.inner()) {
                if let Some((_, answer)) = self.plan.iter().find(|(name, _)| *name == question.name) {
                    self.give(stage, question, *answer).await?;
                }
            }
        }
        Ok(())
    }

    async fn give(&mut self, stage: &Stage, question: &'static Question, answer: Answer) -> Told {
        match answer {
            Answer::Text(text) => {
                let label = self.wording(|wording| wording.label(question));
                stage.browser.type_into(&label, text).await?;
                change(&mut self.answers, question, question.name.contains('.').then_some(0), text);
            }
            Answer::Codes(codes) => {
                for choice in question.choices().iter().filter(|choice| codes.contains(&choice.code())) {
                    stage.browser.pick_of(question.name, choice.code()).await?;
                }
                self.answers.set_chosen(question.name, codes.iter().copied());
            }
        }
        Ok(())
    }
}

/// The questions answered in words: the question itself, or those of the first row of its list.
fn written(question: &'static Question) -> Vec<(&'static Question, Option<usize>)> {
    let words = |question: &Question| matches!(question.kind, Kind::Text | Kind::LongText | Kind::Phone | Kind::Email);
    let row = question.inner().iter().filter(|question| words(question)).map(|question| (question, Some(0)));
    std::iter::once((question, None)).filter(|(question, _)| words(question)).chain(row).collect()
}

/// An answer that its question cannot take.
fn wrong(question: &Question) -> String {
    match question.kind {
        Kind::Phone | Kind::Email => "?".to_owned(),
        _ => "ä".repeat(question.limit + 1),
    }
}

/// Sets the answer to a question, in a row of its list where it has one.
fn change(answers: &mut Answers, question: &Question, row: Option<usize>, text: &str) {
    match row {
        Some(row) => answers.change_row(group(question), row, |row| row.set_text(question.name, text)),
        None => answers.set_text(question.name, text),
    }
}

/// What was answered to a question.
fn given(answers: &Answers, question: &Question, row: Option<usize>) -> String {
    let text = match row {
        Some(row) => answers.rows(group(question)).get(row).map(|row| row.text(question.name)),
        None => Some(answers.text(question.name)),
    };
    text.unwrap_or_default().to_owned()
}

fn group(question: &Question) -> &'static str {
    question.name.split('.').next().unwrap_or_default()
}

/// Puts a text into a field at once, as pasting does.
async fn fill(stage: &Stage, question: &Question, row: Option<usize>, text: &str) -> Told {
    let field = format!("field-{}", question.field(row));
    stage.browser.script(PASTE, vec![json!(field), json!(text)]).await.map(drop)
}

const PASTE: &str = "
    const field = document.getElementById(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true }));";

/// Whether the field's own description says the problem, and the summary's link with these words moves the focus to it.
const LEADS_TO: &str = "
    const clean = (text) => text.replace(/\\s+/g, ' ').trim();
    const said = clean(arguments[0]);
    const field = document.getElementById(arguments[1]);
    if (!field) return false;
    const name = arguments[1].replace('field-', '');
    const beside = document.getElementById('field-' + name + '-problem');
    const describes = [field, field.closest('fieldset')].some((element) =>
        (element?.getAttribute('aria-describedby') ?? '').split(' ').includes('field-' + name + '-problem'));
    const links = [...document.querySelectorAll('.tuki-problems a')];
    const link = links.find((link) => clean(link.innerText) === said && link.hash === '#' + arguments[1]);
    if (!link || !describes || clean(beside?.innerText ?? '') !== said) return false;
    link.click();
    return document.activeElement === field;";
