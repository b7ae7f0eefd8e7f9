//! A form being filled: its definition, what was answered so far, and what is not ready yet.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::texts,
    forms::{Answers, Finding, Form, Question, Wording},
    i18n::Texts,
};

/// One form with its answers. Copies share the same signals.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The definition.
    pub form: &'static Form,
    /// What was typed and chosen.
    pub answers: RwSignal<Answers>,
    /// What was not ready when the person last wanted to go on.
    pub findings: RwSignal<Vec<Finding>>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(form: &'static Form) -> Self {
        Self { form, answers: RwSignal::new(Answers::default()), findings: RwSignal::new(Vec::new()) }
    }

    /// Changes the answers, or those of one row of the question's group.
    pub fn change(self, question: &Question, row: Option<usize>, change: impl FnOnce(&mut Answers)) {
        self.answers.update(|answers| match (row, question.name.split_once('.')) {
            (Some(row), Some((group, _))) => answers.change_row(group, row, change),
            _ => change(answers),
        });
    }

    /// Reads the answers, or those of one row, without following them.
    pub fn look<T>(self, question: &Question, row: Option<usize>, look: impl FnOnce(&Answers) -> T) -> T {
        self.answers.with_untracked(|answers| match (row, question.name.split_once('.')) {
            (Some(row), Some((group, _))) => match answers.rows(group).get(row) {
                Some(row) => look(row),
                None => look(&Answers::default()),
            },
            _ => look(answers),
        })
    }

    /// The words of the form for this writer. Follows the answers, since they decide the voice.
    pub fn wording<T>(self, words: &Texts, look: impl FnOnce(&Wording<'_>) -> T) -> T {
        self.answers.with(|answers| look(&Wording::new(self.form, words, answers)))
    }

    /// The problem of a question in words, while there is one.
    pub fn problem(self, question: &'static Question, row: Option<usize>) -> Signal<Option<String>> {
        let words: Arc<Texts> = texts::texts();
        Signal::derive(move || {
            let findings = self.findings.get();
            let finding = findings.iter().find(|finding| finding.question == question && finding.row == row)?;
            Some(self.wording(&words, |wording| wording.problem(finding)))
        })
    }
}
