//! Fetching the site's own static files.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomParser, RequestCredentials, RequestInit, Response, SupportedType, window};

/// Why a file of the site could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The network did not answer.
    Offline,
    /// The site answered with something else than the file (HTTP status).
    Refused(u16),
}

/// The text of a file on our own origin.
///
/// # Errors
/// The network is down, or the site has no such file.
pub async fn fetch_text(address: &str) -> Result<String, FetchError> {
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::SameOrigin);
    let request = window().ok_or(FetchError::Offline)?.fetch_with_str_and_init(address, &options);
    let answer = JsFuture::from(request).await.map_err(|_| FetchError::Offline)?;
    let answer: Response = answer.dyn_into().map_err(|_| FetchError::Offline)?;
    if !answer.ok() {
        return Err(FetchError::Refused(answer.status()));
    }
    let text = answer.text().map_err(|_| FetchError::Offline)?;
    let text = JsFuture::from(text).await.map_err(|_| FetchError::Offline)?;
    Ok(text.as_string().unwrap_or_default())
}

/// What in-app navigation takes out of a prerendered page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FetchedPage {
    /// The title of the document.
    pub title: String,
    /// The HTML inside the element `#article`, as our own build wrote it.
    pub article: String,
}

/// Fetches a page of the site and takes out its title and article.
///
/// # Errors
/// As [`fetch_text`].
pub async fn fetch_page(path: &str) -> Result<FetchedPage, FetchError> {
    let html = fetch_text(path).await?;
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(&html, SupportedType::TextHtml));
    let document = parsed.map_err(|_| FetchError::Offline)?;
    let article = document.get_element_by_id("article").map(|element| element.inner_html());
    Ok(FetchedPage { title: document.title(), article: article.unwrap_or_default() })
}
