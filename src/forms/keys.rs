//! Keys of the engine's own words in `forms.toml`: what every form says, whatever it asks. What a single control says
//! (optional, not answered, characters left) is in `components.toml`.

/// Declares each key once, as a constant and in the list that the test of texts walks.
macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $key;)*
        /// Every key above.
        pub const ALL: &[&str] = &[$($key),*];
    };
}
pub(crate) use keys;

keys! {
    /// The page title, neutral on purpose; gaps `step`, `steps`.
    PAGE_TITLE = "forms.page_title";
    /// The title of the check page, neutral too.
    CHECK_TITLE = "forms.check_title";
    /// Goes on to the next step.
    CONTINUE = "forms.continue";
    /// Goes back one step.
    BACK = "forms.back";
    /// Goes on from the check page's change to the check page.
    SAVE_AND_CHECK = "forms.save_and_check";
    /// Heading of the check page.
    CHECK_HEADING = "forms.check.heading";
    /// What the check page is for.
    CHECK_LEAD = "forms.check.lead";
    /// To whom it goes; gap `team`.
    CHECK_RECEIVER = "forms.check.receiver";
    /// How it is sealed.
    CHECK_SEALED = "forms.check.sealed";
    /// Goes on from the check page to what the family may read.
    PREVIEW_OPEN = "forms.preview.open";
    /// Heading of what the family may read.
    PREVIEW_HEADING = "forms.preview.heading";
    /// What that page is for.
    PREVIEW_LEAD = "forms.preview.lead";
    /// Above the answers that the family may read.
    PREVIEW_TEXT = "forms.preview.text";
    /// Above what the family may get to know of the sender.
    PREVIEW_SENDER = "forms.preview.sender";
    /// Words were found that may give a nameless sender away.
    GIVEAWAY_TITLE = "forms.giveaway.title";
    /// What can be done about them.
    GIVEAWAY_TEXT = "forms.giveaway.text";
    /// One of them; gaps `kind`, `words`, `label`.
    GIVEAWAY_LINE = "forms.giveaway.line";
    /// Opens the sheet for a call or for paper.
    CALL_SHEET_OPEN = "forms.call_sheet.open";
    /// Its heading.
    CALL_SHEET_HEADING = "forms.call_sheet.heading";
    /// What it is for.
    CALL_SHEET_LEAD = "forms.call_sheet.lead";
    /// How to begin the call.
    CALL_SHEET_BEGIN = "forms.call_sheet.begin";
    /// Adds a row to a list.
    ADD_ROW = "forms.row.add";
    /// What one row of a list is called; its number follows.
    ROW = "forms.row.one";
    /// Prints the answers.
    PRINT = "forms.print";
    /// The answers are not ready to be sealed.
    NOT_READY = "forms.not_ready";
    /// For a county that is not connected: the form ends on paper and the phone.
    NOT_CONNECTED = "forms.not_connected";
    /// Link back to answers left in memory while reading elsewhere.
    CONTINUE_FORM = "forms.continue_form";
    /// Link to the privacy notice.
    PRIVACY = "forms.privacy";
    /// Without script or program: what to do instead.
    WITHOUT_SCRIPT = "forms.without_script";
    /// Inside a frame of another site: forms do not run there.
    FRAMED = "forms.framed";
}
