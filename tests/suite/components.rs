//! Every example of every component, rendered natively and read as a person with a screen reader would meet it:
//! names, ties, ids. And the colours, by computing.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};
use tukipolku::components::example::all_examples;
use tukipolku::domain::Language;
use tukipolku::i18n::Texts;

/// An example, drawn in Finnish.
struct Drawn {
    name: String,
    html: String,
    page: Html,
}

impl Drawn {
    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.page.select(&Selector::parse(selector).unwrap()).collect()
    }

    fn with_id(&self, id: &str) -> Option<ElementRef<'_>> {
        self.all("[id]").into_iter().find(|element| element.attr("id") == Some(id))
    }

    fn described(&self, element: ElementRef<'_>) -> String {
        let ids = element.attr("aria-describedby").unwrap_or_default();
        ids.split_whitespace().filter_map(|id| self.with_id(id)).map(words).collect::<Vec<_>>().join(" ")
    }
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn component_texts(language: Language) -> Texts {
    let file = here(&format!("content/{}/texts/components.toml", language.code()));
    let table: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
    let mut pairs = Vec::new();
    flatten("components", table, &mut pairs);
    Texts::from_pairs(pairs)
}

fn flatten(stem: &str, table: toml::Table, pairs: &mut Vec<(String, String)>) {
    for (key, value) in table {
        match value {
            toml::Value::Table(inner) => flatten(&format!("{stem}.{key}"), inner, pairs),
            value => pairs.push((format!("{stem}.{key}"), value.as_str().unwrap().to_owned())),
        }
    }
}

fn draw(view: fn() -> AnyView) -> String {
    Owner::new().with(|| {
        provide_context(Language::Fi);
        provide_context(Arc::new(component_texts(Language::Fi)));
        view().to_html()
    })
}

fn examples() -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for (component, examples) in all_examples() {
        for example in examples {
            let html = draw(example.view);
            let page = Html::parse_fragment(&html);
            drawn.push(Drawn { name: format!("{component}/{}", example.name), html, page });
        }
    }
    drawn
}

const CONTROLS: &str = "input, textarea, select";

#[test]
fn every_control_has_a_label() {
    for example in examples() {
        for control in example.all(CONTROLS) {
            let id = control.attr("id").unwrap_or_else(|| panic!("{}: a control without an id", example.name));
            let labels: Vec<_> =
                example.all("label").into_iter().filter(|label| label.attr("for") == Some(id)).collect();
            assert_eq!(labels.len(), 1, "{}: labels of {id}", example.name);
            assert!(!words(labels[0]).is_empty(), "{}: the label of {id} is empty", example.name);
        }
    }
}

#[test]
fn every_control_has_a_name_that_does_not_hide_the_form() {
    for example in examples() {
        for control in example.all(CONTROLS) {
            let name = control.attr("name").unwrap_or_default();
            assert!(!name.is_empty() && name != "children", "{}: name {name:?}", example.name);
        }
    }
}

#[test]
fn every_id_that_is_pointed_at_exists() {
    let pointers = ["for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-activedescendant"];
    for example in examples() {
        for pointer in pointers {
            for element in example.all(&format!("[{pointer}]")) {
                for id in element.attr(pointer).unwrap().split_whitespace() {
                    assert!(example.with_id(id).is_some(), "{}: {pointer} points at {id}", example.name);
                }
            }
        }
    }
}

#[test]
fn every_id_is_unique_in_the_whole_gallery() {
    let mut seen = HashSet::new();
    for example in examples() {
        for element in example.all("[id]") {
            let id = element.attr("id").unwrap().to_owned();
            assert!(seen.insert(id.clone()), "{}: {id} stands twice", example.name);
        }
    }
}

