//! The main story: a parent reads, chooses, writes, keeps, loses the browser, comes back, sends; the team reads.

use fantoccini::key::Key;
use tukipolku::domain::Language;
use tukipolku::domain::calendar::{Matter, deadlines, helsinki_time};
use tukipolku::i18n::dates;

use crate::harness::{Engine, Folder, Screen, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("referral", &Engine::ALL, Folder::Site, referral),
    story!("referral by keyboard only", &[Engine::Chromium], Folder::Site, by_keyboard),
];

const WORDS: &str = "Olen väsynyt, en nuku. Tarvitsemme apua arkeen.";
const MORE: &str = " Öisin on pahinta – 12 € ei riitä.";

async fn referral(stage: &mut Stage) -> Told {
    let (fi, sv) = (Words::of(Language::Fi), Words::of(Language::Sv));
    let name = format!("referral-{}", stage.browser.engine.name());
    let inbox = team::inbox(stage, &name)?;
    stage.browser.resize(Screen::Phone).await?;
    read_family_work(stage, &fi).await?;
    write_in_finnish(stage, &fi).await?;
    let code = form::keep_with_code(stage, &fi).await?;
    go_on_in_swedish(stage, &sv).await?;
    lose_the_browser(stage).await?;
    come_back(stage, &sv, &code).await?;
    let reference = check_and_send(stage, &sv).await?;
    let read = team::read(stage, &inbox, &fi, &reference).await?;
    assert!(read.contains(WORDS) && read.contains(MORE.trim()), "the reader shows what was written: {read}");
    let file = team::pull(&inbox, &reference)?;
    assert_eq!(team::reference_of(&file), reference);
    let opened = team::open_with_stock_age(&file, &name)?;
    assert!(opened.contains(&format!("{WORDS}{MORE}")), "age opens the same words: {opened}");
    Ok(())
}

/// A page that is only text asks for no program before somebody shows that they want more.
async fn read_family_work(stage: &mut Stage, fi: &Words) -> Told {
    stage.open("/fi/palvelut/perhetyo/").await?;
    stage.browser.by_role("heading", "Perhetyö").await?;
    stage.browser.assert_accessible().await?;
    stage.browser.picture("guide-phone").await?;
    let asked: Vec<_> = stage.proxy.requests().into_iter().filter(|request| request.url.contains(".wasm")).collect();
    assert!(asked.is_empty(), "a text page fetched the program unasked: {asked:?}");
    stage.browser.follow(fi.get("app.nav.form")).await
}

async fn write_in_finnish(stage: &mut Stage, fi: &Words) -> Told {
    form::started(stage).await?;
    stage.browser.assert_accessible().await?;
    form::begin(stage, fi).await?;
    form::go_on_to(stage, fi, fi.get("referral.municipality.label")).await?;
    form::choose_municipality(stage, fi, fi.get("referral.municipality.label")).await?;
    stage.browser.assert_accessible().await?;
    form::go_on_to(stage, fi, fi.get("referral.topics.label")).await?;
    stage.browser.pick(fi.get("referral.topics.everyday_life")).await?;
    form::go_on_to(stage, fi, fi.get("referral.own_words.label")).await?;
    // Nothing written: the problem is told, and its link leads to the field.
    stage.browser.press_button(fi.get("forms.continue")).await?;
    stage.browser.wait_for_text(fi.get("referral.own_words.problem.missing")).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), WORDS).await
}

/// The language changes in mid-form, a guide page is read in between, and every answer is kept.
async fn go_on_in_swedish(stage: &mut Stage, sv: &Words) -> Told {
    stage.browser.follow("Svenska").await?;
    stage.browser.by_role("heading", sv.get("referral.own_words.label")).await?;
    form::wait_for_own_words(stage, WORDS).await?;
    stage.browser.follow(sv.get("app.nav.services")).await?;
    stage.browser.by_role("heading", sv.get("app.services.title")).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.follow(sv.get("forms.continue_form")).await?;
    form::wait_for_own_words(stage, WORDS).await?;
    stage.browser.type_into(sv.get("referral.own_words.label"), MORE).await?;
    form::saved(stage, sv).await
}

/// Signal 9 where the profile lives on; WebKit's automation keeps none, so there the page is loaded anew.
async fn lose_the_browser(stage: &mut Stage) -> Told {
    if Engine::KEEPING.contains(&stage.browser.engine) {
        stage.browser.kill_and_reopen().await?;
        stage.browser.resize(Screen::Phone).await?;
    }
    Ok(())
}

async fn come_back(stage: &mut Stage, sv: &Words, code: &str) -> Told {
    stage.open("/sv/sparat/").await?;
    form::started(stage).await?;
    stage.browser.wait_for_text(sv.get("drafts.page.locked")).await?;
    stage.browser.assert_accessible().await?;
    let field = sv.get("drafts.unlock.label");
    stage.browser.type_into(field, "fel kod helt enkelt").await?;
    stage.browser.press_button(sv.get("drafts.page.resume")).await?;
    stage.browser.wait_for_text(sv.get("drafts.message.wrong_code")).await?;
    stage.browser.by_label(field).await?.clear().await?;
    stage.browser.type_into(field, code).await?;
    stage.browser.press_button(sv.get("drafts.page.resume")).await?;
    stage.browser.by_role("heading", sv.get("referral.own_words.label")).await?;
    form::wait_for_own_words(stage, &format!("{WORDS}{MORE}")).await
}

