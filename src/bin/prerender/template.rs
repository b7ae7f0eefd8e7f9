//! Trunk's `index.html` with its four gaps, and the hashed files it speaks of, moved to `/assets/`.

use std::{fs, io, path::Path};

use crate::assets::integrity;

/// The page around every page.
#[derive(Debug)]
pub struct Template {
    html: String,
    /// Attributes of the meta element that are the same on every page: program, its hashes.
    program: String,
}

/// What one page puts into the template.
#[derive(Debug, Default)]
pub struct Filling {
    /// Language code.
    pub language: String,
    /// Everything between `<head>` tags that belongs to this page.
    pub head: String,
    /// Attributes `data-…` for the loader that belong to this page.
    pub loader: String,
    /// The HTML inside `#app`.
    pub app: String,
    /// Data blocks at the end of the page.
    pub data: String,
}

impl Template {
    /// Reads what Trunk left in its staging folder.
    ///
    /// # Errors
    /// A file is missing or cannot be moved.
    pub fn read(staging: &Path) -> io::Result<Self> {
        let mut html = fs::read_to_string(staging.join("index.html"))?;
        let meta = between(&html, "<meta name=\"tuki-app\"", ">")
            .ok_or_else(|| io::Error::other("index.html has no <meta name=\"tuki-app\">: see Trunk.toml"))?;
        let js = between(meta, "data-js=\"", "\"").unwrap_or_default().to_owned();
        let wasm = between(meta, "data-wasm=\"", "\"").unwrap_or_default().to_owned();
        let program = format!(
            "data-js=\"/assets{js}\" data-js-integrity=\"{}\" data-wasm=\"/assets{wasm}\" data-wasm-integrity=\"{}\"",
            integrity(&fs::read(staging.join(&js[1..]))?),
            integrity(&fs::read(staging.join(&wasm[1..]))?),
        );
        html = html.replace(&format!("<meta name=\"tuki-app\"{meta}>"), "");
        for name in hashed_files(&html, [js, wasm]) {
            html = html.replace(&format!("\"{name}\""), &format!("\"/assets{name}\""));
            fs::create_dir_all(staging.join("assets"))?;
            fs::rename(staging.join(&name[1..]), staging.join("assets").join(&name[1..]))?;
        }
        Ok(Self { html: html.lines().map(str::trim).collect::<Vec<_>>().join("\n"), program })
    }

    /// The tag of the style sheet, for the two pages that are not the app's.
    pub fn style(&self) -> &str {
        self.html.lines().find(|line| line.starts_with("<link rel=\"stylesheet\"")).unwrap_or_default()
    }

    /// A whole page.
    pub fn fill(&self, filling: &Filling) -> String {
        let meta = format!("<meta name=\"tuki-app\" {} {}>", self.program, filling.loader);
        self.html
            .replacen("lang=\"fi\"", &format!("lang=\"{}\"", filling.language), 1)
            .replacen("<!--HEAD-->", &format!("{}\n{meta}", filling.head), 1)
            .replacen("<!--DATA-->", &filling.data, 1)
            // Last, so that nothing in the app's own HTML can be taken for a gap.
            .replacen("<!--APP-->", &filling.app, 1)
    }
}

/// Addresses at the root of the site that the page's tags name, and the program's own two.
fn hashed_files(html: &str, program: [String; 2]) -> Vec<String> {
    let tags = html.split('<').filter(|tag| tag.starts_with("script ") || tag.starts_with("link rel=\"stylesheet\""));
    let named = tags.filter_map(|tag| between(tag, "src=\"", "\"").or_else(|| between(tag, "href=\"", "\"")));
    named.map(str::to_owned).chain(program).collect()
}

/// The text between two marks, the first time they occur.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(from)?;
    rest.split_once(to).map(|(found, _)| found)
}
