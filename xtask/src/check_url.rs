//! Looks at a published site from outside: does the host send every header, does it clear on request, and are the files
//! those of the release?

use ureq::http::HeaderMap;

use crate::headers::{self, CLEARED, Deployment, FORGET, FORM_ADDRESSES, Rule};
use crate::{Problem, Result, manifest};

/// Looks at the site at `url` (an origin, without a final slash) and says everything that is wrong.
///
/// # Errors
/// One problem with a line for each thing that differs.
pub fn check(url: &str, deployment: &Deployment) -> Result<usize> {
    let rules = headers::rules(deployment);
    let files = published(url)?;
    let mut wrong = Vec::new();
    for path in addresses(&files) {
        wrong.extend(headers_at(url, &path, &rules)?);
    }
    wrong.extend(forgetting(url)?);
    for (hash, path) in &files {
        wrong.extend(file_at(url, path, hash)?);
    }
    match wrong.is_empty() {
        true => Ok(files.len()),
        false => Err(Problem::new(format!("{url} is not as it was built:\n{}", wrong.join("\n")))
            .mend("use the emitted rules as they are, and publish every file of one build. A host that cannot send the headers is not suitable for forms.")),
    }
}

fn published(url: &str) -> Result<Vec<manifest::Line>> {
    let (status, _, bytes) = ask(url, "GET", &format!("/{}", manifest::FILE), &[])?;
    match status {
        200 => manifest::read(&String::from_utf8_lossy(&bytes)),
        _ => Err(Problem::new(format!("{url}/{} answers {status}.", manifest::FILE))),
    }
}

/// One address for each group of headers, every form, and one that is not there.
fn addresses(files: &[manifest::Line]) -> Vec<String> {
    let asset = files.iter().find(|(_, path)| path.starts_with("assets/")).map(|(_, path)| format!("/{path}"));
    let pages = ["/", "/fi/", "/sv/", "/en/", "/not-there/"].into_iter().chain(FORM_ADDRESSES);
    pages.map(str::to_owned).chain(asset).collect()
}

fn headers_at(url: &str, path: &str, rules: &[Rule]) -> Result<Vec<String>> {
    let (_, sent, _) = ask(url, "GET", path, &[])?;
    let wanted = headers::headers_of(rules, path);
    let mut wrong: Vec<String> = wanted.iter().filter_map(|(name, value)| differs(&sent, path, name, value)).collect();
    if sent.contains_key("set-cookie") {
        wrong.push(format!("{path} sets a cookie"));
    }
    Ok(wrong)
}

fn differs(sent: &HeaderMap, path: &str, name: &str, wanted: &str) -> Option<String> {
    let found: Vec<_> = sent.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
    match found.as_slice() {
        [] => Some(format!("{path} lacks {name}")),
        // Hosts that add rules up send both of a form's; see `Group::Form`.
        found
            if found.join(", ") == wanted
                || (name == "cache-control" && found.iter().any(|one| one.contains(wanted))) =>
        {
            None
        }
        found => Some(format!("{path} sends {name}: {}, and it should be {wanted}", found.join(", "))),
    }
}

/// Only the site itself may have its storage cleared.
fn forgetting(url: &str) -> Result<Vec<String>> {
    let clears = |site: &str| {
        ask(url, "POST", FORGET, &[("sec-fetch-site", site)])
            .map(|(_, sent, _)| sent.contains_key("clear-site-data") && sent.contains_key(CLEARED))
    };
    let mut wrong = Vec::new();
    if !clears("same-origin")? {
        wrong.push(format!("{FORGET} does not clear: whoever erases is told that not everything could be confirmed"));
    }
    if clears("cross-site")? {
        wrong.push(format!("{FORGET} clears for other sites too: they could wipe drafts"));
    }
    Ok(wrong)
}

