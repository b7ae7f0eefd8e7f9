//! Finding one's municipality and those who answer there: by keyboard, by touch, by ear, by a link, without the program.

use fantoccini::Locator;
use fantoccini::actions::{InputSource, PointerAction, TouchActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;
use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Screen, Stage, Told, role, wait};
use crate::words::Words;
use crate::{Story, form, story};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("contacts: choose by keyboard", &Engine::ALL, Folder::Site, by_keyboard),
    story!("contacts: choose by touch", &[Engine::Chromium], Folder::Site, by_touch),
    story!("contacts: what is said aloud", &Engine::ALL, Folder::Site, said_aloud),
    story!("contacts: the whole tree of the selector", &[Engine::Chromium], Folder::Site, whole_tree),
    story!("contacts: links by code and by name", &Engine::ALL, Folder::Site, links),
    story!("contacts: without scripts", &Engine::KEEPING, Folder::Site, without_scripts),
    story!("contacts: the filter keeps its budget", &[Engine::Chromium], Folder::Site, filter_budget),
];

const PAGE: &str = "/fi/yhteystiedot/";
const FIELD: &str = "#field-municipality";

/// Opens the contacts page and gives the line to type into.
async fn at_the_line(stage: &Stage) -> Told<Element> {
    stage.open(PAGE).await?;
    form::started(stage).await?;
    stage.browser.by_selector(FIELD).await
}

/// The rows that are offered, as they can be read.
async fn rows(stage: &Stage) -> Told<Vec<String>> {
    let script = "return [...document.querySelectorAll('[role=option]')].filter((row) => row.checkVisibility())
        .map((row) => row.innerText.replace(/\\s+/g, ' ').trim())";
    Ok(serde_json::from_value(stage.browser.script(script, vec![]).await?)?)
}

/// Waits until the first row reads so, and gives all of them.
async fn offered(stage: &Stage, first: &str) -> Told<Vec<String>> {
    wait::until(&format!("“{first}” is offered first"), async || {
        let rows = rows(stage).await?;
        Ok(rows.first().is_some_and(|row| row.starts_with(first)).then_some(rows))
    })
    .await
}

async fn type_anew(stage: &Stage, line: &Element, words: &str) -> Told {
    // Whatever stands in the line goes first, the way people do it: to its end, and back letter by letter.
    let before = line.prop("value").await?.unwrap_or_default();
    stage.browser.press_keys(&[Key::End]).await?;
    stage.browser.press_keys(&vec![Key::Backspace; before.chars().count()]).await?;
    Ok(line.send_keys(words).await?)
}

async fn wait_for_chosen(stage: &Stage, fi: &Words, name: &str) -> Told {
    stage.browser.wait_for_text(&fi.get("contacts.find.chosen").replace("{name}", name)).await?;
    stage.browser.by_role("heading", &fi.get("contacts.card.title").replace("{name}", name)).await?;
    let value = stage.browser.by_selector(FIELD).await?.prop("value").await?;
    assert_eq!(value.as_deref(), Some(name), "the line holds the chosen name");
    Ok(())
}

async fn by_keyboard(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let line = at_the_line(stage).await?;
    reach_by_tab(stage, fi.get("contacts.find.label")).await?;
    // A former municipality that was divided: both of today are offered, with the reason.
    line.send_keys("kuopion maalaiskunta").await?;
    let split = offered(stage, "Kuopio").await?;
    assert!(
        split.len() == 2 && split.iter().all(|row| row.contains(fi.before_gap("contacts.why.former_name_split"))),
        "{split:?}"
    );
    type_anew(stage, &line, "64260").await?;
    let border = offered(stage, "Närpiö").await?;
    assert!(border[1].starts_with("Kaskinen"), "a border asks: {border:?}");
    // Escape closes the list and keeps what was typed; the arrows open it again.
    stage.browser.press_keys(&[Key::Escape]).await?;
    stage.browser.wait_for("the list is closed", "return document.querySelector('[role=listbox]').hidden").await?;
    assert_eq!(line.prop("value").await?.as_deref(), Some("64260"));
    stage.browser.press_keys(&[Key::Down, Key::Down]).await?;
    let active = "const at = document.activeElement.getAttribute('aria-activedescendant');
        return document.getElementById(at)?.innerText.startsWith('Kaskinen') ?? false";
    stage.browser.wait_for("the second row is the active one", active).await?;
    stage.browser.press_keys(&[Key::Enter]).await?;
    wait_for_chosen(stage, &fi, "Kaskinen").await?;
    let focused = stage.browser.script("return document.activeElement.id", vec![]).await?;
    assert_eq!(focused, "field-municipality", "the cursor stays in the line");
    // Another one over it, with a slip of the finger.
    type_anew(stage, &line, "esimerkkilö").await?;
    offered(stage, "Esimerkkilä").await?;
    stage.browser.press_keys(&[Key::Down, Key::Enter]).await?;
    wait_for_chosen(stage, &fi, "Esimerkkilä").await?;
    stage.browser.wait_for_text("0XX 000 0001").await?;
    stage.browser.wait_for_text(fi.get("contacts.unanswered.title")).await?;
    stage.browser.assert_accessible().await
}

