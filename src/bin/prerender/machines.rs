//! What machines read of the site: `GovernmentService` of schema.org for each guide page, `sitemap.xml`, `robots.txt`.

use serde_json::{Map, Value, json};
use tukipolku::{
    contacts::CountyRecord,
    domain::Language,
    guide::ServicePage,
    routes::{Place, Route},
};

use crate::html::escape;

/// A guide page as a `GovernmentService` (<https://schema.org/GovernmentService>). Only what the build knows is said: the
/// provider is the county whose site it is, and addresses are whole only where there is an origin.
pub fn government_service(page: &ServicePage, place: Place, own: Option<&CountyRecord>, origin: &str) -> String {
    let mut data = Map::from_iter([
        ("@context".to_owned(), json!("https://schema.org")),
        ("@type".to_owned(), json!("GovernmentService")),
        ("name".to_owned(), json!(page.title)),
        ("description".to_owned(), json!(page.summary)),
        ("availableLanguage".to_owned(), json!(Language::ALL.map(Language::code))),
        ("areaServed".to_owned(), area(own, place.language)),
    ]);
    if let Some(county) = own {
        let name = county.names.in_language(place.language);
        data.insert(
            "provider".to_owned(),
            json!({ "@type": "GovernmentOrganization", "name": name, "url": county.site }),
        );
    }
    if !origin.is_empty() {
        let contacts = Route::Contacts.r#in(place.language).path();
        data.insert("url".to_owned(), json!(format!("{origin}{}", place.path())));
        let channel = json!({ "@type": "ServiceChannel", "serviceUrl": format!("{origin}{contacts}") });
        data.insert("availableChannel".to_owned(), channel);
    }
    Value::Object(data).to_string()
}

fn area(own: Option<&CountyRecord>, language: Language) -> Value {
    own.map_or_else(
        || json!({ "@type": "Country", "name": "Finland" }),
        |county| json!({ "@type": "AdministrativeArea", "name": county.names.in_language(language) }),
    )
}

/// Every page with its other languages, for search engines. Only for a site that may be found and has an origin.
pub fn sitemap(routes: &[Route], origin: &str) -> String {
    let address = |place: Place| escape(&format!("{origin}{}", place.path()));
    let entry = |route: &Route, language: Language| {
        let others = Language::ALL.map(|other| {
            let href = address(route.r#in(other));
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\"/>", other.code())
        });
        format!("<url><loc>{}</loc>{}</url>\n", address(route.r#in(language)), others.concat())
    };
    let entries: String =
        routes.iter().flat_map(|route| Language::ALL.map(|language| entry(route, language))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}

/// What robots may read. A county's own site is open; what is no county's site asks not to be listed in each page, and a
/// robot must be able to read that.
pub fn robots(origin: Option<&str>) -> String {
    let sitemap = origin.map_or_else(String::new, |origin| format!("Sitemap: {origin}/sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sitemap_lists_each_page_with_its_other_languages() {
        let map = sitemap(&[Route::Home, Route::Contacts], "https://apua.example");
        assert_eq!((map.matches("<url>").count(), map.matches("hreflang=").count()), (6, 18));
        assert!(map.contains("<loc>https://apua.example/sv/kontakt/</loc>"));
    }

    #[test]
    fn robots_are_led_to_the_sitemap_only_where_there_is_one() {
        assert!(robots(Some("https://apua.example")).ends_with("Sitemap: https://apua.example/sitemap.xml\n"));
        assert!(!robots(None).contains("Sitemap"));
    }
}
