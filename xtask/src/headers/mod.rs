//! The response headers of the site, written once. The local server applies them, and [`emit`] writes the same
//! rules for the hosts people use. What each header is for stands in `docs/decisions/headers.md`.
//!
//! Some hosts add up every rule that matches an address. So no two rules that can match the same address name the
//! same header; the one exception is spelled out at [`Group::Form`].

pub mod emit;
mod policy;

/// Where the site's addresses for forms and for what is kept on the device are. They are never stored by a browser.
/// A test compares them with the addresses of the app.
pub const FORM_ADDRESSES: [&str; 6] =
    ["/fi/lomake/", "/sv/blankett/", "/en/form/", "/fi/tallennettu/", "/sv/sparat/", "/en/saved/"];

/// The address that asks the browser to drop everything the site has kept. A neutral word: it shows in no history,
/// but it may show in a log.
pub const FORGET: &str = "/forget";

/// The header by which the clearing address says that it sent `Clear-Site-Data`: Chromium obeys that one, but hides it from the
/// page, which has to tell the person whether it came.
pub const CLEARED: &str = "site-data-cleared";

/// What differs between deployments.
#[derive(Clone, Debug, Default)]
pub struct Deployment {
    /// The site's own origin, such as `https://tuki.example`. Frames need it, since `'self'` means nothing there.
    pub origin: String,
    /// The origin of the inbox, when forms are sent to one.
    pub endpoint: Option<String>,
    /// Origins that may frame the guide and the selector.
    pub framed_by: Vec<String>,
    /// Whether the site is served over HTTPS for good, which browsers then remember for two years.
    pub https_for_good: bool,
}

/// A set of addresses with the same headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Every address.
    Everywhere,
    /// Complete pages, one set per language, and whatever has no page.
    Page,
    /// The pages where people write. On hosts that add rules up, its `Cache-Control` joins the page's to
    /// `no-cache, no-store`, which means the same as `no-store` alone.
    Form,
    /// What municipal sites frame.
    Embed,
    /// Where a snippet for such sites is made and tested: the only pages that frame something, and only our own.
    Builder,
    /// Files with a hash in their name.
    Asset,
}

/// The headers of one group.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Which group.
    pub group: Group,
    /// Addresses; one that ends in `*` stands for everything that begins so.
    pub addresses: Vec<&'static str>,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
}

/// Every rule of a deployment, the wider before the narrower.
pub fn rules(deployment: &Deployment) -> Vec<Rule> {
    let rule = |group, addresses: &[&'static str], headers| Rule { group, addresses: addresses.to_vec(), headers };
    vec![
        rule(Group::Everywhere, &["/*"], everywhere(deployment)),
        rule(Group::Page, &["/", "/index.html", "/404.html", "/fi/*", "/sv/*", "/en/*"], page(deployment)),
        rule(Group::Form, &FORM_ADDRESSES, form()),
        rule(Group::Embed, &["/embed/*"], embed(deployment)),
        rule(Group::Builder, &["/builder/*"], builder(deployment)),
        rule(Group::Asset, &["/assets/*"], asset()),
    ]
}

/// The headers of one address: what the local server sends.
pub fn headers_of(rules: &[Rule], path: &str) -> Vec<(&'static str, String)> {
    let group = group_of(path);
    let mut headers: Vec<(&'static str, String)> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.group == Group::Everywhere || covers(group, rule.group)) {
        headers.retain(|(name, _)| !rule.headers.iter().any(|(later, _)| later == name));
        headers.extend(rule.headers.iter().cloned());
    }
    headers
}

/// A form is a page too.
fn covers(group: Group, rule: Group) -> bool {
    group == rule || (group == Group::Form && rule == Group::Page)
}

/// The group of an address. What belongs nowhere else gets the strictest: it is answered with the 404 page.
pub fn group_of(path: &str) -> Group {
    let with_slash = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
    if FORM_ADDRESSES.iter().any(|address| with_slash.starts_with(address)) {
        Group::Form
    } else if path.starts_with("/embed/") {
        Group::Embed
    } else if path.starts_with("/builder/") {
        Group::Builder
    } else if path.starts_with("/assets/") {
        Group::Asset
    } else {
        Group::Page
    }
}

fn everywhere(deployment: &Deployment) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("x-content-type-options", "nosniff".to_owned()),
        ("referrer-policy", "no-referrer".to_owned()),
        ("permissions-policy", policy::permissions()),
    ];
    if deployment.https_for_good {
        headers.push(("strict-transport-security", "max-age=63072000".to_owned()));
    }
    headers
}