/// Tab until the line is reached: forty stops are more than the page has before it.
async fn reach_by_tab(stage: &Stage, label: &str) -> Told {
    for _ in 0..40 {
        stage.browser.press_keys(&[Key::Tab]).await?;
        let at = stage.browser.script("return document.activeElement?.id ?? ''", vec![]).await?;
        if at == "field-municipality" {
            return Ok(());
        }
    }
    panic!("Tab never came to “{label}”");
}

async fn by_touch(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.browser.resize(Screen::Phone).await?;
    let line = at_the_line(stage).await?;
    tap(stage, &line).await?;
    line.send_keys("mallil").await?;
    offered(stage, "Mallila").await?;
    tap(stage, &stage.browser.by_selector("[role=option]").await?).await?;
    wait_for_chosen(stage, &fi, "Mallila").await?;
    // The municipality's own number comes before the county's.
    stage.browser.wait_for_text("0XX 000 0011").await?;
    let wide = stage.browser.script("return document.documentElement.scrollWidth > innerWidth", vec![]).await?;
    assert_eq!(wide, false, "nothing is wider than the phone");
    stage.browser.assert_accessible().await
}

/// Touches the middle of something with one finger.
async fn tap(stage: &Stage, element: &Element) -> Told {
    let there = serde_json::to_value(element)?;
    stage.browser.script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", vec![there]).await?;
    let finger = TouchActions::new("finger".into())
        .then(PointerAction::MoveToElement { element: element.clone(), duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: 0 })
        .then(PointerAction::Up { button: 0 });
    Ok(stage.browser.client.perform_actions(finger).await?)
}

async fn said_aloud(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let line = at_the_line(stage).await?;
    assert_eq!(
        (role::role(&line).await?.as_str(), role::name(&line).await?.as_str()),
        ("combobox", fi.get("contacts.find.label"))
    );
    assert_eq!(line.attr("aria-expanded").await?.as_deref(), Some("false"));
    line.send_keys("åbo").await?;
    offered(stage, "Turku").await?;
    assert_eq!(line.attr("aria-expanded").await?.as_deref(), Some("true"));
    let row = stage.browser.by_selector("[role=option]").await?;
    let why = fi.get("contacts.why.other_language").replace("{name}", "Åbo");
    assert_eq!((role::role(&row).await?, role::name(&row).await?), ("option".to_owned(), format!("Turku {why}")));
    let list = stage.browser.by_selector("[role=listbox]").await?;
    assert_eq!(
        (role::role(&list).await?.as_str(), role::name(&list).await?.as_str()),
        ("listbox", fi.get("contacts.find.label"))
    );
    let count = stage.browser.by_selector(".tuki-combobox__count").await?;
    assert_eq!(role::role(&count).await?, "status");
    assert_eq!(count.text().await?, fi.texts().count("components.matches", 1));
    // More than one slip: a single one would be forgiven.
    line.send_keys("xyzq").await?;
    stage.browser.wait_for_text(fi.get("components.matches.none")).await?;
    stage.browser.assert_accessible().await
}

