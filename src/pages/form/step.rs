//! One step: why it asks, what was not ready, its questions, help that an answer brings up, and the way on.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    browser::{later, page},
    components::{Button, ButtonLook, ErrorSummary, Notice, NoticeKind, ProblemLine, StepProgress, texts, texts::t},
    forms::{HelpTopic, Journey, Question, Step, help_for, keys},
    i18n::Texts,
    pages::{
        form::{desk::Desk, privacy, question, sheet::Sheet},
        lines,
        shared::Shared,
    },
};

/// The step of a sheet.
pub fn draw(desk: Desk, sheet: Sheet, step: &'static Step) -> AnyView {
    let shared = Shared::here();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let go_on = move || {
            shared.trouble.set(false);
            desk.go_on(sheet, step);
        };
        later::when_here(go_on, move || shared.trouble.set(true));
    };
    let class = if step.single_question().is_some() { "tuki-step tuki-step--single" } else { "tuki-step" };
    view! {
        <form class=class novalidate="" autocomplete="off" on:submit=submit on:input=move |_| later::fetch()>
            {progress(desk, sheet, step)}
            {problems(sheet)}
            {heading(sheet, step)}
            {step.questions.iter().map(|question| shown(sheet, question)).collect_view()}
            {help(sheet, step)}
            {lines::lines(sheet.form.writer.help_lines())}
            {ways_on(desk)}
            {beside(desk, sheet)}
        </form>
    }
    .into_any()
}

fn progress(desk: Desk, sheet: Sheet, step: &'static Step) -> Option<AnyView> {
    if sheet.form != desk.form().form {
        return None;
    }
    let position = sheet.answers.with_untracked(|answers| Journey::new(sheet.form, answers).position(step))?;
    Some(view! { <StepProgress step=position.step of=position.steps/> }.into_any())
}

fn problems(sheet: Sheet) -> AnyView {
    let words = texts::texts();
    let problems = Signal::derive(move || {
        let line = |finding: &crate::forms::Finding| ProblemLine {
            field: finding.field(),
            words: sheet.wording(&words, |wording| wording.problem(finding)),
        };
        sheet.findings.get().iter().map(line).collect::<Vec<_>>()
    });
    let on_go = Callback::new(|field: String| {
        page::focus(&format!("#{field}"));
    });
    view! { <ErrorSummary problems on_go/> }.into_any()
}

fn heading(sheet: Sheet, step: &'static Step) -> AnyView {
    let words = texts::texts();
    let (heading, why, notes) = untrack(|| {
        sheet.wording(&words, |wording| {
            let notes: Vec<_> = step.notes.iter().map(|note| wording.note(step, note)).collect();
            (wording.heading(step), wording.why(step), notes)
        })
    });
    let notes = notes.into_iter().map(paragraphs).collect_view();
    view! {
        <h1>{heading}</h1>
        <p class="tuki-step__why">{why}</p>
        {notes}
    }
    .into_any()
}

/// A text of several lines: the first a sentence, the others a list.
fn paragraphs(text: String) -> AnyView {
    let mut lines = text.lines().map(str::to_owned);
    let first = lines.next().unwrap_or_default();
    let rest: Vec<_> = lines.map(|line| view! { <li>{line}</li> }).collect();
    let list = (!rest.is_empty()).then(|| view! { <ul>{rest}</ul> });
    view! { <p>{first}</p>{list} }.into_any()
}

/// A question while it is asked.
fn shown(sheet: Sheet, question: &'static Question) -> AnyView {
    let asked = Memo::new(move |_| sheet.answers.with(|answers| (question.shown)(answers)));
    (move || asked.get().then(|| question::draw(sheet, question, None))).into_any()
}

/// Help texts that answers bring up at once, without blocking.
fn help(sheet: Sheet, step: &'static Step) -> AnyView {
    let words = texts::texts();
    let topics = Memo::new(move |_| sheet.answers.with(|answers| help_for(step, answers)));
    let notices = move || topics.get().into_iter().map(|topic| help_notice(sheet, topic, &words)).collect_view();
    notices.into_any()
}

fn help_notice(sheet: Sheet, topic: HelpTopic, words: &Texts) -> AnyView {
    let kind = if topic == HelpTopic::Urgent { NoticeKind::Emergency } else { NoticeKind::Info };
    let (title, text) = untrack(|| sheet.wording(words, |wording| wording.help(topic)));
    let lines = lines::lines(topic.help_lines());
    view! { <Notice kind title spoken=true><p>{text}</p>{lines}</Notice> }.into_any()
}

/// On every page of a form: the sheet for a call or for paper, and how the county uses what is written.
fn beside(desk: Desk, sheet: Sheet) -> Option<AnyView> {
    if sheet.form != desk.form().form {
        return None;
    }
    let on_press = Callback::new(move |()| desk.show_call_sheet());
    let view = view! {
        <Button words=t(keys::CALL_SHEET_OPEN) on_press look=ButtonLook::Quiet/>
        {move || privacy::notice(desk)}
    };
    Some(view.into_any())
}

fn ways_on(desk: Desk) -> AnyView {
    let words = if desk.changing.get_untracked() { t("forms.save_and_check") } else { t("forms.continue") };
    let back = desk.before(desk.stage.get_untracked()).is_some().then(|| {
        let on_press = Callback::new(move |()| desk.back());
        view! { <Button words=t("forms.back") on_press look=ButtonLook::Quiet/> }
    });
    view! {
        <div class="tuki-step__ways">
            <Button words on_press=Callback::new(|()| ()) submit=true/>
            {back}
        </div>
    }
    .into_any()
}
