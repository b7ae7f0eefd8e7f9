//! Every page of every form in every language, drawn natively: the entry, each step empty and with all its problems, the call
//! sheet, the check page and what the family may read. Names, ties and ids are looked at as a screen reader would meet them.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};
use tukipolku::contacts::{Directory, folders};
use tukipolku::domain::{Language, SourceDate};
use tukipolku::forms::entry::{EntryOutcome, EntryPath};
use tukipolku::forms::{FORMS, Form, Kind, Question, Step, Wording, check_step};
use tukipolku::i18n::{Texts, read_texts};
use tukipolku::pages::{
    choice::Choice,
    form::{
        FormPage,
        desk::{Desk, Stage},
        post::Post,
    },
    keeping::Keeper,
    shared::{BuildKind, Shared, Start},
};
use tukipolku::routes::Route;

use crate::source::root;

/// A drawn page.
struct Drawn {
    name: String,
    page: Html,
}

impl Drawn {
    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.page.select(&Selector::parse(selector).expect("a selector")).collect()
    }

    fn ids(&self) -> Vec<&str> {
        self.all("[id]").into_iter().filter_map(|element| element.attr("id")).collect()
    }

    fn words(&self) -> String {
        self.page.root_element().text().collect::<Vec<_>>().join(" ")
    }

    /// One heading, no id twice, everything that is pointed to is there, every control has a name, and no key shows itself.
    fn assert_sound(&self) {
        let name = &self.name;
        assert_eq!(self.all("h1").len(), 1, "{name}: one heading");
        let ids = self.ids();
        let known: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{name}: an id stands twice");
        for element in self.all("[aria-describedby]") {
            let pointed = element.attr("aria-describedby").unwrap_or_default().split_whitespace();
            pointed.for_each(|id| assert!(known.contains(id), "{name}: nothing has the id {id}"));
        }
        let labels: HashSet<&str> = self.all("label[for]").into_iter().filter_map(|label| label.attr("for")).collect();
        for control in self.all("input, textarea") {
            let id = control.attr("id").unwrap_or_default();
            assert!(labels.contains(id), "{name}: {id} has no label");
        }
        let words = self.words();
        for room in ["forms.", "entry.", "referral.", "concern.", "child.", "delivery.", "contacts.", "components."] {
            let shown = words.split_whitespace().find(|word| word.starts_with(room) && word.len() > room.len());
            assert_eq!(shown, None, "{name}: a key is shown");
        }
    }
}

fn texts(language: Language) -> Arc<Texts> {
    static READ: LazyLock<Vec<Arc<Texts>>> = LazyLock::new(|| {
        let folder = |language: Language| root().join("content").join(language.code()).join("texts");
        Language::ALL.map(|language| Arc::new(read_texts(&folder(language)).expect("the texts are whole"))).to_vec()
    });
    Arc::clone(&READ[Language::ALL.iter().position(|known| *known == language).expect("a language")])
}

/// The invented county's first municipality.
fn demo_choice() -> Choice {
    static READ: LazyLock<Choice> = LazyLock::new(|| {
        let counties = folders::read_all(root(), true).expect("the folders are whole");
        let county = counties.into_iter().find(|county| county.code.is_demo()).expect("the invented county");
        let directory = Directory::new(county.municipalities.clone(), Vec::new());
        Choice { municipality: directory.all()[0].clone(), county: Arc::new(county) }
    });
    READ.clone()
}

/// Prepares a desk, and draws the form page as it then is.
fn draw(name: &str, language: Language, choice: Option<Choice>, prepare: impl FnOnce(Desk)) -> Drawn {
    let built = SourceDate::parse("2026-11-22").and_then(SourceDate::earliest).expect("a day");
    let start = Start {
        place: Route::Form.r#in(language),
        kind: BuildKind::Demo,
        built,
        exit: String::new(),
        files: String::new(),
        choice,
    };
    let html = Owner::new().with(|| {
        let (shared, desk) = (Shared::new(start), Desk::new());
        provide_context(shared);
        provide_context(desk);
        provide_context(texts(language));
        let keeper = Keeper::new(desk, shared);
        provide_context(keeper);
        provide_context(Post::new(desk, shared, keeper));
        prepare(desk);
        FormPage().into_any().to_html()
    });
    Drawn { name: format!("{} {name}", language.code()), page: Html::parse_fragment(&html) }
}

fn draw_step(form: &'static Form, step: &'static Step, language: Language, prepare: impl FnOnce(Desk)) -> Drawn {
    draw(&format!("{} {}", form.id, step.name), language, Some(demo_choice()), |desk| {
        desk.open(form.id);
        prepare(desk);
        desk.stage.set(Stage::Step(step));
    })
}