async fn whole_tree(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let line = at_the_line(stage).await?;
    line.send_keys("64260").await?;
    offered(stage, "Närpiö").await?;
    let tree = stage.browser.accessibility_tree().await?;
    let place = |role: &str, name: &str| {
        let found = tree.iter().position(|(r, n)| r == role && n.starts_with(name));
        found.unwrap_or_else(|| panic!("no {role} “{name}” in {tree:#?}"))
    };
    let label = fi.get("contacts.find.label");
    let in_order = [
        place("main", ""),
        place("heading", fi.get("app.contact.title")),
        place("combobox", label),
        place("status", ""),
        place("listbox", label),
        place("option", "Närpiö"),
        place("option", "Kaskinen"),
    ];
    assert!(in_order.is_sorted(), "{in_order:?} in {tree:#?}");
    for role in ["link", "button", "option", "combobox", "listbox", "heading"] {
        assert!(tree.iter().all(|(own, name)| own != role || !name.is_empty()), "a {role} without a name: {tree:#?}");
    }
    Ok(())
}

async fn links(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    for query in ["?kunta=996", "?kunta=Mallila", "?kunta=mallila"] {
        stage.open(&format!("{PAGE}{query}")).await?;
        form::started(stage).await?;
        wait_for_chosen(stage, &fi, "Mallila").await?;
    }
    // A name nobody bears leaves the page as it is, and a page of text follows the municipality too.
    stage.open(&format!("{PAGE}?kunta=Olematon")).await?;
    form::started(stage).await?;
    assert_eq!(stage.browser.by_selector(FIELD).await?.prop("value").await?.as_deref(), Some(""));
    stage.open("/fi/palvelut/perhetyo/?kunta=Esimerkkil%C3%A4").await?;
    stage.browser.wait_for_text("0XX 000 0003").await
}

async fn without_scripts(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.browser.reopen(false).await?;
    stage.open(PAGE).await?;
    // The folds of the list are the browser's own.
    stage.browser.client.find(Locator::XPath("//details[summary='M']/summary")).await?.click().await?;
    stage.browser.client.find(Locator::XPath("//details[summary='M']//a[.='Mallila']")).await?.click().await?;
    stage.browser.by_selector("a[href='tel:112']").await?;
    let main = stage.browser.by_selector("main").await?.text().await?;
    assert!(main.contains(&fi.get("contacts.card.title").replace("{name}", "Mallila")), "{main}");
    for words in ["0XX 000 0011", "0XX 000 0003", fi.get("contacts.hours.always"), fi.get("contacts.unanswered.title")]
    {
        assert!(main.contains(words), "“{words}” in {main}");
    }
    Ok(())
}

/// Keys one after another; the time from each key to the drawn rows, without the wait for the next frame.
const TYPE_AND_TIME: &str = "
    const done = arguments[arguments.length - 1];
    const field = document.querySelector('#field-municipality');
    const list = document.querySelector('[role=listbox]');
    const tick = () => new Promise((go) => { const line = new MessageChannel(); line.port1.onmessage = go; line.port2.postMessage(0); });
    const words = ['kuopio', 'helsingin', 'maksamaa', 'mäntyharju', '70100', '64260', 'siilinjärvi', 'uudenkaupungin', 'kuopion mlk', 'esbo'];
    const times = [];
    (async () => {
        for (let round = 0; round < 4; round += 1) for (const word of words) for (let to = 1; to <= word.length; to += 1) {
            field.value = word.slice(0, to);
            const began = performance.now();
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await tick();
            list.offsetHeight;
            times.push(performance.now() - began);
        }
        times.sort((one, other) => one - other);
        done({ keys: times.length, median: times[Math.floor(times.length / 2)], p98: times[Math.floor(times.length * 0.98)] });
    })();";

/// The budget: p98 of at most 56 ms per key with the processor four times slower.
async fn filter_budget(stage: &mut Stage) -> Told {
    at_the_line(stage).await?.send_keys("k").await?;
    wait::until("postal codes have come", async || {
        Ok(stage.proxy.requests().into_iter().any(|request| request.url.contains("postal")).then_some(()))
    })
    .await?;
    stage.browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    let measured = stage.browser.script_async(TYPE_AND_TIME, vec![]).await?;
    println!("filter per key at 4× CPU, milliseconds: {measured}");
    assert!(
        measured["keys"].as_u64() > Some(200) && measured["p98"].as_f64().is_some_and(|p98| p98 <= 56.0),
        "{measured}"
    );
    Ok(())
}