/// `_headers` is for the host and may be kept from visitors. The page of what is not there has no address of its own everywhere.
fn file_at(url: &str, path: &str, hash: &str) -> Result<Option<String>> {
    if ["_headers", "404.html"].contains(&path) {
        return Ok(None);
    }
    let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
    let (status, _, bytes) = ask(url, "GET", &address, &[])?;
    Ok(match (status, manifest::hash(&bytes) == hash) {
        (200, true) => None,
        (200, false) => Some(format!("{address} is another file than that of the release")),
        (status, _) => Some(format!("{address} answers {status}")),
    })
}

fn ask(url: &str, method: &str, path: &str, more: &[(&str, &str)]) -> Result<(u16, HeaderMap, Vec<u8>)> {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    let agent: ureq::Agent = config.build().into();
    let request = ureq::http::Request::builder().method(method).uri(format!("{url}{path}"));
    // Asked for as it lies in the release, not compressed.
    let request = more
        .iter()
        .fold(request.header("accept-encoding", "identity"), |request, (name, value)| request.header(*name, *value));
    let failed = |error: String| Problem::new(format!("{url}{path} could not be asked: {error}"));
    let request = request.body(()).map_err(|error| failed(error.to_string()))?;
    let (parts, mut body) = agent.run(request).map_err(|error| failed(error.to_string()))?.into_parts();
    let bytes = body.with_config().limit(64 << 20).read_to_vec().map_err(|error| failed(error.to_string()))?;
    Ok((parts.status.as_u16(), parts.headers, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server;
    use std::path::PathBuf;

    /// A small site with its manifest, served with or without our headers; gone when the test is over.
    struct Site {
        folder: PathBuf,
        url: String,
        _runtime: tokio::runtime::Runtime,
    }

    fn deployment() -> Deployment {
        Deployment { endpoint: Some("https://inbox.example".into()), ..Deployment::default() }
    }

    impl Site {
        fn serve(name: &str, with_headers: bool) -> Site {
            let folder = std::env::temp_dir().join(format!("tukipolku-check-url-{name}-{}", std::process::id()));
            for page in ["", "fi/", "sv/", "en/"].into_iter().chain(FORM_ADDRESSES.map(|form| &form[1..])) {
                std::fs::create_dir_all(folder.join(page)).unwrap();
                std::fs::write(folder.join(page).join("index.html"), format!("<p>{page}")).unwrap();
            }
            std::fs::create_dir_all(folder.join("assets")).unwrap();
            std::fs::write(folder.join("assets/app-0f3a.js"), "1").unwrap();
            std::fs::write(folder.join("404.html"), "<p>404").unwrap();
            manifest::write(&folder).unwrap();
            let runtime = tokio::runtime::Runtime::new().unwrap();
            let (listener, address) = runtime.block_on(server::listen(0)).unwrap();
            let service = match with_headers {
                true => server::site(folder.clone(), &deployment()),
                false => axum::Router::new().fallback_service(tower_http::services::ServeDir::new(&folder)),
            };
            runtime.spawn(async move { axum::serve(listener, service).await });
            Site { folder, url: format!("http://{address}"), _runtime: runtime }
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }

    #[test]
    fn a_host_that_does_as_it_is_told_passes() {
        let site = Site::serve("good", true);
        assert_eq!(check(&site.url, &deployment()).unwrap(), 12);
    }

    #[test]
    fn a_host_without_headers_is_told_each_that_is_missing() {
        let site = Site::serve("bare", false);
        let said = check(&site.url, &deployment()).unwrap_err().to_string();
        for words in
            ["/fi/lomake/ lacks content-security-policy", "/en/form/ lacks cache-control", "/forget does not clear"]
        {
            assert!(said.contains(words), "{said}");
        }
    }

    #[test]
    fn a_changed_file_and_a_changed_policy_are_named() {
        let site = Site::serve("changed", true);
        std::fs::write(site.folder.join("assets/app-0f3a.js"), "2").unwrap();
        let other = Deployment { endpoint: Some("https://elsewhere.example".into()), ..Deployment::default() };
        let said = check(&site.url, &other).unwrap_err().to_string();
        assert!(said.contains("/assets/app-0f3a.js is another file than that of the release"), "{said}");
        assert!(said.contains("/fi/ sends content-security-policy"), "{said}");
    }
}
