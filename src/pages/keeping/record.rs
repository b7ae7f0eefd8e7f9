//! Between the desk and the record of a draft: taking the answers as they are, and putting them back question by question.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    browser::clock,
    domain::MunicipalityCode,
    drafts::{
        DraftRecord, KeepDays, KeptAnswer, LeftOver, Picked, form_answers, kept_answers, known_questions, read_record,
        restore,
    },
    forms::{self, Answers, Form},
    pages::{
        form::desk::{Desk, Stage},
        keeping::keeper::Keeper,
        loading,
    },
};

/// The answers as they are at this very moment, as JSON, and when they expire (UNIX seconds).
pub(super) fn take(keeper: Keeper) -> (String, i64) {
    let saved_at = clock::now_seconds();
    let expires_at = expires_at(keeper, saved_at);
    (record(keeper, saved_at, expires_at).to_json(), expires_at)
}

/// When a draft saved at this moment expires, in UNIX seconds.
pub(super) fn expires_at(keeper: Keeper, saved_at: i64) -> i64 {
    keep_days(keeper).expires_at(saved_at)
}

fn keep_days(keeper: Keeper) -> KeepDays {
    let days = keeper.shared.choice.with_untracked(|choice| choice.as_ref().map(|choice| choice.county.draft_days));
    days.and_then(KeepDays::new).unwrap_or_default()
}

/// The desk as a record, with what found no place on it: that is kept as answers of a form that is gone.
pub fn record(keeper: Keeper, saved_at: i64, expires_at: i64) -> DraftRecord {
    let mut record = desk_record(keeper.desk, keeper.shared.language().code(), saved_at, expires_at);
    keeper.left_over.with_untracked(|left_over| add_left_over(&mut record, left_over));
    record
}

/// Not the id of any form, nor will it be.
const NO_FORM: &str = "left_over";

fn add_left_over(record: &mut DraftRecord, left_over: &[LeftOver]) {
    for LeftOver { question, text, .. } in left_over {
        let kept = record.others.entry(NO_FORM.to_owned()).or_default();
        // A second part of one answer has a row of its own.
        let name = if kept.contains_key(question) { format!("{question}.{}", kept.len()) } else { question.clone() };
        kept.insert(name, KeptAnswer::Text(text.clone()));
    }
}

fn desk_record(desk: Desk, language: &str, saved_at: i64, expires_at: i64) -> DraftRecord {
    let sheet = desk.form();
    let form = sheet.form;
    let municipality = sheet.answers.with_untracked(|answers| forms::municipality(answers).to_owned());
    DraftRecord {
        version: DraftRecord::VERSION,
        form: form.id.to_owned(),
        form_version: form.version,
        language: language.to_owned(),
        municipality: Some(municipality).filter(|code| !code.is_empty()),
        step: step_name(desk.working_stage()),
        answers: sheet.answers.with_untracked(kept_answers),
        others: desk
            .others()
            .map(|other| (other.form.id.to_owned(), other.answers.with_untracked(kept_answers)))
            .collect(),
        saved_at,
        expires_at,
    }
}

/// The open step by name; the check page has a name of its own.
fn step_name(stage: Stage) -> String {
    match stage {
        Stage::Step(step) => step.name.to_owned(),
        Stage::Check | Stage::Preview | Stage::Sending => CHECK.to_owned(),
        Stage::Entry(_) | Stage::Outcome(_) | Stage::Ask(_) | Stage::CallSheet => String::new(),
    }
}

const CHECK: &str = "check";

/// Puts what was read on the desk, at the step where it was left.
pub(super) fn show(keeper: Keeper) {
    let Some(picked) = keeper.with(|inner| inner.picked.take()) else { return };
    let Picked { record, .. } = *picked;
    put_back(keeper, &record);
    keeper.with(|inner| inner.just_shown = true);
    // What has just been read is what is stored.
    keeper.saved_at.set(Some(record.saved_at));
    choose_municipality(keeper, &record);
}

/// The municipality of a record becomes the chosen one.
pub(super) fn choose_municipality(keeper: Keeper, record: &DraftRecord) {
    if let Some(code) = municipality(record) {
        leptos::task::spawn_local(async move {
            loading::choose(keeper.shared, code).await;
        });
    }
}

fn municipality(record: &DraftRecord) -> Option<MunicipalityCode> {
    record.municipality.as_deref().and_then(MunicipalityCode::parse)
}

