//! Every path from the entry to the receipt. Each runs in three engines, in another language in each, so that every pair of
//! path and language and every pair of path and engine occurs. On the way every question is answered wrongly first.

use tukipolku::domain::Language;
use tukipolku::forms::entry::EntryPath;
use tukipolku::forms::{Form, Writer};

use crate::harness::{Engine, Folder, Screen, Stage, Told};
use crate::walk::{Answer, Walk};
use crate::words::Words;
use crate::{Story, form as steps, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("path: family", &Engine::ALL, Folder::Site, family),
    story!("path: professional together with the family", &Engine::ALL, Folder::Site, together),
    story!("path: child", &Engine::ALL, Folder::Site, child),
    story!("path: concern of a private person", &Engine::ALL, Folder::Site, private),
    story!("path: concern of a professional", &Engine::ALL, Folder::Site, professional),
    story!("path: concern before birth", &Engine::ALL, Folder::Site, before_birth),
    story!("path: adult", &Engine::ALL, Folder::Site, adult),
];

/// One path: how the entry is answered, where it leads, and what is written there.
struct Path {
    /// Where the entry leads.
    path: EntryPath,
    /// How far its languages are shifted against the engines.
    shift: usize,
    entry: &'static [(&'static str, &'static str)],
    answers: &'static [(&'static str, Answer)],
}

/// Words that must come out of the sealed message again.
const OWN: &str = "Ä – tämä luetaan tiimissä, 12 € & <b>";
/// The same with what may give a nameless sender away in each language: a number.
const TELLING: &str = "Lapsi oli yksin. Soita 040 000 0090";

async fn family(stage: &mut Stage) -> Told {
    tell(stage, &FAMILY).await
}

async fn together(stage: &mut Stage) -> Told {
    tell(stage, &TOGETHER).await
}

async fn child(stage: &mut Stage) -> Told {
    tell(stage, &CHILD).await
}

async fn private(stage: &mut Stage) -> Told {
    tell(stage, &PRIVATE).await
}

async fn professional(stage: &mut Stage) -> Told {
    tell(stage, &PROFESSIONAL).await
}

async fn before_birth(stage: &mut Stage) -> Told {
    tell(stage, &BEFORE_BIRTH).await
}

static FAMILY: Path = Path {
    path: EntryPath::SelfReferral,
    shift: 0,
    entry: &[("danger", "now"), ("about", "own_family")],
    answers: &[
        ("client", Answer::Codes(&["yes"])),
        ("topics", Answer::Codes(&["violence"])),
        ("own_words", Answer::Text(OWN)),
        ("family.name", Answer::Text("A.")),
        ("family.age", Answer::Text("13")),
        ("contact_way", Answer::Codes(&["phone", "letter", "email"])),
        ("name", Answer::Text("Oili Esimerkki")),
        ("phone", Answer::Text("040 000 0090")),
        ("email", Answer::Text("oili@example.org")),
        ("address", Answer::Text("Esimerkkikuja 1")),
        ("language", Answer::Codes(&["other"])),
    ],
};

static TOGETHER: Path = Path {
    path: EntryPath::JointReferral,
    shift: 1,
    entry: &[("danger", "not_now"), ("about", "other_child"), ("role", "work_together")],
    answers: &[
        ("writer", Answer::Codes(&["professional"])),
        ("family_agrees", Answer::Codes(&["yes"])),
        ("own_words", Answer::Text(OWN)),
        ("contact_way", Answer::Codes(&["own_call"])),
    ],
};

static CHILD: Path = Path {
    path: EntryPath::ChildsOwn,
    shift: 2,
    entry: &[("danger", "unknown"), ("about", "me")],
    answers: &[
        ("own_words", Answer::Text(OWN)),
        ("happening", Answer::Codes(&["hurt", "touched"])),
        ("talk_to", Answer::Codes(&["close_adult"])),
        ("reach", Answer::Codes(&["phone"])),
        ("reach_details", Answer::Text("040 000 0090")),
    ],
};

static PRIVATE: Path = Path {
    path: EntryPath::ConcernPrivate,
    shift: 0,
    entry: &[("danger", "not_now"), ("about", "other_child"), ("role", "private")],
    answers: &[("seen", Answer::Text(TELLING)), ("reasons", Answer::Codes(&["left_alone", "child_risk"]))],
};

static PROFESSIONAL: Path = Path {
    path: EntryPath::ConcernProfessional,
    shift: 1,
    entry: &[("danger", "not_now"), ("about", "other_child"), ("role", "work")],
    answers: &[
        ("children.name", Answer::Text("Aino Esimerkki")),
        ("seen", Answer::Text(OWN)),
        ("told_child", Answer::Codes(&["too_young"])),
        ("told_guardians", Answer::Codes(&["no"])),
        ("why_not", Answer::Text("Ei ollut turvallista.")),
        ("name", Answer::Text("Oili Esimerkki")),
        ("role", Answer::Text("Opettaja")),
        ("workplace", Answer::Text("Esimerkin koulu")),
        ("phone", Answer::Text("040 000 0090")),
        ("police", Answer::Codes(&["no_reason"])),
    ],
};

static BEFORE_BIRTH: Path = Path {
    path: EntryPath::ConcernBeforeBirth,
    shift: 2,
    entry: &[("danger", "not_now"), ("about", "other_child"), ("role", "work_unborn")],
    answers: &[
        ("parent_name", Answer::Text("Oili Esimerkki")),
        ("seen", Answer::Text(OWN)),
        ("told_parent", Answer::Codes(&["yes"])),
        ("name", Answer::Text("Hoitaja Esimerkki")),
        ("role", Answer::Text("Terveydenhoitaja")),
        ("workplace", Answer::Text("Esimerkin neuvola")),
        ("phone", Answer::Text("040 000 0090")),
    ],
};

