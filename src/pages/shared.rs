//! What all screens share, in memory only: the place, the article, the chosen municipality, the kind of build.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    contacts::{Directory, HelpLine},
    domain::{Language, MunicipalityCode, calendar::HelsinkiTime},
    pages::{choice::Choice, loading::Files},
    routes::{Place, Route},
};

/// Which of the three builds this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildKind {
    /// Every county, none connected; says on every page that nothing reaches an authority.
    National,
    /// One county's own site.
    County,
    /// The invented county with a local inbox; says on every page that it is a demonstration.
    Demo,
}

impl BuildKind {
    /// The word used in the page's meta element and in the build's environment.
    pub const fn word(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::County => "county",
            Self::Demo => "demo",
        }
    }

    /// The kind with this word. An unknown word counts as national, the kind that promises least.
    pub fn from_word(word: &str) -> Self {
        match word {
            "county" => Self::County,
            "demo" => Self::Demo,
            _ => Self::National,
        }
    }
}

/// What is known when a page begins, in the prerenderer and in the browser alike, so that both draw the same.
#[derive(Clone, Debug)]
pub struct Start {
    /// Where the person is.
    pub place: Place,
    /// The kind of build.
    pub kind: BuildKind,
    /// The day the site was built. Until the browser has told the real day, pages are drawn for this one.
    pub built: NaiveDate,
    /// Where the quick exit leads: a neutral page of somebody else.
    pub exit: String,
    /// Where the table of data files is.
    pub files: String,
    /// The municipality a page is about, if it is about one.
    pub choice: Option<Choice>,
}

/// The state that outlives every screen. Gone with the tab.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// Where the person is.
    pub place: RwSignal<Place>,
    /// The HTML of the present article. Empty means: what stands in the page already.
    pub article: RwSignal<String>,
    /// The HTML of the list of municipalities; empty as for the article.
    pub municipalities: RwSignal<String>,
    /// Whether the last page asked for could not be fetched.
    pub trouble: RwSignal<bool>,
    /// The day the site was built.
    pub built: NaiveDate,
    /// Today, in Finland.
    pub today: RwSignal<NaiveDate>,
    /// The minute in Finland, once the browser has told it.
    pub now: RwSignal<Option<HelsinkiTime>>,
    /// The kind of build.
    pub kind: BuildKind,
    /// Where the quick exit leads.
    pub exit: StoredValue<String>,
    /// The chosen municipality.
    pub choice: RwSignal<Option<Choice>>,
    /// All municipalities, once somebody has looked for one.
    pub directory: RwSignal<Option<Arc<Directory>>>,
    /// The national help lines, once they are needed.
    pub help_lines: RwSignal<Option<Arc<Vec<HelpLine>>>>,
    /// The table of data files, once one is needed.
    pub files: RwSignal<Option<Arc<Files>>>,
    /// What a broken instance of the program left behind, as the record of a draft; mostly nothing.
    pub rescued: StoredValue<String>,
    /// How many places were asked for: the last one is gone to.
    pub visits: StoredValue<u32>,
    /// What was typed into the page before a broken instance gave up, by the name of its control; mostly nothing.
    pub typed: StoredValue<BTreeMap<String, String>>,
    /// Where that table is.
    pub files_address: StoredValue<String>,
}

impl Shared {
    /// The state at the start of a visit.
    pub fn new(start: Start) -> Self {
        Self {
            place: RwSignal::new(start.place),
            article: RwSignal::new(String::new()),
            municipalities: RwSignal::new(String::new()),
            trouble: RwSignal::new(false),
            built: start.built,
            today: RwSignal::new(start.built),
            now: RwSignal::new(None),
            kind: start.kind,
            exit: StoredValue::new(start.exit),
            choice: RwSignal::new(start.choice),
            directory: RwSignal::new(None),
            help_lines: RwSignal::new(None),
            files: RwSignal::new(None),
            rescued: StoredValue::new(String::new()),
            visits: StoredValue::new(0),
            typed: StoredValue::new(BTreeMap::new()),
            files_address: StoredValue::new(start.files),
        }
    }

    /// The state of the frame this component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// The language of the frame.
    pub fn language(self) -> Language {
        self.place.get_untracked().language
    }

    /// Whether this instance of the program took over from a broken one.
    pub fn was_rescued(self) -> bool {
        !self.rescued.with_value(String::is_empty)
    }

    /// What was typed into this control before a broken instance gave up. It is taken once.
    pub fn take_typed(self, name: &str) -> Option<String> {
        self.typed.try_update_value(|typed| typed.remove(name)).flatten().filter(|text| !text.is_empty())
    }

    /// The chosen municipality's code.
    pub fn chosen(self) -> Option<MunicipalityCode> {
        self.choice.with_untracked(|choice| choice.as_ref().map(Choice::code))
    }

    /// The chosen municipality's name, or nothing.
    pub fn municipality_name(self) -> String {
        let language = self.language();
        self.choice.with(|choice| choice.as_ref().map_or_else(String::new, |choice| choice.name(language).to_owned()))
    }
}

/// The way to another screen, in the same language.
#[derive(Clone, Copy, Debug)]
pub struct Go(pub Callback<Route>);

impl Go {
    /// The way from the frame this component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// Goes to a screen.
    pub fn to(self, route: Route) {
        self.0.run(route);
    }
}