fn page(deployment: &Deployment) -> Vec<(&'static str, String)> {
    whole(policy::page(deployment))
}

fn builder(deployment: &Deployment) -> Vec<(&'static str, String)> {
    whole(policy::builder(deployment))
}

/// What every whole page of the site has, whatever its policy.
fn whole(policy: String) -> Vec<(&'static str, String)> {
    vec![
        ("content-security-policy", policy),
        ("x-frame-options", "DENY".to_owned()),
        ("cross-origin-opener-policy", "same-origin".to_owned()),
        ("cross-origin-resource-policy", "same-origin".to_owned()),
        // Pages name hashed files; an old page must not outlive them.
        ("cache-control", "no-cache".to_owned()),
    ]
}

fn form() -> Vec<(&'static str, String)> {
    vec![("cache-control", "no-store".to_owned())]
}

fn embed(deployment: &Deployment) -> Vec<(&'static str, String)> {
    // No `x-frame-options`: it knows no list of hosts and would contradict `frame-ancestors`.
    vec![
        ("content-security-policy", policy::embed(deployment)),
        // A frame without an origin fetches the next view as a stranger would; a host with COEP loads the element so.
        ("access-control-allow-origin", "*".to_owned()),
        ("cross-origin-resource-policy", "cross-origin".to_owned()),
        ("cache-control", "no-cache".to_owned()),
    ]
}