#[test]
fn a_problem_is_tied_to_its_answer() {
    let mut problems = 0;
    for example in examples() {
        for problem in example.all(".tuki-field__problem").into_iter().filter(|problem| !words(*problem).is_empty()) {
            let id = problem.attr("id").unwrap();
            let tied: Vec<_> = example
                .all("[aria-describedby]")
                .into_iter()
                .filter(|element| element.attr("aria-describedby").unwrap().split_whitespace().any(|known| known == id))
                .collect();
            assert!(!tied.is_empty(), "{}: nothing is described by {id}", example.name);
            assert!(!example.all("[aria-invalid=true]").is_empty(), "{}: nothing is marked as invalid", example.name);
            problems += 1;
        }
    }
    assert!(problems >= 6, "only {problems} examples show a problem");
}

#[test]
fn an_answer_without_a_problem_is_not_marked() {
    for example in examples() {
        for control in example.all("[aria-invalid]") {
            let owner = control.attr("name").map_or(control, |name| {
                let id = format!("field-{name}-problem");
                example.with_id(&id).unwrap_or(control)
            });
            assert!(!words(owner).is_empty(), "{}: marked without a problem", example.name);
        }
    }
}

#[test]
fn a_hint_is_heard_with_its_answer() {
    let examples = examples();
    let example = examples.iter().find(|example| example.name == "text_field/with_problem").unwrap();
    let heard = example.described(example.all("input")[0]);
    assert!(heard.contains("Käytämme vain vastaamiseen.") && heard.contains("nimi@esimerkki.fi"), "{heard}");
}

#[test]
fn the_error_summary_leads_to_controls() {
    let examples = examples();
    let example = examples.iter().find(|example| example.name == "error_summary/two_problems").unwrap();
    let links = example.all(".tuki-problems a");
    assert_eq!(links.len(), 2);
    for link in links {
        let target = example.with_id(link.attr("href").unwrap().trim_start_matches('#')).unwrap();
        assert_eq!(target.value().name(), "input");
        assert!(example.described(target).contains(&words(link)), "the same words stand beside the field");
    }
    assert_eq!(words(example.all("h2")[0]), "2 kohtaa kaipaa vielä vastausta tai korjausta");
}

#[test]
fn nothing_is_styled_in_place_and_every_button_has_a_type() {
    for example in examples() {
        assert!(!example.html.contains("style="), "{}: an inline style", example.name);
        for button in example.all("button") {
            let kind = button.attr("type").unwrap_or_default();
            assert!(["button", "submit"].contains(&kind), "{}: a button of type {kind:?}", example.name);
            assert!(!words(button).is_empty(), "{}: a button without words", example.name);
        }
    }
}

#[test]
fn every_text_of_the_components_is_found() {
    for example in examples() {
        assert!(!example.html.contains("components."), "{}: a key shows itself", example.name);
    }
}

#[test]
fn the_three_languages_have_the_same_texts_with_the_same_gaps() {
    let finnish = component_texts(Language::Fi);
    for language in Language::ALL {
        let texts = component_texts(language);
        assert!(texts.keys().eq(finnish.keys()), "{language:?} has other keys");
        for key in texts.keys() {
            assert_eq!(gaps(texts.get(key)), gaps(finnish.get(key)), "{language:?} {key}");
        }
    }
}

fn gaps(text: &str) -> HashSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(gap, _)| gap).collect()
}

#[test]
fn every_component_has_its_examples_and_its_promise() {
    let known: HashSet<_> = all_examples().into_iter().map(|(name, _)| name.to_owned()).collect();
    for entry in std::fs::read_dir(here("src/components")).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            let name = entry.file_name().into_string().unwrap();
            assert!(known.contains(&name), "{name} is not in the register of examples");
            assert!(here(&format!("docs/accessibility/{name}.md")).exists(), "{name} has no acceptance criteria");
        }
    }
}

/// The browser tests adopt this file as the page's own HTML, so it must be what the page has.
#[test]
fn the_page_that_the_browser_tests_adopt_is_ours() {
    let file = here("tests/browser/components/text_field.html");
    let drawn = examples().into_iter().find(|example| example.name == "text_field/with_hint").unwrap().html;
    if std::env::var_os("TUKI_WRITE").is_some() {
        std::fs::write(&file, &drawn).unwrap();
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), drawn, "TUKI_WRITE=1 writes the file anew");
}

