//! Every content file is whole, and what one file names stands in the other. A broken file is told with its line and mend.

use std::collections::BTreeSet;

use tukipolku::delivery::BUCKETS;
use tukipolku::domain::Language;
use tukipolku::forms::HelpTopic;
use tukipolku::forms::entry::EntryPath;
use tukipolku::forms::self_referral::SELF_REFERRAL;
use tukipolku::guide::{Library, county_text, review};
use tukipolku::routes::{PageKind, Route};

use crate::broken::{Copy, Mistake, Told};
use crate::source::root;

fn library() -> Library {
    Library::read(root())
        .unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

#[test]
fn the_whole_library_reads_in_three_languages() {
    let library = library();
    for language in Language::ALL {
        for id in ["home", "safety", "help", "glossary", "about", "feedback", "privacy", "accessibility", "not_found"] {
            assert!(library.text_page(id, language).is_some(), "{}: no page {id}", language.code());
        }
    }
}

#[test]
fn every_tick_of_the_guide_is_a_wish_of_the_form() {
    let wishes = SELF_REFERRAL.questions().find(|question| question.name == "wishes").expect("the question of wishes");
    let codes: BTreeSet<&str> = wishes.choices().iter().map(|choice| choice.code()).collect();
    for page in library().pages(Language::Fi) {
        for tick in &page.entry.ticks {
            assert!(codes.contains(tick.as_str()), "data/pages.toml: {} ticks {tick}, which the form lacks", page.id());
        }
    }
}

#[test]
fn every_help_line_that_a_form_names_stands_in_the_table() {
    let table = std::fs::read_to_string(root().join("data/national.csv")).expect("data/national.csv");
    let known: BTreeSet<&str> = table.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    let of_help = HelpTopic::ALL.into_iter().flat_map(HelpTopic::help_lines);
    let of_entry = EntryPath::ALL.into_iter().flat_map(EntryPath::help_lines);
    for id in of_help.chain(of_entry) {
        assert!(known.contains(id), "data/national.csv has no row {id}");
    }
}

#[test]
fn every_way_of_the_entry_leads_to_a_page_of_the_guide() {
    for path in EntryPath::ALL {
        if let Some(id) = path.guide_page() {
            let is_guide = matches!(Route::content(id), Some(Route::Content(page)) if page.kind == PageKind::Guide);
            assert!(is_guide, "{} leads to {id}, which is no guide page", path.name());
        }
    }
}

#[test]
fn the_inbox_takes_the_sizes_that_messages_are_padded_to() {
    let document = std::fs::read_to_string(root().join("docs/inbox/running.md")).expect("docs/inbox/running.md");
    let sizes = BUCKETS.map(|bytes| (bytes / 1024).to_string()).join(", ");
    // A test of the inbox holds its defaults to this document.
    assert!(document.contains(&format!("plaintext_kib = [{sizes}]")), "docs/inbox/running.md: write {sizes}");
}

#[test]
fn counties_write_content_by_the_same_rules() {
    let library = library();
    let texts = county_text::read_every(root(), &library).expect("the counties' own guide texts");
    assert!(!texts.is_empty(), "the invented county writes into the guide");
    assert_eq!(review::county_faults(&library, &texts), []);
}

#[test]
fn a_mistake_of_a_county_in_content_is_told_with_file_line_and_mend() {
    const FILE: &str = "counties/esimerkki/guide/fi/family_work.md";
    let mistake = |instead_of, stands, says| Mistake { file: FILE, instead_of, stands, told_at: Told::There, says };
    let wrong = mistake("## next: adds", "## soon: adds", "soon");
    let copy = Copy::with(&wrong, "content-county-0");
    let errors = county_text::read_every(copy.root(), &library()).expect_err("a section nobody knows");
    assert_eq!((errors[0].file.as_str(), errors[0].line), (FILE, wrong.line()));
    let old = mistake("Laskua ei tule.", "Kysy kuntayhtymästä.", "kuntayhtym");
    let copy = Copy::with(&old, "content-county-1");
    let library = library();
    let texts = county_text::read_every(copy.root(), &library).expect("texts that read");
    let faults = review::county_faults(&library, &texts);
    assert_eq!((faults[0].file.as_str(), faults[0].line), (FILE, old.line()));
    assert!(faults[0].to_string().contains(old.says));
}

const FAMILY_WORK: &str = "content/fi/guide/family_work.md";
const MISTAKES: [Mistake; 6] = [
    Mistake { file: FAMILY_WORK, instead_of: "## cost\n", stands: "", told_at: Told::At("## what"), says: "## cost" },
    Mistake { file: FAMILY_WORK, instead_of: "## cost", stands: "## price", told_at: Told::There, says: "price" },
    Mistake { file: FAMILY_WORK, instead_of: "(tel:112)", stands: "(tel:113)", told_at: Told::There, says: "113" },
    Mistake {
        file: "data/pages.toml",
        instead_of: "\"assessment_content\"",
        stands: "\"no_such_fact\"",
        told_at: Told::At("[[page]]\nid = "),
        says: "no_such_fact",
    },
    Mistake {
        file: "data/facts.toml",
        instead_of: "statement = ",
        stands: "statment = ",
        told_at: Told::There,
        says: "statment",
    },
    Mistake { file: "content/sv/terms.toml", instead_of: "[", stands: "[[", told_at: Told::There, says: "terms" },
];

#[test]
fn a_mistake_in_content_is_told_with_file_line_and_mend() {
    for (number, mistake) in MISTAKES.iter().enumerate() {
        let copy = Copy::with(mistake, &format!("content-{number}"));
        let errors = Library::read(copy.root()).expect_err(mistake.stands);
        let told = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let found = errors.iter().any(|error| {
            let here = error.file == mistake.file && error.line == mistake.line();
            here && !error.mend.is_empty() && error.to_string().contains(mistake.says)
        });
        assert!(found, "{} for {:?}, line {}: told was\n{told}", mistake.file, mistake.stands, mistake.line());
    }
}

/// What reads well and is wrong all the same: the review tells it.
const SLIPS: [Mistake; 4] = [
    Mistake {
        file: FAMILY_WORK,
        instead_of: "Perhetyö on maksutonta.",
        stands: "Kysy hinta TE-toimistosta.",
        told_at: Told::There,
        says: "te-toimisto",
    },
    Mistake {
        file: FAMILY_WORK,
        instead_of: "[lastensuojeluilmoitus](page",
        stands: "[lastensuojelulimoitus](page",
        told_at: Told::There,
        says: "lastensuojeluilmoitus",
    },
    Mistake {
        file: "content/sv/pages/home.md",
        instead_of: "När vardagen är tung",
        stands: "Inom sju dagar får du svar. När vardagen är tung",
        told_at: Told::There,
        says: "fact",
    },
    Mistake {
        file: "content/sv/guide/families_social_work.md",
        instead_of: "Socialt arbete för barnfamiljer är hjälp för en familj där vardagen har blivit tung.",
        stands: "Mångprofessionella arbetsgrupper utarbetar individuella verksamhetsplaner beträffande familjernas \
                 livssituationer, varvid socialvårdsmyndigheternas ansvarsfördelning, servicestrukturer, \
                 bedömningskriterier, samordningsskyldigheter, resursfördelning, dokumentationskrav, \
                 uppföljningsrutiner, genomförandemetoder, kvalitetssäkring, personaldimensionering, \
                 verksamhetsutveckling, upphandlingsförfaranden, behörighetsvillkor, tillsynsmekanismer, \
                 rapporteringsförpliktelser, informationshantering, ändringssökande, klientdelaktighet, \
                 kostnadsberäkningar, avgiftsbestämmelser, tjänsteproduktion beaktas.",
        told_at: Told::At("+++"),
        says: "too hard to read",
    },
];

#[test]
fn a_slip_in_content_is_told_with_file_line_and_mend() {
    for (number, slip) in SLIPS.iter().enumerate() {
        let copy = Copy::with(slip, &format!("content-slip-{number}"));
        let library = Library::read(copy.root()).expect("content that reads");
        let faults = review::faults(&library);
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let found = faults.iter().any(|fault| {
            let here = fault.file == slip.file && fault.line == slip.line();
            here && !fault.mend.is_empty() && fault.to_string().contains(slip.says)
        });
        assert!(found, "{} for {:?}, line {}: told was\n{told}", slip.file, slip.stands, slip.line());
    }
}