/// Answers the rest, checks, sends, and gives the reference on the receipt.
async fn check_and_send(stage: &mut Stage, sv: &Words) -> Told<String> {
    form::go_on_to(stage, sv, sv.get("referral.contact_way.label")).await?;
    stage.browser.pick(sv.get("referral.contact_way.own_call")).await?;
    form::go_on_to(stage, sv, sv.get("forms.check.heading")).await?;
    stage.browser.wait_for_text(WORDS).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.picture("check-phone").await?;
    stage.browser.press_button(sv.get("delivery.send")).await?;
    stage.browser.by_role("heading", sv.get("delivery.receipt.title")).await?;
    assert_dates(stage, sv).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.picture("receipt-phone").await?;
    let reference = stage.browser.by_selector(".tuki-receipt__reference").await?.text().await?;
    Ok(reference.trim().to_owned())
}

/// The dates that the law gives for a message of today.
async fn assert_dates(stage: &Stage, sv: &Words) -> Told {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let today = helsinki_time(i64::try_from(now).unwrap_or(0)).date;
    let limits = deadlines(Matter::ChildServiceNeeds, today).expect("the law names dates for families");
    stage.browser.wait_for_text(&dates::date_with_weekday(sv.texts(), limits.started_by)).await
}

/// The same way with the keyboard alone: Tab, Space, arrows, Enter.
async fn by_keyboard(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let inbox = team::inbox(stage, "keyboard")?;
    stage.open("/fi/lomake/").await?;
    form::started(stage).await?;
    tab_to(stage, fi.get("entry.danger.now")).await?;
    stage.browser.press_keys(&[Key::Down]).await?;
    enter(stage, &fi, "forms.continue").await?;
    tab_to(stage, fi.get("entry.about.own_family")).await?;
    space(stage).await?;
    enter(stage, &fi, "forms.continue").await?;
    enter(stage, &fi, "entry.begin").await?;
    enter(stage, &fi, "forms.continue").await?;
    tab_to(stage, fi.get("referral.municipality.label")).await?;
    type_keys(stage, form::TYPED).await?;
    stage.browser.wait_for("a municipality is offered", "return !!document.querySelector('[role=option]')").await?;
    stage.browser.press_keys(&[Key::Down, Key::Enter]).await?;
    stage.browser.wait_for_text(fi.before_gap("contacts.find.chosen")).await?;
    keys_to(stage, &fi, fi.get("referral.own_words.label")).await?;
    tab_to(stage, fi.get("referral.own_words.label")).await?;
    type_keys(stage, "Tarvitsemme apua").await?;
    keys_to(stage, &fi, fi.get("referral.contact_way.label")).await?;
    tab_to(stage, fi.get("referral.contact_way.own_call")).await?;
    space(stage).await?;
    keys_to(stage, &fi, fi.get("forms.check.heading")).await?;
    enter(stage, &fi, "delivery.send").await?;
    stage.browser.by_role("heading", fi.get("delivery.receipt.title")).await?;
    let reference = stage.browser.by_selector(".tuki-receipt__reference").await?.text().await?;
    team::pull(&inbox, reference.trim())?;
    Ok(())
}

/// Presses Tab until the focus is on what has this name.
async fn tab_to(stage: &Stage, name: &str) -> Told {
    for _ in 0..80 {
        let now = stage.browser.focused_name().await?;
        // After each step the heading has the focus; where it asks the question, it has the field's name too.
        let heading = stage.browser.script("return document.activeElement.matches('h1')", vec![]).await? == true;
        if !heading && (now == name || now.starts_with(&format!("{name} "))) {
            return Ok(());
        }
        stage.browser.press_keys(&[Key::Tab]).await?;
    }
    panic!("Tab never came to “{name}”");
}

/// Tabs to the button and presses Enter; the heading changes.
async fn enter(stage: &Stage, words: &Words, key: &str) -> Told {
    let before = form::heading(stage).await?;
    tab_to(stage, words.get(key)).await?;
    stage.browser.press_keys(&[Key::Enter]).await?;
    wait::until("the next page is shown", async || Ok((form::heading(stage).await? != before).then_some(()))).await
}

/// Goes on with the keyboard until the step with this heading.
async fn keys_to(stage: &Stage, words: &Words, wanted: &str) -> Told {
    while form::heading(stage).await? != wanted {
        enter(stage, words, "forms.continue").await?;
    }
    Ok(())
}

async fn space(stage: &Stage) -> Told {
    stage.browser.press_keys(&[Key::Space]).await
}

async fn type_keys(stage: &Stage, text: &str) -> Told {
    stage.browser.client.active_element().await?.send_keys(text).await.map_err(Into::into)
}
