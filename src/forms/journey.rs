//! Where a person stands in a form: the next step, the previous one, what may be visited, "step 3 of 9".
//!
//! A journey walks from the first step while steps are answered. Steps stand in a list, so a walk can only go forward and
//! ends quietly at the first step that needs something, or at the check page.

use super::check::is_answered;
use super::{Answers, Form, Step};

/// The place of a step among the steps of this person's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Counted from one.
    pub step: usize,
    /// How many there are for this person.
    pub steps: usize,
}

/// The walk through a form with the answers given so far. Made anew whenever answers change.
#[derive(Clone, Debug)]
pub struct Journey {
    form: &'static Form,
    steps: Vec<&'static Step>,
    /// How many steps can be visited; one more than `steps` when the check page can.
    open: usize,
}

impl Journey {
    /// Walks the form.
    pub fn new(form: &'static Form, answers: &Answers) -> Self {
        let steps: Vec<_> = form.shown_steps(answers).collect();
        let open = steps.iter().take_while(|step| is_answered(step, answers)).count() + 1;
        Self { form, steps, open }
    }

    /// The first step.
    pub fn first_step(&self) -> Option<&'static Step> {
        self.steps.first().copied()
    }

    /// The step after this one; `None` is the check page. A step that has just gone out of the form still leads on.
    pub fn next_step(&self, step: &Step) -> Option<&'static Step> {
        let here = self.order(step);
        self.steps.iter().copied().find(|later| self.order(later) > here)
    }

    /// The step before this one, if there is one.
    pub fn previous_step(&self, step: &Step) -> Option<&'static Step> {
        let here = self.order(step);
        self.steps.iter().rev().copied().find(|earlier| self.order(earlier) < here)
    }

    /// The last step, to which "Back" on the check page leads.
    pub fn last_step(&self) -> Option<&'static Step> {
        self.steps.last().copied()
    }

    /// Whether every step before this one is answered, and it belongs to this person's form.
    pub fn can_visit(&self, step: &Step) -> bool {
        self.steps.iter().take(self.open).any(|open| *open == step)
    }

    /// Whether every step is answered, so that the check page may be shown.
    pub fn can_check(&self) -> bool {
        self.open > self.steps.len()
    }

    /// The first step that needs something; `None` when the check page can be shown.
    pub fn first_open_step(&self) -> Option<&'static Step> {
        self.steps.get(self.open - 1).copied()
    }

    /// The place of a step, or `None` when it is not part of this person's form.
    pub fn position(&self, step: &Step) -> Option<Position> {
        let place = self.steps.iter().position(|shown| *shown == step)?;
        Some(Position { step: place + 1, steps: self.steps.len() })
    }

    /// The place of a step in the whole form, shown or not.
    fn order(&self, step: &Step) -> usize {
        self.form.steps.iter().position(|known| *known == step).unwrap_or(self.form.steps.len())
    }
}
