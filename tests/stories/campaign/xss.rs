//! Hostile texts in every text field: in the form, beside its problems, on the check page, in print, in the team's reader.
//!
//! The texts are those of the *Big List of Naughty Strings* (npm `big-list-of-naughty-strings`, MIT) that hold markup or
//! a script's address, and texts put together here. The site is visited without its content security policy, so that
//! nothing but our own code stands against them.

use serde_json::json;
use tukipolku::domain::Language;

use super::{Chance, walk};
use crate::harness::{Failure, Stage, Told};
use crate::team;
use crate::words::Words;

/// The fewest recorded texts that count as a list.
const FEWEST: usize = 149;

/// How many texts are put together in addition.
const GENERATED: usize = 100;

/// Elements and attributes that no answer may bring into a page.
const STRANGE: &str = "
    const named = (element) => [...element.attributes].some(({ name, value }) =>
        name.startsWith('on') || /^\\s*(javascript|vbscript|data):/i.test(value) && name !== 'value');
    const strange = [...document.querySelectorAll('main *')].filter((element) =>
        element.matches('script, iframe, object, embed, base, meta, link, math, video, audio, applet, marquee, img, image, style')
        || named(element));
    return strange.map((element) => element.outerHTML.slice(0, 200));";

/// How many of these texts would run something where a page takes them for markup: that the list is hostile at all.
const CONTROL: &str = "
    const [texts, done] = arguments;
    let ran = new Set();
    window.alert = () => ran.add(window.now);
    (async () => {
        for (const [place, text] of texts.entries()) {
            window.now = place;
            const box = document.createElement('div');
            box.innerHTML = text;
            document.body.append(box);
            await new Promise((next) => setTimeout(next, 12));
            box.remove();
        }
        done(ran.size);
    })();";

/// Walks a form with each text in each field, looks, prints, sends, and reads in the team's reader.
pub async fn xss(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let (recorded, mut chance) = (recorded()?, stage.plan.chance());
    let generated: Vec<String> = (0..GENERATED).map(|_| generate(&mut chance)).collect();
    let (count, texts) = (recorded.len(), [recorded, generated].concat());
    let runs = stage.plan.runs(2);
    stage.site.drop_policy();
    let inbox = team::inbox(stage, &format!("xss-{}", stage.browser.engine.name()))?;
    let (mut fields, mut references) = (0, Vec::new());
    for run in 0..runs {
        walk::begin(stage, &fi).await?;
        // Turned by one text each time, so that in as many runs as there are texts each field has had each text.
        let turned: Vec<String> =
            (0..texts.len()).map(|place| texts[(place + run * 7) % texts.len()].clone()).collect();
        let walked = walk::to_check(stage, &fi, &turned, run).await?;
        assert_plain(stage, "check page").await?;
        fields += walked.given.len();
        print(stage).await?;
        references.push(walk::send(stage, &fi).await?);
    }
    for reference in &references {
        team::read(stage, &inbox, &fi, reference).await?;
        assert_plain(stage, "reader").await?;
    }
    let hostile = control(stage, &texts).await?;
    println!(
        "figures: {}, {runs} forms, {fields} text fields filled out of {count} recorded and {GENERATED} generated texts, \
         seed {}, no policy: 0 executions, 0 strange elements in form, check page, print and reader; \
         as markup {hostile} of the texts do run",
        stage.browser.engine.name(),
        stage.plan.seed
    );
    Ok(())
}

/// The texts of the list that hold markup, an entity or a script's address.
fn recorded() -> Told<Vec<String>> {
    let file = xtask::places::root().join("tests/node_modules/big-list-of-naughty-strings/blns.json");
    let all: Vec<String> = serde_json::from_reader(std::fs::File::open(file)?)?;
    let hostile = |text: &String| {
        let text = text.to_lowercase();
        ["<", "javascript:", "&lt;", "&#", "onerror", "onload", "alert("].iter().any(|sign| text.contains(sign))
    };
    let texts: Vec<String> = all.into_iter().filter(hostile).collect();
    if texts.len() < FEWEST { Err(Failure(format!("Only {} texts were found.", texts.len()))) } else { Ok(texts) }
}

/// Markup out of parts that have broken pages before: a way out of what stands around, an element, something that runs.
fn generate(chance: &mut Chance) -> String {
    const OUT: [&str; 10] =
        ["", "\">", "'>", "</textarea>", "</title>", "-->", "</p></dd>", "]]>", "</noscript>", "\u{0}"];
    const ELEMENT: [&str; 8] =
        ["img src=x", "svg", "body", "input autofocus", "details open", "video><source", "iframe", "math"];
    const RUNS: [&str; 6] = [
        "onerror=alert(1)",
        "onload=alert(1)",
        "onfocus=alert(1)",
        "ontoggle=alert(1)",
        "src=javascript:alert(1)",
        "srcdoc='<script>parent.alert(1)</script>'",
    ];
    let mut pick = |parts: &'static [&'static str]| parts[chance.below(parts.len() as u64) as usize];
    let (out, element, runs) = (pick(&OUT), pick(&ELEMENT), pick(&RUNS));
    format!("{out}<{element} {runs}>{}", pick(&["", "<script>alert(1)</script>", "{{alert(1)}}", "${alert(1)}"]))
}

async fn assert_plain(stage: &Stage, place: &str) -> Told {
    let strange = stage.browser.script(STRANGE, vec![]).await?;
    let strange = strange.as_array().cloned().unwrap_or_default();
    if strange.is_empty() { Ok(()) } else { Err(Failure(format!("Strange elements ({place}): {strange:?}"))) }
}

/// Prints the page as paper would show it; what runs while it is laid out is heard as everywhere.
async fn print(stage: &Stage) -> Told {
    stage.browser.print().await
}

async fn control(stage: &mut Stage, texts: &[String]) -> Told<u64> {
    stage.assert_calm()?;
    // On purpose, here only: what these texts would do, and ask for, as markup.
    stage.expect_complaint("");
    stage.open("/fi/lomake/").await?;
    let ran = stage.browser.script_async(CONTROL, vec![json!(texts)]).await?.as_u64().unwrap_or(0);
    stage.proxy.forget();
    if ran == 0 { Err(Failure("None of the texts runs anything even as markup.".into())) } else { Ok(ran) }
}