/// The language of a path in this engine: over the three engines each path is told in all three.
fn language(stage: &Stage, shift: usize) -> Language {
    let engine = Engine::ALL.iter().position(|engine| *engine == stage.browser.engine).unwrap_or(0);
    Language::ALL[(engine + shift) % Language::ALL.len()]
}

async fn tell(stage: &mut Stage, path: &Path) -> Told {
    let language = language(stage, path.shift);
    let words = Words::of(language);
    let form = path.path.form().expect("the path has a form");
    let name = format!("{}-{}", path.path.name(), stage.browser.engine.name());
    let inbox = team::inbox(stage, &name)?;
    stage.browser.resize(Screen::Phone).await?;
    enter(stage, &words, language, path.entry).await?;
    look_aside(stage, &words, path.path.name()).await?;
    stage.browser.press_button(words.get("entry.begin")).await?;
    Walk::new(path.path, path.answers, &words).expect("the path has a form").go(stage).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.picture(&format!("{}-check-phone", path.path.name())).await?;
    if form.writer == Writer::Notifier {
        read_as_the_family(stage, &words, form).await?;
    }
    stage.browser.press_button(words.get("delivery.send")).await?;
    stage.browser.by_role("heading", words.get("delivery.receipt.title")).await?;
    let told = if form.writer == Writer::Notifier { "nothing_told" } else { "nothing_heard" };
    stage.browser.wait_for_text(words.get(&format!("delivery.receipt.{told}"))).await?;
    let reference = stage.browser.by_selector(".tuki-receipt__reference").await?.text().await?;
    let opened = team::open_with_stock_age(&team::pull(&inbox, reference.trim())?, &name)?;
    assert!(opened.contains(form.id) && (opened.contains(OWN) || opened.contains(TELLING)), "{opened}");
    Ok(())
}

/// Answers the entry questions and waits for the outcome.
async fn enter(stage: &Stage, words: &Words, language: Language, answers: &[(&str, &str)]) -> Told {
    let address = match language {
        Language::Fi => "/fi/lomake/",
        Language::Sv => "/sv/blankett/",
        Language::En => "/en/form/",
    };
    stage.open(address).await?;
    steps::started(stage).await?;
    for (question, code) in answers {
        stage.browser.by_role("heading", words.get(&format!("entry.{question}.label"))).await?;
        stage.browser.pick(words.get(&format!("entry.{question}.{code}"))).await?;
        steps::go_on(stage, words).await?;
    }
    Ok(())
}

/// Beside every path: asking first, and the phone or paper; both lead back.
async fn look_aside(stage: &Stage, words: &Words, outcome: &str) -> Told {
    let title = words.get(&format!("entry.outcome.{outcome}.title"));
    for (button, heading) in
        [("entry.ask_first", "entry.ask.title"), ("entry.call_or_paper", "forms.call_sheet.heading")]
    {
        stage.browser.by_role("heading", title).await?;
        stage.browser.assert_accessible().await?;
        stage.browser.press_button(words.get(button)).await?;
        stage.browser.by_role("heading", words.get(heading)).await?;
        stage.browser.assert_accessible().await?;
        stage.browser.press_button(words.get("forms.back")).await?;
    }
    stage.browser.by_role("heading", title).await.map(drop)
}

/// What the family may read: a nameless sender is told of telling words, and may change them and come back.
async fn read_as_the_family(stage: &Stage, words: &Words, form: &Form) -> Told {
    stage.browser.press_button(words.get("forms.preview.open")).await?;
    stage.browser.by_role("heading", words.get("forms.preview.heading")).await?;
    stage.browser.assert_accessible().await?;
    let named = form.question("name_choice").is_none();
    let said = if named { "forms.preview.duty" } else { "forms.preview.nameless" };
    stage.browser.wait_for_text(words.get(said)).await?;
    stage.browser.picture(&format!("{}-preview-phone", form.id)).await?;
    if named {
        return Ok(());
    }
    stage.browser.wait_for_text(words.get("forms.giveaway.title")).await?;
    stage.browser.press_button(words.get("components.change")).await?;
    stage.browser.by_role("heading", words.get("concern.seen.label")).await?;
    stage.browser.press_button(words.get("forms.save_and_check")).await?;
    stage.browser.by_role("heading", words.get("forms.check.heading")).await?;
    stage.browser.press_button(words.get("forms.preview.open")).await?;
    stage.browser.by_role("heading", words.get("forms.preview.heading")).await.map(drop)
}

/// A worry about an adult ends at the contact card: no form, nothing to ask or print, and nobody is stuck.
async fn adult(stage: &mut Stage) -> Told {
    let language = language(stage, 0);
    let words = Words::of(language);
    enter(stage, &words, language, &[("danger", "not_now"), ("about", "adult")]).await?;
    stage.browser.by_role("heading", words.get("entry.outcome.adult.title")).await?;
    stage.browser.assert_accessible().await?;
    let text = stage.browser.script("return document.querySelector('main').innerText", vec![]).await?;
    let text = text.as_str().unwrap_or_default();
    for absent in ["entry.begin", "entry.ask_first", "entry.call_or_paper"] {
        assert!(!text.contains(words.get(absent)), "{absent} leads nowhere for an adult");
    }
    assert!(text.contains(words.get("app.contact.choose_link")), "the way to a contact is there: {text}");
    Ok(())
}
