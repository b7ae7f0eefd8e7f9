//! The header rules as configuration for the hosts people use: Caddy, nginx, and hosts that read a `_headers` file.

use std::fmt::Write;

use super::{FORGET, Group, Rule};

/// A snippet for Caddy: `import` it into the site's block.
pub fn caddy(rules: &[Rule]) -> String {
    let mut out = String::from("# Tukipolku: response headers. Made by `cargo xtask build`; do not edit.\nroute {\n");
    for rule in rules {
        let name = format!("@{:?}", rule.group).to_lowercase();
        let _ = writeln!(out, "\t{name} path {}", rule.addresses.join(" "));
        let _ = writeln!(out, "\theader {name} {{");
        for (header, value) in &rule.headers {
            let _ = writeln!(out, "\t\t{header} \"{value}\"");
        }
        out.push_str("\t}\n");
        if rule.group == Group::Form {
            let _ = writeln!(out, "\t# Nobody keeps a list of who opened a form.\n\tlog_skip {name}");
        }
    }
    out.push_str(&caddy_forget());
    out.push_str("}\n");
    out
}

/// Only the site itself may ask for the clearing: elsewhere a link could wipe somebody's draft.
fn caddy_forget() -> String {
    format!(
        "\t@forget {{\n\t\tpath {FORGET}\n\t\tmethod POST\n\t\theader Sec-Fetch-Site same-origin\n\t}}\n\
         \tlog_skip {FORGET}\n\theader @forget Clear-Site-Data \"\\\"storage\\\"\"\n\
         \theader @forget cache-control \"no-store\"\n\trespond @forget 204\n"
    )
}

/// Locations for nginx: `include` it in the site's `server` block, which names `root` and `error_page 404 /404.html`.
pub fn nginx(rules: &[Rule]) -> String {
    let mut out = String::from("# Tukipolku: response headers. Made by `cargo xtask build`; do not edit.\n");
    for rule in rules.iter().filter(|rule| rule.group != Group::Everywhere) {
        for address in &rule.addresses {
            out.push_str(&nginx_location(rules, rule, address));
        }
    }
    // What has no page is answered with the 404 page and its headers.
    let page = rules.iter().find(|rule| rule.group == Group::Page);
    out.push_str(&page.map(|page| nginx_location(rules, page, "/*")).unwrap_or_default());
    out.push_str(&nginx_forget());
    out
}

/// A location of nginx inherits no header once it has one of its own, so each repeats all of them.
fn nginx_location(rules: &[Rule], rule: &Rule, address: &str) -> String {
    let place = match address.strip_suffix('*') {
        Some("/") => "/".to_owned(),
        Some(start) => format!("^~ {start}"),
        None if rule.group == Group::Form => format!("^~ {address}"),
        None => format!("= {address}"),
    };
    let mut out = format!("location {place} {{\n");
    if rule.group == Group::Form {
        out.push_str("\taccess_log off;\n");
    }
    let example = address.trim_end_matches('*');
    for (header, value) in super::headers_of(rules, example) {
        let _ = writeln!(out, "\tadd_header {header} \"{value}\" always;");
    }
    out.push_str("}\n");
    out
}

fn nginx_forget() -> String {
    format!(
        "location = {FORGET} {{\n\taccess_log off;\n\tif ($request_method != POST) {{ return 405; }}\n\
         \tif ($http_sec_fetch_site != \"same-origin\") {{ return 403; }}\n\
         \tadd_header clear-site-data '\"storage\"' always;\n\tadd_header cache-control \"no-store\" always;\n\
         \treturn 204;\n}}\n"
    )
}

/// A `_headers` file. Such hosts answer a clearing request from anywhere alike, so a page elsewhere could wipe a
/// draft; the clearing address is left out there, and the site says so to whoever erases.
pub fn headers_file(rules: &[Rule]) -> String {
    let mut out = String::from("# Tukipolku: response headers. Made by `cargo xtask build`; do not edit.\n");
    for rule in rules {
        for address in &rule.addresses {
            let _ = writeln!(out, "{address}");
            for (header, value) in &rule.headers {
                let _ = writeln!(out, "  {header}: {value}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Deployment, FORM_ADDRESSES, rules};
    use super::*;

    fn all() -> Vec<Rule> {
        rules(&Deployment {
            origin: "https://tuki.example".into(),
            endpoint: Some("https://inbox.example".into()),
            framed_by: vec!["https://town.example".into()],
            https_for_good: true,
        })
    }

    #[test]
    fn every_host_gets_every_header_of_every_group() {
        let rules = all();
        for file in [caddy(&rules), nginx(&rules), headers_file(&rules)] {
            for (header, value) in rules.iter().flat_map(|rule| &rule.headers) {
                assert!(file.contains(header) && file.contains(value), "{header}: {value}\n{file}");
            }
            for address in rules.iter().flat_map(|rule| &rule.addresses) {
                assert!(file.contains(address.trim_end_matches('*')), "{address}\n{file}");
            }
        }
    }

    #[test]
    fn servers_forget_on_request_of_the_site_only_and_log_no_forms() {
        let (caddy, nginx) = (caddy(&all()), nginx(&all()));
        assert!(caddy.contains("header Sec-Fetch-Site same-origin") && caddy.contains("log_skip @form"));
        assert!(caddy.contains(r#"Clear-Site-Data "\"storage\"""#));
        assert!(nginx.contains(r#"$http_sec_fetch_site != "same-origin""#));
        for address in FORM_ADDRESSES {
            assert!(nginx.contains(&format!("location ^~ {address} {{\n\taccess_log off;")), "{address}");
        }
    }

    #[test]
    fn the_headers_file_gives_no_policy_to_every_address() {
        let file = headers_file(&all());
        let first = file.split("\n/").nth(1).unwrap();
        assert!(first.starts_with('*'), "{first}");
        assert!(!first.contains("content-security-policy") && !first.contains("x-frame-options"), "{first}");
    }
}
