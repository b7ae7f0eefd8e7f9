//! The header rules as configuration for the hosts people use: Caddy, nginx, and hosts that read a `_headers` file.

use std::fmt::Write;

use super::{CLEARED, FORGET, Group, Rule};

/// A snippet for Caddy: `import` it into the site's block.
pub fn caddy(rules: &[Rule]) -> String {
    let mut out = String::from("# Tukipolku: response headers. Made by `cargo xtask build`; do not edit.\nroute {\n");
    for rule in rules {
        let name = format!("@{:?}", rule.group).to_lowercase();
        let _ = writeln!(out, "\t{name} path {}", caddy_paths(rule));
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

/// Of a form also what is not there below it, and the address without its slash: those would be logged too.
fn caddy_paths(rule: &Rule) -> String {
    let whole = |address: &&str| format!("{} {address}*", address.trim_end_matches('/'));
    match rule.group {
        Group::Form => rule.addresses.iter().map(whole).collect::<Vec<_>>().join(" "),
        _ => rule.addresses.join(" "),
    }
}

/// Only the site itself may ask for the clearing: elsewhere a link could wipe somebody's draft.
fn caddy_forget() -> String {
    format!(
        "\t@forget {{\n\t\tpath {FORGET}\n\t\tmethod POST\n\t\theader Sec-Fetch-Site same-origin\n\t}}\n\
         \tlog_skip {FORGET}\n\theader @forget Clear-Site-Data \"\\\"storage\\\"\"\n\
         \theader @forget {CLEARED} \"\\\"storage\\\"\"\n\
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
    let headers = nginx_headers(rules, address.trim_end_matches('*'));
    match address.strip_suffix('*') {
        Some("/") => format!("location / {{\n{headers}}}\n"),
        Some(start) => format!("location ^~ {start} {{\n{headers}}}\n"),
        None if rule.group == Group::Form => nginx_form(address, &headers),
        None => format!("location = {address} {{\n{headers}}}\n"),
    }
}

/// A form is silent in all three ways of arriving: the page, what is not there below it, and the address without its
/// slash. A request is logged by the location where it ends, so the 404 page of the rest of the site would tell.
fn nginx_form(address: &str, headers: &str) -> String {
    let bare = address.trim_end_matches('/');
    let missing = format!("@missing{}", bare.replace('/', "_"));
    format!(
        "location ^~ {address} {{\n{NGINX_SILENT}\terror_page 404 {missing};\n{headers}}}\n\
         location {missing} {{\n{NGINX_SILENT}\ttry_files /404.html =404;\n{headers}}}\n\
         location = {bare} {{\n{NGINX_SILENT}\treturn 301 {address}$is_args$args;\n}}\n"
    )
}

fn nginx_headers(rules: &[Rule], address: &str) -> String {
    let headers = super::headers_of(rules, address);
    headers.iter().map(|(header, value)| format!("\tadd_header {header} \"{value}\" always;\n")).collect()
}

/// Both logs: whatever fails is written to the error log with the visitor's address and the whole request line.
const NGINX_SILENT: &str = "\taccess_log off;\n\terror_log /dev/null;\n";

fn nginx_forget() -> String {
    format!(
        "location = {FORGET} {{\n{NGINX_SILENT}\tif ($request_method != POST) {{ return 405; }}\n\
         \tif ($http_sec_fetch_site != \"same-origin\") {{ return 403; }}\n\
         \t# Without `always`: a refusal must not clear anything.\n\
         \tadd_header clear-site-data '\"storage\"';\n\tadd_header {CLEARED} '\"storage\"';\n\
         \tadd_header cache-control \"no-store\";\n\treturn 204;\n}}\n"
    )
}

/// What stands in front of the inbox, for nginx: `include` it in the `server` block of the inbox's own host.
pub fn nginx_inbox(upstream: &str) -> String {
    format!(
        "# Tukipolku: in front of the inbox. Made by `cargo xtask build`; do not edit.\n\
         # Nobody keeps a list of who sent. The error log would hold addresses and requests too.\n\
         access_log off;\nerror_log /dev/null;\n\
         client_max_body_size 1m;\n\
         location / {{\n\
         \tproxy_pass http://{upstream};\n\
         \tproxy_http_version 1.1;\n\
         \tproxy_set_header Host $host;\n\
         \t# Set, not appended: what a sender claims about its address is dropped here.\n\
         \tproxy_set_header X-Forwarded-For $remote_addr;\n\
         \tproxy_set_header User-Agent \"\";\n\
         \tproxy_set_header Referer \"\";\n\
         \t# Neither messages nor answers are parked in files.\n\
         \tproxy_request_buffering off;\n\
         \tproxy_buffering off;\n\
         }}\n"
    )
}

/// The same for Caddy, from version 2.8: `import` it into the block of the inbox's own host. What Caddy itself logs
/// about a failing inbox goes to its default logger; `docs/inbox/running.md` says how that is kept quiet.
pub fn caddy_inbox(upstream: &str) -> String {
    format!(
        "# Tukipolku: in front of the inbox. Made by `cargo xtask build`; do not edit.\n\
         # Nobody keeps a list of who sent.\nlog_skip\n\
         request_body {{\n\tmax_size 1MB\n}}\n\
         reverse_proxy {upstream} {{\n\
         \theader_up X-Forwarded-For {{remote_host}}\n\
         \theader_up -User-Agent\n\
         \theader_up -Referer\n\
         }}\n"
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
            let silent = format!("location ^~ {address} {{\n\taccess_log off;\n\terror_log /dev/null;");
            assert!(nginx.contains(&silent), "{address}");
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
