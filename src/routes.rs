//! Every address of the site, there and back. One table per language.
//!
//! Pages whose words are content (guide and text pages) take their address part from their file's header;
//! `src/build.rs` gathers those into [`CONTENT_PAGES`].

use crate::domain::{Language, MunicipalityCode};

/// What a content page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// A page of the service guide.
    Guide,
    /// Any other page that is only text.
    Text,
}

/// A page whose words are a file in `content/`.
#[derive(Debug, PartialEq, Eq)]
pub struct ContentPage {
    /// The file's name without its ending, the same in every language.
    pub id: &'static str,
    /// Guide page or text page.
    pub kind: PageKind,
    /// The address part in Finnish, Swedish, English.
    pub parts: [&'static str; 3],
}

/// Every content page, sorted by kind and id.
pub const CONTENT_PAGES: &[ContentPage] = include!(concat!(env!("OUT_DIR"), "/content_pages.rs"));

/// One screen of the site, in any language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Home,
    /// The list of guide pages.
    Services,
    /// A guide or text page.
    Content(&'static ContentPage),
    /// Choosing the municipality; its contacts.
    Contacts,
    /// The contacts of one municipality.
    Municipality(MunicipalityCode),
    /// All forms: one neutral address, so that history does not tell which form or step was open.
    Form,
    /// What is kept on this device.
    Saved,
    /// Whatever has no page.
    NotFound,
}

/// A route in a language: what an address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The language of the page.
    pub language: Language,
    /// The screen.
    pub route: Route,
}

/// Address parts that are not content: services, contacts, form, saved. In the order of [`Language::ALL`].
const SERVICES: [&str; 3] = ["palvelut", "tjanster", "services"];
const CONTACTS: [&str; 3] = ["yhteystiedot", "kontakt", "contacts"];
const FORM: [&str; 3] = ["lomake", "blankett", "form"];
const SAVED: [&str; 3] = ["tallennettu", "sparat", "saved"];

impl Route {
    /// The content page with this id, as a route. The front page and the not-found page are routes of their own.
    pub fn content(id: &str) -> Option<Self> {
        match id {
            "home" => Some(Self::Home),
            "not_found" => Some(Self::NotFound),
            _ => CONTENT_PAGES.iter().find(|page| page.id == id).map(Self::Content),
        }
    }

    /// This screen in that language.
    pub fn r#in(self, language: Language) -> Place {
        Place { language, route: self }
    }

    /// Whether the screen needs the program at once: pages with a form or a selector.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Contacts | Self::Municipality(_) | Self::Form | Self::Saved)
    }

    /// Whether the words of the screen are an article that is taken from the page itself.
    pub fn is_article(self) -> bool {
        !self.is_live()
    }
}

impl Place {
    /// The address, beginning and ending with a slash.
    pub fn path(self) -> String {
        let at = self.language as usize;
        let code = self.language.code();
        match self.route {
            Route::Home => format!("/{code}/"),
            Route::Services => format!("/{code}/{}/", SERVICES[at]),
            Route::Content(page) if page.kind == PageKind::Guide => {
                format!("/{code}/{}/{}/", SERVICES[at], page.parts[at])
            }
            Route::Content(page) => format!("/{code}/{}/", page.parts[at]),
            Route::Contacts => format!("/{code}/{}/", CONTACTS[at]),
            Route::Municipality(municipality) => format!("/{code}/{}/{municipality}/", CONTACTS[at]),
            Route::Form => format!("/{code}/{}/", FORM[at]),
            Route::Saved => format!("/{code}/{}/", SAVED[at]),
            Route::NotFound => "/404.html".to_owned(),
        }
    }

    /// The place an address leads to. `None` when it is not in one of our languages.
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.split('/').filter(|part| !part.is_empty() && *part != "index.html");
        let language = Language::from_code(parts.next()?)?;
        let rest: Vec<&str> = parts.collect();
        Some(Self { language, route: route_of(&rest, language as usize) })
    }
}

/// The route behind the parts of an address that follow its language.
fn route_of(parts: &[&str], at: usize) -> Route {
    match *parts {
        [] => Route::Home,
        [part] if part == SERVICES[at] => Route::Services,
        [part] if part == CONTACTS[at] => Route::Contacts,
        [part] if part == FORM[at] => Route::Form,
        [part] if part == SAVED[at] => Route::Saved,
        [part] => content_at(PageKind::Text, part, at),
        [part, code] if part == CONTACTS[at] => {
            MunicipalityCode::parse(code).map_or(Route::NotFound, Route::Municipality)
        }
        [part, page] if part == SERVICES[at] => content_at(PageKind::Guide, page, at),
        _ => Route::NotFound,
    }
}

/// The content page of that kind at that address part.
fn content_at(kind: PageKind, part: &str, at: usize) -> Route {
    let page = CONTENT_PAGES.iter().find(|page| page.kind == kind && page.parts[at] == part);
    page.map_or(Route::NotFound, |page| Route::content(page.id).unwrap_or(Route::NotFound))
}

/// Every route that has one page in each language; municipality pages come from the data.
pub fn fixed_routes() -> impl Iterator<Item = Route> {
    let ours = [Route::Home, Route::Services, Route::Contacts, Route::Form, Route::Saved];
    let content = CONTENT_PAGES.iter().filter(|page| !matches!(page.id, "home" | "not_found"));
    ours.into_iter().chain(content.map(Route::Content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_route() {
        let municipality = MunicipalityCode::parse("297").map(Route::Municipality);
        for route in fixed_routes().chain(municipality) {
            for language in Language::ALL {
                let place = route.r#in(language);
                assert_eq!(Place::parse(&place.path()), Some(place), "{}", place.path());
            }
        }
    }

    #[test]
    fn no_two_routes_share_an_address() {
        let mut paths: Vec<_> = Language::ALL
            .into_iter()
            .flat_map(|language| fixed_routes().map(move |route| route.r#in(language).path()))
            .collect();
        let all = paths.len();
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), all);
    }

    #[test]
    fn strange_addresses_lead_nowhere_or_to_not_found() {
        for (path, expected) in [
            ("/", None),
            ("/se/", None),
            ("/fi/ei-ole/", Some(Route::NotFound)),
            ("/fi/yhteystiedot/29/", Some(Route::NotFound)),
            ("/fi/yhteystiedot/297/x/", Some(Route::NotFound)),
            ("/fi/index.html", Some(Route::Home)),
        ] {
            assert_eq!(Place::parse(path).map(|place| place.route), expected, "{path}");
        }
    }

    #[test]
    fn the_form_address_does_not_tell_which_form() {
        for language in Language::ALL {
            let path = Route::Form.r#in(language).path();
            assert!(!path.contains("ilmoitus") && !path.contains("lastensuojelu"), "{path}");
        }
    }
}
