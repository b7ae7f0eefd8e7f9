//! Help lines as finished HTML: numbers come from the register, never from a text.

use tukipolku::{
    contacts::{CallCost, Channel, HelpLine},
    domain::Language,
    i18n::Texts,
};

use crate::html::{element, escape, link};

/// Help lines that stand at the top of pages about danger.
const AT_THE_TOP: [&str; 3] = ["nollalinja", "mll-children", "mll-children-sv"];

/// A few help lines for the top of a page with a safety side.
pub fn at_the_top(lines: &[HelpLine], language: Language, texts: &Texts) -> String {
    let chosen = AT_THE_TOP.iter().filter_map(|id| lines.iter().find(|line| line.id == *id));
    let items: String = chosen.map(|line| item(line, language, texts)).collect();
    let danger = format!("<p>{} {}</p>", escape(texts.get("components.emergency.danger")), link("tel:112", "112"));
    format!(
        "<section class=\"tuki-notice tuki-notice--emergency\">{}{danger}<ul class=\"tuki-contacts\">{items}</ul></section>",
        element("h2", texts.get("contacts.help_line.title"))
    )
}

/// Every help line.
pub fn all(lines: &[HelpLine], language: Language, texts: &Texts) -> String {
    let items: String = lines.iter().map(|line| item(line, language, texts)).collect();
    format!("<ul class=\"tuki-contacts\">{items}</ul>")
}

fn item(line: &HelpLine, language: Language, texts: &Texts) -> String {
    let name = line.names.in_language(language);
    let (class, value) = match &line.channel {
        Channel::Phone(number) => {
            let shown = number.to_string();
            ("phone", number.tel().map_or_else(|| escape(&shown), |tel| link(&tel, &shown)))
        }
        Channel::Web(url) => ("web", link(url, &texts.fill("contacts.help_line.chat", &[("name", name)]))),
        Channel::Visit(place) | Channel::Address(place) | Channel::Email(place) => ("place", escape(place)),
    };
    let cost = match line.cost {
        CallCost::Free => texts.get("contacts.help_line.free"),
        CallCost::OwnOperator => texts.get("contacts.help_line.own_operator"),
        CallCost::Unknown => "",
    };
    let site = line.site.as_ref().map_or_else(String::new, |site| site_line(site, texts));
    format!(
        "<li class=\"tuki-contact tuki-contact--{class}\"><p class=\"tuki-contact__label\">{}</p>\
         <p class=\"tuki-contact__value\">{value}</p><p class=\"tuki-contact__hours\">{}</p>{site}</li>",
        escape(name),
        escape(cost)
    )
}

/// Hours change often: the line's own page is always named.
fn site_line(site: &str, texts: &Texts) -> String {
    let host = site.trim_start_matches("https://").trim_start_matches("www.").split('/').next().unwrap_or(site);
    let words = texts.fill("contacts.help_line.site", &[("name", host)]);
    format!("<p class=\"tuki-contact__hours\">{}</p>", link(site, &words))
}
