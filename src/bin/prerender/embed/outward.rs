//! Links that lead out of a frame: a tab of their own, said in their words, with the municipality carried along.

/// Rewrites every link that is neither a number, an address to write to, nor another view for the same frame.
/// `said` tells of the new tab; `municipality` is a code, or nothing.
pub fn outward(html: &str, said: &str, municipality: &str) -> String {
    let mut parts = html.split("<a ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (attributes, rest) = part.split_once('>').unwrap_or((part, ""));
        match rest.split_once("</a>").filter(|_| leads_out(attributes)) {
            Some((words, after)) => out.push_str(&format!(
                "<a {} target=\"_blank\" rel=\"noopener noreferrer\">{words} <small>{said}</small></a>{after}",
                carrying(attributes, municipality)
            )),
            None => out.push_str(&format!("<a {part}")),
        }
    }
    out
}

fn leads_out(attributes: &str) -> bool {
    let away = ["href=\"/", "href=\"https://", "href=\"http://"];
    away.iter().any(|start| attributes.contains(start)) && !attributes.contains("data-view")
}

/// Our own pages follow the municipality; nobody else is told.
fn carrying(attributes: &str, municipality: &str) -> String {
    let Some((before, after)) = attributes.split_once("href=\"/").filter(|_| !municipality.is_empty()) else {
        return attributes.to_owned();
    };
    let (path, after) = after.split_once('"').unwrap_or((after, ""));
    let (path, anchor) = path.split_once('#').map_or((path, String::new()), |(path, at)| (path, format!("#{at}")));
    format!("{before}href=\"/{path}?kunta={municipality}{anchor}\"{after}")
}

#[cfg(test)]
mod tests {
    use super::outward;

    #[test]
    fn links_out_say_so_and_carry_the_municipality_within_the_site_only() {
        for (html, expected) in [
            (
                "<a class=\"b\" href=\"/fi/lomake/\">Kirjoita</a>.",
                "<a class=\"b\" href=\"/fi/lomake/?kunta=297\" target=\"_blank\" rel=\"noopener noreferrer\">Kirjoita \
                 <small>(uusi)</small></a>.",
            ),
            (
                "<a href=\"https://a.fi/\">A</a>",
                "<a href=\"https://a.fi/\" target=\"_blank\" rel=\"noopener noreferrer\">A <small>(uusi)</small></a>",
            ),
            ("<a href=\"tel:112\">112</a>", "<a href=\"tel:112\">112</a>"),
            ("<a href=\"/embed/sv/start/\" data-view>S</a>", "<a href=\"/embed/sv/start/\" data-view>S</a>"),
        ] {
            assert_eq!(outward(html, "(uusi)", "297"), expected);
        }
    }

    #[test]
    fn an_anchor_stays_behind_the_municipality() {
        assert!(outward("<a href=\"/fi/a/#b\">c</a>", "", "297").contains("\"/fi/a/?kunta=297#b\""));
        assert!(outward("<a href=\"/fi/a/#b\">c</a>", "", "").contains("\"/fi/a/#b\""));
    }
}
