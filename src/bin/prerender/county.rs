//! A county's own words in guide pages, as finished HTML that says whose they are.

use std::path::Path;

use tukipolku::{
    contacts::CountyRecord,
    guide::{CountyText, Library, SectionKind, ServicePage, Way, county_text},
    i18n::{Texts, dates},
};

use crate::{
    article::resolve,
    html::{element, escape},
};

/// What one county writes into the guide.
#[derive(Debug)]
pub struct CountyGuide {
    county: CountyRecord,
    texts: Vec<CountyText>,
}

impl CountyGuide {
    /// Reads `counties/<id>/guide/`.
    ///
    /// # Errors
    /// Every mistake found, each with file, line and mend.
    pub fn read(root: &Path, county: &CountyRecord, library: &Library) -> Result<Self, Vec<String>> {
        let texts = county_text::read_all(root, &county.id, library);
        let texts = texts.map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        Ok(Self { county: county.clone(), texts })
    }

    /// The county's part of a section: how it stands to the national text, and its HTML.
    pub fn part(&self, page: &ServicePage, kind: SectionKind, texts: &Texts) -> Option<(Way, String)> {
        let text = self.texts.iter().find(|text| text.page == page.id() && text.language == page.language)?;
        let part = text.parts.iter().find(|part| part.kind == kind)?;
        let name = self.county.names.in_language(page.language);
        let key = if part.way == Way::Adds { "guide.county.added" } else { "guide.county.replaced" };
        let checked = texts.fill("guide.checked", &[("date", &dates::date(texts, text.checked))]);
        let html = format!(
            "<div class=\"tuki-county-text\"><p class=\"tuki-quiet\">{} {}</p>{}<p class=\"tuki-quiet\">{}</p></div>",
            element("strong", texts.get("guide.county.own_text")),
            escape(&texts.fill(key, &[("county", name)])),
            part.prose.html(&|target, language| resolve(target, language)),
            escape(&checked),
        );
        Some((part.way, html))
    }
}
