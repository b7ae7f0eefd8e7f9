//! Pieces of screen on native elements: one folder each, with the view, its examples, its style sheet in
//! `style/components` and its promise in `docs/accessibility`. They draw the values they are given; they know
//! nothing of storage, addresses or the browser's own objects.

pub mod button;
pub mod card;
pub mod checkboxes;
pub mod combobox;
pub mod contact_line;
pub mod demo_banner;
pub mod details;
pub mod emergency_row;
pub mod error_summary;
pub mod field;
pub mod group;
pub mod help_lines;
pub mod language_switch;
pub mod notice;
pub mod quick_exit;
pub mod radios;
pub mod site_footer;
pub mod site_header;
pub mod skip_link;
pub mod step_progress;
pub mod summary_list;
pub mod text_area;
pub mod text_field;

#[cfg(any(feature = "ssr", feature = "gallery"))]
pub mod example;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub mod gallery;

mod kept;
mod nav_link;
pub mod texts;

pub use nav_link::NavLink;

pub use button::{Button, ButtonLook, LinkButton};
pub use card::{Card, LinkCard, LinkCards};
pub use checkboxes::{Checkboxes, Tick};
pub use combobox::{Combobox, ComboboxActions, ComboboxRow, ComboboxState};
pub use contact_line::{ContactKind, ContactLine, ContactValues, Freshness};
pub use demo_banner::{DemoBanner, NotOwn};
pub use details::Details;
pub use emergency_row::{EmergencyContact, EmergencyRow};
pub use error_summary::{ErrorSummary, ProblemLine, SUMMARY_ID};
pub use field::{Field, FieldFrame, FieldIds, FieldWords, control_id, no_problem};
pub use group::{Group, GroupChange, GroupWords};
pub use help_lines::{HelpLine, HelpLines};
pub use language_switch::{LanguageLink, LanguageSwitch};
pub use notice::{Notice, NoticeKind};
pub use quick_exit::QuickExit;
pub use radios::{ChoiceWords, Radios};
pub use site_footer::SiteFooter;
pub use site_header::{SiteHeader, SiteName};
pub use skip_link::SkipLink;
pub use step_progress::StepProgress;
pub use summary_list::{SummaryList, SummaryRow};
pub use text_area::{AreaSize, TextArea};
pub use text_field::{TextField, TextKind};
