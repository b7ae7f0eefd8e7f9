//! Keys of the engine's own words in `forms.toml`: what every form says, whatever it asks.

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
    /// Where one stands; gaps `step`, `steps`.
    POSITION = "forms.position";
    /// Stands after the label of every question that may be skipped.
    OPTIONAL = "forms.optional";
    /// Goes on to the next step.
    CONTINUE = "forms.continue";
    /// Goes back one step.
    BACK = "forms.back";
    /// Goes on from the check page's change to the check page.
    SAVE_AND_CHECK = "forms.save_and_check";
    /// Heading before the reason of a question.
    WHY = "forms.why";
    /// Heading of the error summary.
    PROBLEM_TITLE = "forms.problem_title";
    /// Read before a problem beside its field.
    PROBLEM_PREFIX = "forms.problem_prefix";
    /// Heading of the check page.
    CHECK_HEADING = "forms.check.heading";
    /// What the check page is for.
    CHECK_LEAD = "forms.check.lead";
    /// Link to change an answer.
    CHANGE = "forms.check.change";
    /// For assistive technology: what would be changed; gap `label`.
    CHANGE_WHAT = "forms.check.change_what";
    /// Stands where nothing was answered.
    NOT_ANSWERED = "forms.check.not_answered";
    /// To whom it goes; gap `team`.
    CHECK_RECEIVER = "forms.check.receiver";
    /// How it is sealed.
    CHECK_SEALED = "forms.check.sealed";
    /// Near the limit of a text, exactly one left; gap `count`.
    LEFT_ONE = "forms.left.one";
    /// Near the limit of a text; gap `count`.
    LEFT_OTHER = "forms.left.other";
    /// Over the limit by exactly one; gap `count`.
    OVER_ONE = "forms.over.one";
    /// Over the limit; gap `count`.
    OVER_OTHER = "forms.over.other";
    /// Adds a row to a list.
    ADD_ROW = "forms.row.add";
    /// Takes a row out of a list; gap `number`.
    REMOVE_ROW = "forms.row.remove";
    /// Heading of a row; gap `number`.
    ROW = "forms.row.heading";
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
    /// Beside a draft that came back from an older form: these answers no longer have a place.
    LEFT_OVER = "forms.left_over";
}
