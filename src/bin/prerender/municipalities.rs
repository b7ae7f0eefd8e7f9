//! Every municipality as a link, by county and by letter: the way to choose one without the program.

use std::collections::BTreeMap;

use tukipolku::{
    contacts::{CountyRecord, Directory, Municipality},
    domain::Language,
    i18n::Texts,
    routes::Route,
};

use crate::html::{element, item, link};

/// The list: a fold for each county, then one for each first letter.
pub fn list(directory: &Directory, counties: &[CountyRecord], language: Language, texts: &Texts) -> String {
    let counties: String = counties.iter().map(|county| of_county(directory, county, language)).collect();
    format!(
        "{}<div class=\"tuki-municipalities\">{counties}</div>{}<div class=\"tuki-municipalities\">{}</div>",
        element("h2", texts.get("contacts.find.all")),
        element("h2", texts.get("contacts.find.by_letter")),
        letters(directory, language)
    )
}

fn of_county(directory: &Directory, county: &CountyRecord, language: Language) -> String {
    fold(county.names.in_language(language), directory.in_county(county.code).collect(), language)
}

fn letters(directory: &Directory, language: Language) -> String {
    let mut by_letter = BTreeMap::<usize, (char, Vec<&Municipality>)>::new();
    for municipality in directory.all() {
        let Some(letter) = municipality.names.in_language(language).chars().next() else { continue };
        by_letter.entry(place_of(letter)).or_insert((letter, Vec::new())).1.push(municipality);
    }
    by_letter.into_values().map(|(letter, found)| fold(&letter.to_string(), found, language)).collect()
}

/// A fold of links, sorted as Finnish and Swedish sort.
fn fold(title: &str, mut municipalities: Vec<&Municipality>, language: Language) -> String {
    municipalities.sort_by_key(|municipality| sorting_key(municipality.names.in_language(language)));
    let links: String = municipalities.into_iter().map(|one| item(&page_link(one, language))).collect();
    format!("<details class=\"tuki-details\">{}<ul>{links}</ul></details>", element("summary", title))
}

fn page_link(municipality: &Municipality, language: Language) -> String {
    let href = Route::Municipality(municipality.code).r#in(language).path();
    link(&href, municipality.names.in_language(language))
}

/// Sorts names as Finnish and Swedish do.
pub fn sorting_key(name: &str) -> Vec<usize> {
    name.to_lowercase().chars().map(place_of).collect()
}

/// The place of a letter: å, ä, ö come after z, in this order.
fn place_of(letter: char) -> usize {
    const LAST: &str = "åäö";
    let small = letter.to_lowercase().next().unwrap_or(letter);
    LAST.chars().position(|last| last == small).map_or(small as usize, |place| 0x1_0000 + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_dots_and_rings_come_last() {
        let mut names = ["Ähtäri", "Ypäjä", "Åland", "Öja", "Alajärvi"];
        names.sort_by_key(|name| sorting_key(name));
        assert_eq!(names, ["Alajärvi", "Ypäjä", "Åland", "Ähtäri", "Öja"]);
    }
}
