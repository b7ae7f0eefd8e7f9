//! Markdown as editors write it, right and wrong.

use proptest::prelude::*;

use super::*;

fn read_with(markdown: &str, seen: &mut BTreeSet<String>) -> Result<Prose, Vec<ContentError>> {
    let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    let (services, texts, phones) = (set(&["family_work"]), set(&["privacy"]), set(&["112"]));
    let terms = Terms::of(&[("guardian", "huoltaja", "Se, joka vastaa lapsesta & päättää.")]);
    let known = Known { language: Language::Fi, services: &services, texts: &texts, phones: &phones, terms: &terms };
    let place = Place { file: "a.md", lines_before: 10, first_heading: HeadingLevel::H3 };
    Prose::read(markdown, &place, &known, seen)
}

fn read(markdown: &str) -> Result<Prose, Vec<ContentError>> {
    read_with(markdown, &mut BTreeSet::new())
}

fn html(markdown: &str) -> String {
    let address = |target: Target, language: Language| format!("/{}/{target:?}", language.code());
    read(markdown).unwrap().html(&address)
}

#[test]
fn links_get_their_addresses_from_the_resolver() {
    assert!(html("[a](page:family_work)").contains("href=\"/fi/Service(%22family_work%22)\""));
    assert!(html("[a](page:privacy)").contains("/fi/Text("));
    assert!(html("[a](route:contacts)").contains("/fi/Route(Contacts)"));
    assert!(html("[112](tel:112)").contains("<a href=\"tel:112\">112</a>"));
}

#[test]
fn a_term_is_marked_and_explained_after_its_block_once() {
    let page = html("- [huoltaja](term:guardian)\n- [huoltajat](term:guardian)\n\nLoppu.");
    assert_eq!(page.matches("<span class=\"tuki-term__word\">").count(), 2);
    assert_eq!(page.matches("id=\"term-guardian\"").count(), 1);
    assert!(page.find("</ul>") < page.find("<details") && page.find("</details>") < page.find("Loppu"));
    assert!(page.contains("lapsesta &amp; päättää"));
}

#[test]
fn a_term_that_the_page_has_explained_is_not_explained_again() {
    let mut seen = BTreeSet::from(["guardian".to_owned()]);
    let prose = read_with("[huoltaja](term:guardian)", &mut seen).unwrap();
    assert!(!prose.html(&|_, _| String::new()).contains("<details"));
}

#[test]
fn faults_are_named_with_their_line() {
    for (markdown, line) in [
        ("a\n\n<script>alert(1)</script>", 13),
        ("a <b onclick=x>b</b>", 11),
        ("a\n\n[x](page:nowhere)", 13),
        ("[x](javascript:alert(1))", 11),
        ("[x](tel:123)", 11),
        ("[x](term:nothing)", 11),
        ("## Too high", 11),
        ("![x](https://example.org/x.png)", 11),
        ("a\n\n> TE-toimisto", 13),
    ] {
        let errors = read(markdown).expect_err(markdown);
        assert_eq!(errors[0].line, line, "{markdown}");
    }
}

#[test]
fn raw_html_is_text_even_when_it_was_not_checked() {
    let (markdown, services) = ("<img src=x onerror=y>\n\na <i>b</i>".to_owned(), BTreeSet::new());
    let language = Language::Fi;
    let prose = Prose { language, markdown, first_line: 1, services, explained: Vec::new() };
    let page = prose.html(&|_, _| String::new());
    assert!(!page.contains("<img") && !page.contains("<i>"), "{page}");
    assert!(page.contains("&lt;img"));
}

proptest! {
    #[test]
    fn whatever_is_written_nothing_breaks_and_no_element_of_its_own_comes_through(markdown in "[a<>/b\\[\\]():*`# \n!\"=-]{0,80}") {
        let services = BTreeSet::new();
        let prose = Prose { language: Language::Fi, markdown, first_line: 1, services, explained: Vec::new() };
        let page = prose.html(&|_, _| "/".to_owned());
        prop_assert!(!page.contains("<b") || page.contains("<br") || page.contains("<blockquote"), "{}", page);
        prop_assert!(!page.contains("<a>") && !page.contains("<a/"), "{}", page);
    }
}

#[test]
fn a_block_that_tells_what_changed_says_so_first() {
    assert!(html("> **Mikä muuttui.** Ennen sanottiin toisin.").contains("<blockquote>"));
}

#[test]
fn lines_are_those_of_the_file_and_headings_are_not_read_in_sentences() {
    let prose = read("\n### Otsikko\nTeksti.\n").unwrap();
    assert_eq!(prose.lines().collect::<Vec<_>>(), [(12, "### Otsikko"), (13, "Teksti.")]);
    assert_eq!((prose.words().as_str(), prose.running_words().as_str()), ("Otsikko\nTeksti.\n", "Teksti.\n"));
}

#[test]
fn words_are_free_of_marks() {
    assert_eq!(read("**Soita** [112](tel:112).\n\n- a\n- b").unwrap().words(), "Soita 112.\na\nb\n");
}