/// Puts a record on the desk, with what no longer fits beside it.
pub(super) fn put_back(keeper: Keeper, record: &DraftRecord) {
    let desk = keeper.desk;
    desk.open(&record.form);
    let sheet = desk.form();
    let (answers, mut left_over) = restored(sheet.form, &record.answers);
    sheet.answers.set(answers);
    for (id, kept) in &record.others {
        left_over.extend(put_back_other(desk, id, kept));
    }
    keeper.left_over.set(left_over);
    if let Some(code) = municipality(record) {
        desk.set_municipality(code);
    }
    if record.step.is_empty() {
        // Nothing was stored under this stage: the entry questions are asked again, where they are not being answered now.
        let asks =
            desk.stage.with_untracked(|stage| matches!(stage, Stage::Entry(_) | Stage::Outcome(_) | Stage::Ask(_)));
        if !asks {
            desk.show_entry();
        }
        return;
    }
    desk.show(stage_of(desk, &record.step));
}

/// Puts answers back that a broken instance of the program had kept in the page's memory.
pub fn rescue(keeper: Keeper, json: &str) {
    if let Ok((record, _)) = read_record(json.as_bytes()) {
        put_back(keeper, &record);
    }
}

/// Puts the answers of a form that is not open back, and gives what found no place: everything, of a form that is gone.
fn put_back_other(desk: Desk, id: &str, kept: &BTreeMap<String, KeptAnswer>) -> Vec<LeftOver> {
    let Some(sheet) = desk.sheet(id) else { return restore(kept, &[]).left_over };
    let (answers, left_over) = restored(sheet.form, kept);
    sheet.answers.set(answers);
    left_over
}

/// The kept answers that fit the present form, and what does not.
pub fn restored(form: &'static Form, kept: &BTreeMap<String, KeptAnswer>) -> (Answers, Vec<LeftOver>) {
    let restored = restore(kept, &known_questions(form));
    (form_answers(&restored.answers), restored.left_over)
}

fn stage_of(desk: Desk, step: &str) -> Stage {
    let form = desk.form().form;
    match form.step(step) {
        _ if step == CHECK => Stage::Check,
        Some(step) => Stage::Step(step),
        None => Stage::Step(form.steps[0]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::Why;
    use crate::forms::self_referral::SELF_REFERRAL;

    #[test]
    fn every_answer_comes_back_from_a_record() {
        Owner::new().with(|| {
            let desk = Desk::new();
            desk.form().answers.update(|answers| {
                answers.set_text("own_words", "  Hei.\nTarvitsen apua ");
                answers.set_chosen("topics", ["money", "violence"]);
                answers.change_row("family", 1, |row| row.set_text("family.age", "13"));
            });
            desk.stage.set(Stage::Step(SELF_REFERRAL.steps[4]));
            let record = desk_record(desk, "fi", 1_795_000_000, 1_795_600_000);
            let (answers, left_over) = restored(&SELF_REFERRAL, &record.answers);
            assert_eq!(answers, desk.form().answers.get_untracked());
            assert!(left_over.is_empty());
            assert_eq!(stage_of(desk, &record.step), Stage::Step(SELF_REFERRAL.steps[4]));
        });
    }

    #[test]
    fn what_was_written_in_another_form_is_kept_with_the_open_one() {
        Owner::new().with(|| {
            let (desk, other) = (Desk::new(), Desk::new());
            desk.form().answers.update(|answers| answers.set_text("own_words", "Ensin näin"));
            desk.open("concern_private");
            desk.form().answers.update(|answers| answers.set_text("seen", "Sitten näin"));
            let record = desk_record(desk, "fi", 1_795_000_000, 1_795_600_000);
            assert_eq!((record.form.as_str(), record.others.len()), ("concern_private", 1));
            for (id, kept) in &record.others {
                assert_eq!(put_back_other(other, id, kept), []);
            }
            assert_eq!(other.sheet("self_referral").unwrap().answers.get_untracked().text("own_words"), "Ensin näin");
            let gone = put_back_other(other, "a_form_of_long_ago", &record.answers);
            assert_eq!(gone[0].text, "Sitten näin", "what has no place any more stays in sight");
        });
    }

    #[test]
    fn what_found_no_place_is_kept_on_and_found_again() {
        Owner::new().with(|| {
            let desk = Desk::new();
            let mut record = desk_record(desk, "fi", 1_795_000_000, 1_795_600_000);
            let left = |text: &str| LeftOver { question: "old".into(), text: text.into(), why: Why::NotOffered };
            add_left_over(&mut record, &[left("Ensin"), left("Sitten")]);
            let kept = &record.others[NO_FORM];
            let texts: Vec<_> = put_back_other(desk, NO_FORM, kept).into_iter().map(|left| left.text).collect();
            assert_eq!(texts, ["Ensin", "Sitten"]);
        });
    }
}