fn asset() -> Vec<(&'static str, String)> {
    vec![
        // A worker obeys the policy that came with its own script, not that of the page.
        ("content-security-policy", policy::asset()),
        ("access-control-allow-origin", "*".to_owned()),
        ("cross-origin-resource-policy", "cross-origin".to_owned()),
        ("cache-control", "public, max-age=31536000, immutable".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deployment() -> Deployment {
        Deployment {
            origin: "https://tuki.example".into(),
            endpoint: Some("https://inbox.example".into()),
            framed_by: vec!["https://town.example".into()],
            https_for_good: true,
        }
    }

    fn value<'a>(headers: &'a [(&'static str, String)], name: &str) -> Option<&'a str> {
        headers.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }

    /// The loader of every page does both.
    #[test]
    fn sharing_and_copying_are_left_to_the_page() {
        let closed = policy::permissions();
        assert!(closed.contains("camera=()") && !closed.contains("share") && !closed.contains("clipboard"), "{closed}");
    }

    /// Whether some address matches both patterns.
    fn overlap(one: &str, other: &str) -> bool {
        match (one.strip_suffix('*'), other.strip_suffix('*')) {
            (Some(one), Some(other)) => one.starts_with(other) || other.starts_with(one),
            (Some(start), None) => other.starts_with(start),
            (None, Some(start)) => one.starts_with(start),
            (None, None) => one == other,
        }
    }

    fn shared_headers(one: &Rule, other: &Rule) -> Vec<&'static str> {
        let names = one.headers.iter().map(|(name, _)| *name);
        names.filter(|name| value(&other.headers, name).is_some()).collect()
    }

    #[test]
    fn rules_that_meet_name_different_headers() {
        let rules = rules(&deployment());
        for (at, one) in rules.iter().enumerate() {
            for other in &rules[at + 1..] {
                let meet = one.addresses.iter().any(|one| other.addresses.iter().any(|other| overlap(one, other)));
                let allowed: &[&str] = if other.group == Group::Form { &["cache-control"] } else { &[] };
                let shared = if meet { shared_headers(one, other) } else { vec![] };
                assert!(
                    shared.iter().all(|name| allowed.contains(name)),
                    "{:?} {:?} {shared:?}",
                    one.group,
                    other.group
                );
            }
        }
    }

    #[test]
    fn every_language_has_pages_and_forms() {
        let rules = rules(&deployment());
        for path in ["/fi/", "/sv/tjanster/", "/en/services/family-work/", "/", "/nowhere"] {
            let headers = headers_of(&rules, path);
            assert!(value(&headers, "content-security-policy").unwrap().contains("frame-ancestors 'none'"), "{path}");
            assert_eq!(value(&headers, "cache-control"), Some("no-cache"), "{path}");
        }
        for path in FORM_ADDRESSES {
            assert_eq!(value(&headers_of(&rules, path), "cache-control"), Some("no-store"), "{path}");
            assert!(value(&headers_of(&rules, path.trim_end_matches('/')), "x-frame-options").is_some(), "{path}");
        }
    }

    #[test]
    fn the_addresses_of_forms_are_those_of_the_app() {
        use tukipolku::{domain::Language, routes::Route};
        for (at, route) in [Route::Form, Route::Saved].into_iter().enumerate() {
            let paths = Language::ALL.map(|language| route.r#in(language).path());
            assert_eq!(paths.as_slice(), &FORM_ADDRESSES[3 * at..3 * at + 3]);
        }
    }

    #[test]
    fn forms_may_send_to_the_inbox_and_nowhere_else() {
        let headers = headers_of(&rules(&deployment()), "/fi/lomake/");
        let policy = value(&headers, "content-security-policy").unwrap();
        assert!(policy.contains("connect-src 'self' https://inbox.example;"), "{policy}");
        let none = Deployment { endpoint: None, ..deployment() };
        let headers = headers_of(&rules(&none), "/fi/lomake/");
        assert!(value(&headers, "content-security-policy").unwrap().contains("connect-src 'self';"));
    }

    #[test]
    fn frames_are_for_the_listed_hosts_only() {
        let headers = headers_of(&rules(&deployment()), "/embed/fi/guide/");
        let policy = value(&headers, "content-security-policy").unwrap();
        assert!(policy.ends_with("frame-ancestors https://tuki.example https://town.example"), "{policy}");
        assert!(!policy.contains("'self'"), "an opaque origin matches no 'self': {policy}");
        assert_eq!(value(&headers, "x-frame-options"), None);
        let nobody = Deployment { framed_by: vec![], ..deployment() };
        let headers = headers_of(&rules(&nobody), "/embed/fi/guide/");
        assert!(value(&headers, "content-security-policy").unwrap().ends_with("frame-ancestors https://tuki.example"));
        let nowhere = headers_of(&rules(&Deployment::default()), "/embed/fi/guide/");
        assert!(value(&nowhere, "content-security-policy").unwrap().ends_with("frame-ancestors 'self'"));
    }

    #[test]
    fn only_the_builder_frames_and_only_our_own() {
        let rules = rules(&deployment());
        let policy = |path: &str| value(&headers_of(&rules, path), "content-security-policy").unwrap().to_owned();
        assert!(policy("/builder/fi/test/").contains("frame-src 'self'; frame-ancestors 'none'"));
        for path in ["/fi/", "/embed/fi/start/", "/fi/lomake/", "/assets/a.js"] {
            assert!(!policy(path).contains("frame-src 'self'"), "{path}");
        }
    }

    #[test]
    fn hashed_files_are_kept_and_shared() {
        let headers = headers_of(&rules(&deployment()), "/assets/app-0f3a.wasm");
        assert_eq!(value(&headers, "access-control-allow-origin"), Some("*"));
        assert!(value(&headers, "cache-control").unwrap().contains("immutable"));
    }

    #[test]
    fn nothing_allows_inline_or_evaluated_script() {
        for rule in rules(&deployment()) {
            for (_, value) in rule.headers {
                assert!(!value.contains("unsafe-inline") && !value.contains("'unsafe-eval'"), "{value}");
            }
        }
    }
}
