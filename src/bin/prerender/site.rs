//! The whole site: reads content, data and counties, then writes page after page.

use std::{collections::BTreeMap, fmt::Display, fs, io, path::Path, sync::Arc};

use tukipolku::{
    domain::Language,
    guide::Library,
    i18n::{Texts, read_texts},
    pages::shared::BuildKind,
    routes::{Place, Route, fixed_routes},
};

use crate::{
    assets::{Assets, integrity},
    data::Data,
    embed::Embeds,
    front,
    head::Head,
    html::escape,
    machines,
    page::{Page, Sources},
    search::Finder,
    settings::Settings,
    template::{Filling, Template},
};

/// Writes the site into the staging folder and gives the number of pages.
///
/// # Errors
/// Everything found wrong in content, data and county folders, each with file, line and mend.
pub fn write(settings: &Settings) -> Result<usize, Vec<String>> {
    Site::gather(settings)?.write_all().map_err(one)
}

fn one(error: impl Display) -> Vec<String> {
    vec![error.to_string()]
}

/// All that pages are made of.
struct Site<'a> {
    settings: &'a Settings,
    sources: Sources,
    template: Template,
    /// Attributes of the loader's meta element: the texts of a language with their hash.
    texts: BTreeMap<Language, String>,
    /// The address of the table of data files.
    files: String,
    /// Attributes of the loader's meta element: the second part of the program, where there is one.
    later: String,
    /// Framed views for other people's pages.
    embeds: Embeds,
}

impl<'a> Site<'a> {
    fn gather(settings: &'a Settings) -> Result<Self, Vec<String>> {
        let root = Path::new(".");
        let library =
            Library::read(root).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<String>>())?;
        let data = Data::read(root, settings, &library)?;
        let template = Template::read(&settings.staging).map_err(one)?;
        let (mut assets, mut all_texts, mut tags) = (Assets::default(), BTreeMap::new(), BTreeMap::new());
        for language in Language::ALL {
            let texts = read_texts(&root.join("content").join(language.code()).join("texts")).map_err(one)?;
            // The staff reader is served by the inbox, with its own words.
            let texts = texts.without("reader");
            // The words of the search and of the framed views stand in their pages; the program needs none of them.
            let shown = texts.clone().without("search").without("embed");
            tags.insert(language, write_texts(&shown, language, settings, &mut assets).map_err(one)?);
            all_texts.insert(language, Arc::new(texts));
        }
        data.write(&settings.staging, &mut assets).map_err(one)?;
        add_vault(settings, &mut assets).map_err(one)?;
        let later = write_later(settings, &mut assets).map_err(one)?;
        let finder = Finder::write(settings, &library, &all_texts, &mut assets).map_err(one)?;
        let table = assets.to_json();
        let files = assets.write(&settings.staging, "files", "json", table.as_bytes()).map_err(one)?;
        let sources = Sources { library, data, texts: all_texts, finder, kind: settings.kind, built: settings.built };
        let embeds = Embeds::new(&sources, template.style(), &mut assets, &settings.staging).map_err(one)?;
        Ok(Self { settings, sources, template, texts: tags, files, later, embeds })
    }

    fn write_all(&self) -> io::Result<usize> {
        let municipalities = self.sources.data.directory.all().iter().map(|one| Route::Municipality(one.code));
        let routes: Vec<Route> = fixed_routes().chain(municipalities).collect();
        for language in Language::ALL {
            for route in &routes {
                let page = self.sources.page(route.r#in(language));
                self.put(&format!("{}index.html", &page.place.path()[1..]), &self.whole(&page))?;
            }
        }
        let mut framed = 0;
        for (path, html) in self.embeds.pages(&self.sources).chain(self.embeds.editors(&self.sources)) {
            self.put(&format!("{}index.html", &path[1..]), &html)?;
            framed += 1;
        }
        let style = self.template.style();
        self.put("index.html", &front::languages(style, self.is_indexable()))?;
        self.put("404.html", &front::not_found(style, &self.sources))?;
        self.put_for_robots(&routes)?;
        Ok(routes.len() * Language::ALL.len() + framed + 2)
    }

    /// Search engines may list a county's own site only.
    fn is_indexable(&self) -> bool {
        self.settings.kind == BuildKind::County
    }

    /// `robots.txt`, and `sitemap.xml` where there is something to list under a known address.
    fn put_for_robots(&self, routes: &[Route]) -> io::Result<()> {
        let origin = Some(self.sources.data.origin()).filter(|origin| self.is_indexable() && !origin.is_empty());
        self.put("robots.txt", &machines::robots(origin))?;
        origin.map_or(Ok(()), |origin| self.put("sitemap.xml", &machines::sitemap(routes, origin)))
    }

    fn put(&self, path: &str, html: &str) -> io::Result<()> {
        let file = self.settings.staging.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&self.settings.staging))?;
        fs::write(file, html)
    }

    fn whole(&self, page: &Page) -> String {
        let Place { language, route } = page.place;
        let head = Head {
            place: page.place,
            title: &page.title,
            description: &page.description,
            origin: self.sources.data.origin(),
            indexable: self.is_indexable(),
            site: self.sources.texts[&language].get("app.name"),
            data: &page.machine_data,
        };
        let start = if route.is_live() { "now" } else { "intent" };
        // What is written or kept is never shown in somebody else's frame; these words stand there instead.
        let framed = match route {
            Route::Form | Route::Saved => {
                format!(" data-framed=\"{}\"", escape(self.sources.texts[&language].get("forms.framed")))
            }
            _ => String::new(),
        };
        // A form can be begun with the first part of the program.
        let whole = if route == Route::Form { "" } else { " data-whole" };
        let loader = format!(
            "{} data-files=\"{}\"{} data-kind=\"{}\" data-built=\"{}\" data-start=\"{start}\" data-exit=\"{}\"{whole}{framed}",
            self.texts[&language],
            self.files,
            self.later,
            self.settings.kind.word(),
            self.settings.built,
            self.sources.data.exit(),
        );
        self.template.fill(&Filling {
            language: language.code().to_owned(),
            head: head.html(),
            loader,
            app: self.sources.draw(page, &self.files),
            data: page.data_blocks(),
        })
    }
}

/// Writes a language's texts and gives the loader's attributes for them.
fn write_texts(texts: &Texts, language: Language, settings: &Settings, assets: &mut Assets) -> io::Result<String> {
    let lines = texts.to_lines();
    let name = format!("texts.{}", language.code());
    let address = assets.write(&settings.staging, &name, "txt", lines.as_bytes())?;
    Ok(format!("data-texts=\"{address}\" data-texts-integrity=\"{}\"", integrity(lines.as_bytes())))
}

/// Writes the second part of the program and gives the loader's attributes for it.
fn write_later(settings: &Settings, assets: &mut Assets) -> io::Result<String> {
    let Some(file) = &settings.later else { return Ok(String::new()) };
    let program = fs::read(file)?;
    let address = assets.write(&settings.staging, "later", "wasm", &program)?;
    Ok(format!(" data-later=\"{address}\" data-later-integrity=\"{}\"", integrity(&program)))
}

/// The vault's files keep their names, which hold the hash already; its lists of words get one.
fn add_vault(settings: &Settings, assets: &mut Assets) -> io::Result<()> {
    for language in Language::ALL {
        let words = fs::read(Path::new("data/words").join(format!("{}.txt", language.code())))?;
        assets.write(&settings.staging, &format!("words.{}", language.code()), "txt", &words)?;
    }
    let Some(folder) = &settings.vault else { return Ok(()) };
    assets.adopt_all(&settings.staging, folder)
}