/// A text that its question cannot take.
fn wrong(question: &Question) -> Option<String> {
    match question.kind {
        Kind::Phone | Kind::Email | Kind::Municipality => Some("?".to_owned()),
        Kind::Text | Kind::LongText => Some("ä".repeat(question.limit + 1)),
        _ => None,
    }
}

/// Answers every question of a step wrongly, more rows than fit among them.
fn spoil(desk: Desk, step: &'static Step) {
    desk.form().answers.update(|answers| {
        for question in step.questions {
            if let Some(wrong) = wrong(question) {
                answers.set_text(question.name, &wrong);
            }
            for row in 0..question.inner().len().min(1) * (question.limit + 1) {
                answers.change_row(question.name, row, |answers| {
                    for inner in question.inner() {
                        answers.set_text(inner.name, &wrong(inner).unwrap_or_default());
                    }
                });
            }
        }
    });
}

#[test]
fn every_step_of_every_form_is_sound_and_asks_its_questions() {
    for (form, language) in FORMS.into_iter().flat_map(|form| Language::ALL.map(|language| (form, language))) {
        for step in form.steps {
            let drawn = draw_step(form, step, language, |_| ());
            drawn.assert_sound();
            let answers = tukipolku::forms::Answers::default();
            for question in step.shown_questions(&answers) {
                let id = format!("field-{}", question.field(None));
                assert!(drawn.ids().contains(&id.as_str()), "{}: {id} is not asked", drawn.name);
            }
        }
    }
}

#[test]
fn every_problem_is_told_in_the_summary_and_leads_to_its_field() {
    let mut told = 0;
    for (form, language) in FORMS.into_iter().flat_map(|form| Language::ALL.map(|language| (form, language))) {
        for step in form.steps {
            for spoilt in [false, true] {
                let mut expected = Vec::new();
                let drawn = draw_step(form, step, language, |desk| {
                    if spoilt {
                        spoil(desk, step);
                    }
                    let sheet = desk.form();
                    let findings = sheet.answers.with_untracked(|answers| check_step(step, answers));
                    let texts = texts(language);
                    expected = sheet.answers.with_untracked(|answers| {
                        let wording = Wording::new(form, &texts, answers);
                        findings.iter().map(|finding| (finding.field(), wording.problem(finding))).collect()
                    });
                    sheet.findings.set(findings);
                });
                drawn.assert_sound();
                let said = drawn.words();
                for (field, words) in &expected {
                    let link = format!(".tuki-problems a[href='#field-{field}']");
                    let links = drawn.all(&link);
                    assert!(drawn.ids().contains(&&*format!("field-{field}")), "{}: {field} is not there", drawn.name);
                    assert!(
                        links.iter().any(|link| link.text().collect::<String>() == *words),
                        "{}: {words}",
                        drawn.name
                    );
                    assert!(said.matches(words.as_str()).count() >= 2, "{}: beside its field: {words}", drawn.name);
                    told += 1;
                }
            }
        }
    }
    assert!(told > 400, "{told} problems were told");
}

#[test]
fn every_way_out_of_the_entry_is_sound() {
    for (path, language) in EntryPath::ALL.into_iter().flat_map(|path| Language::ALL.map(|language| (path, language))) {
        for danger in [false, true] {
            let outcome = EntryOutcome { path, danger };
            let drawn =
                draw(path.name(), language, Some(demo_choice()), |desk| desk.stage.set(Stage::Outcome(outcome)));
            drawn.assert_sound();
            let buttons = drawn.all("button").len();
            let expected = if path == EntryPath::Adult { 1 } else { 4 };
            assert_eq!(buttons, expected, "{}: begin, ask, call or paper, back; for an adult only back", drawn.name);
            assert_eq!(drawn.all("#contact").len(), 1, "{}: one contact card", drawn.name);
            draw(path.name(), language, None, |desk| desk.stage.set(Stage::Ask(outcome))).assert_sound();
        }
    }
}

#[test]
fn sheet_check_page_and_preview_are_sound_with_and_without_a_municipality() {
    for (form, language) in FORMS.into_iter().flat_map(|form| Language::ALL.map(|language| (form, language))) {
        for choice in [None, Some(demo_choice())] {
            for stage in [Stage::CallSheet, Stage::Check, Stage::Preview] {
                let drawn = draw(&format!("{} {stage:?}", form.id), language, choice.clone(), |desk| {
                    desk.open(form.id);
                    desk.form().answers.update(|answers| answers.set_text("seen", "Hän on oppilaani <b>"));
                    desk.stage.set(stage);
                });
                drawn.assert_sound();
            }
        }
    }
}
