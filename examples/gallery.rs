//! Writes every example of every component to `target/gallery.html` with the joined style sheets, to be looked at.
//! `cargo run --example gallery --features ssr -- sv` writes it in Swedish.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use leptos::prelude::*;
use tukipolku::components::gallery::Gallery;
use tukipolku::domain::Language;
use tukipolku::i18n::Texts;

/// What a guide page and the list of municipalities look like; their words come from content, not from components.
const ARTICLE: &str = include_str!("article.html");

fn main() -> std::io::Result<()> {
    let language = std::env::args().nth(1).and_then(|code| Language::from_code(&code)).unwrap_or(Language::Fi);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = component_texts(root, language)?;
    let body = Owner::new().with(|| {
        provide_context(language);
        provide_context(Arc::new(texts));
        view! { <main class="tuki-main tuki-stack" id="main"><Gallery/><div inner_html=ARTICLE></div></main> }.to_html()
    });
    let css = joined_css(root)?;
    let page = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><title>Gallery</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><style>{css}</style>{body}</html>",
        language.code()
    );
    let public = format!("{}/public/", root.display());
    let page =
        page.replace("\"/assets/", &format!("\"{public}assets/")).replace("\"/favicon", &format!("\"{public}favicon"));
    fs::create_dir_all(root.join("target"))?;
    fs::write(root.join("target/gallery.html"), page)
}

fn component_texts(root: &Path, language: Language) -> std::io::Result<Texts> {
    let file = fs::read_to_string(root.join(format!("content/{}/texts/components.toml", language.code())))?;
    let table: toml::Table = file.parse().map_err(std::io::Error::other)?;
    let mut pairs = Vec::new();
    flatten("components", table, &mut pairs);
    Ok(Texts::from_pairs(pairs))
}

fn flatten(stem: &str, table: toml::Table, pairs: &mut Vec<(String, String)>) {
    for (key, value) in table {
        match value {
            toml::Value::Table(inner) => flatten(&format!("{stem}.{key}"), inner, pairs),
            value => pairs.push((format!("{stem}.{key}"), value.as_str().unwrap_or_default().to_owned())),
        }
    }
}

/// The sheets in the order of their layers.
fn joined_css(root: &Path) -> std::io::Result<String> {
    let style = root.join("style");
    let mut components: Vec<_> = fs::read_dir(style.join("components"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    components.sort();
    let mut files: Vec<_> =
        ["layers", "reset", "tokens", "base", "layout"].map(|name| style.join(format!("{name}.css"))).into();
    files.extend(components);
    files.extend(["utilities", "print"].map(|name| style.join(format!("{name}.css"))));
    files.iter().map(fs::read_to_string).collect()
}