#[test]
fn every_class_has_a_rule_and_every_rule_of_a_component_a_layer() {
    let mut css = String::new();
    for entry in std::fs::read_dir(here("style/components")).unwrap() {
        let sheet = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(sheet.contains("@layer components {"), "a sheet outside its layer:\n{sheet}");
        css.push_str(&sheet);
    }
    for file in ["layout", "utilities"] {
        css.push_str(&std::fs::read_to_string(here(&format!("style/{file}.css"))).unwrap());
    }
    let missing: HashSet<String> = examples()
        .iter()
        .flat_map(|example| example.all("[class]"))
        .flat_map(|element| element.value().classes().map(|class| format!(".{class}")).collect::<Vec<_>>())
        .filter(|class| !css.contains(class.as_str()))
        .collect();
    assert!(missing.is_empty(), "no rule for {missing:?}");
}

// Contrast, as in WCAG 2.2, from the tokens themselves.

type Tokens = HashMap<String, String>;

fn declarations(css: &str, into: &mut Tokens) {
    for line in css.lines().filter(|line| line.trim_start().starts_with("--")) {
        let (name, value) = line.trim().trim_end_matches(';').split_once(':').unwrap();
        into.insert(name.to_owned(), value.trim().to_owned());
    }
}

/// The tokens in light and in dark.
fn schemes() -> [(&'static str, Tokens); 2] {
    let css = std::fs::read_to_string(here("style/tokens.css")).unwrap();
    let (light_css, dark_css) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let mut light = Tokens::new();
    declarations(light_css, &mut light);
    let mut dark = light.clone();
    declarations(dark_css, &mut dark);
    [("light", light), ("dark", dark)]
}

fn colour(tokens: &Tokens, name: &str) -> [f64; 3] {
    let value = &tokens[name];
    if let Some(inner) = value.strip_prefix("var(") {
        return colour(tokens, inner.trim_end_matches(')'));
    }
    let hex = value.strip_prefix('#').unwrap_or_else(|| panic!("{name} is {value}, not a colour"));
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(tokens: &Tokens, one: &str, other: &str) -> f64 {
    let [one, other] = [one, other].map(|name| luminance(colour(tokens, &format!("--tuki-color-{name}"))));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const BACKGROUNDS: [&str; 6] = ["page", "surface", "quiet", "tint", "accent-tint", "done-tint"];

#[test]
fn contrast_is_known_from_the_standard() {
    let tokens: Tokens = [("--tuki-color-a", "#000000"), ("--tuki-color-b", "#ffffff"), ("--tuki-color-c", "#777777")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
    assert!((contrast(&tokens, "a", "b") - 21.0).abs() < 1e-9);
    assert!((contrast(&tokens, "b", "c") - 4.48).abs() < 0.01);
}

#[test]
fn words_stand_out_from_every_background_in_both_schemes() {
    for (scheme, tokens) in schemes() {
        for words in ["text", "text-quiet", "action", "action-strong", "accent", "done", "problem"] {
            for background in BACKGROUNDS {
                let ratio = contrast(&tokens, words, background);
                assert!(ratio >= 4.5, "{scheme}: {words} on {background} is {ratio:.2}");
            }
        }
        for button in ["action", "action-strong"] {
            let ratio = contrast(&tokens, "on-action", button);
            assert!(ratio >= 4.5, "{scheme}: on-action on {button} is {ratio:.2}");
        }
    }
}

#[test]
fn controls_and_focus_stand_out_in_both_schemes() {
    for (scheme, tokens) in schemes() {
        for edge in ["control", "focus", "action"] {
            for background in BACKGROUNDS {
                let ratio = contrast(&tokens, edge, background);
                assert!(ratio >= 3.0, "{scheme}: {edge} on {background} is {ratio:.2}");
            }
        }
    }
}
