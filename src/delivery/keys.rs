//! Keys of the words around sending, in `delivery.toml`.

use crate::forms::keys::keys;

keys! {
    /// In the message: when it was written; gap `time`.
    MESSAGE_SENT = "delivery.message.sent";
    /// In the message: the language of the writer; gap `language`.
    MESSAGE_LANGUAGE = "delivery.message.language";
    /// In the message: heading of the questions that were skipped.
    MESSAGE_UNANSWERED = "delivery.message.unanswered";
    /// Button that seals and sends.
    SEND = "delivery.send";
    /// Before sending: which keys it is sealed to; gap `fingerprints`.
    SEALED_TO = "delivery.sealed_to";
    /// While the vault works.
    SEALING = "delivery.sealing";
    /// State: on its way.
    SENDING = "delivery.sending";
    /// Quiet notice while another try is under way.
    TRYING = "delivery.trying";
    /// Said when "send" is pressed on another form before this message has left.
    BUSY = "delivery.busy";
    /// Heading of the state in which other channels are offered.
    NOT_SENT_TITLE = "delivery.not_sent.title";
    /// What that means.
    NOT_SENT_TEXT = "delivery.not_sent.text";
    /// The message is kept in memory only, until the page is closed.
    NOT_SENT_MEMORY = "delivery.not_sent.memory";
    /// The message is kept on the device, because a draft was chosen.
    NOT_SENT_STORED = "delivery.not_sent.stored";
    /// Tries at once.
    TRY_NOW = "delivery.not_sent.try_now";
    /// Saves the sealed file.
    SAVE_FILE = "delivery.not_sent.save_file";
    /// What the sealed file is good for.
    FILE_HELP = "delivery.not_sent.file_help";
    /// Prints the answers.
    PRINT = "delivery.not_sent.print";
    /// Back to the answers.
    CHANGE = "delivery.not_sent.change";
    /// If changed after a sending without answer, the team may get both.
    CHANGE_NOTE = "delivery.not_sent.change_note";
    /// Heading of the page after a refusal.
    REFUSED_TITLE = "delivery.refused.title";
    /// After any refusal: every answer is still there.
    REFUSED_KEPT = "delivery.refused.kept";
    /// Before sealing: larger than fits.
    TOO_LARGE = "delivery.too_large";
    /// The key of the county has expired: nothing is sealed to it.
    KEY_EXPIRED = "delivery.key_expired";
    /// The clock of the device disagrees with the inbox by a day or more.
    CLOCK = "delivery.clock";
    /// The program part that seals could not be loaded.
    VAULT_MISSING = "delivery.vault_missing";
    /// This browser gives no secure randomness.
    NO_RANDOMNESS = "delivery.no_randomness";
    /// Heading of the receipt.
    RECEIVED_TITLE = "delivery.receipt.title";
    /// What received means.
    RECEIVED_TEXT = "delivery.receipt.text";
    /// Label of the reference.
    REFERENCE = "delivery.receipt.reference";
    /// What the reference is for.
    REFERENCE_HELP = "delivery.receipt.reference_help";
    /// Button: copies the reference.
    COPY = "delivery.receipt.copy";
    /// Said when it is copied.
    COPIED = "delivery.receipt.copied";
    /// Said when the browser does not let it be copied.
    NOT_COPIED = "delivery.receipt.not_copied";
    /// When it was received; gap `time`.
    RECEIVED_AT = "delivery.receipt.received_at";
    /// Heading of what comes next.
    NEXT_TITLE = "delivery.receipt.next_title";
    /// Urgency first.
    NEXT_URGENT = "delivery.receipt.urgent";
    /// By about when it is begun; gap `date`.
    NEXT_STARTED = "delivery.receipt.started";
    /// By about when it is ready; gap `date`.
    NEXT_READY = "delivery.receipt.ready";
    /// Where the law gives no date.
    NEXT_NO_DATE = "delivery.receipt.no_date";
    /// The law behind the dates; gap `law`.
    NEXT_LAW = "delivery.receipt.law";
    /// Whom to call if nothing is heard.
    NOTHING_HEARD = "delivery.receipt.nothing_heard";
    /// The same for a notifier, who is not told what came of it.
    NOTHING_TOLD = "delivery.receipt.nothing_told";
    /// If things get worse meanwhile.
    GETS_WORSE = "delivery.receipt.gets_worse";
    /// Saves the dates as a calendar file.
    CALENDAR_SAVE = "delivery.receipt.calendar";
    /// Prints the receipt.
    RECEIPT_PRINT = "delivery.receipt.print";
    /// Button: another message.
    ANOTHER = "delivery.receipt.another";
    /// Neutral name of a day in the calendar.
    CALENDAR_SUMMARY = "delivery.calendar.summary";
    /// Neutral description of the first date; gap `reference`.
    CALENDAR_STARTED = "delivery.calendar.started";
    /// Neutral description of the second date; gap `reference`.
    CALENDAR_READY = "delivery.calendar.ready";
    /// What erasing everything here leaves where it is.
    ERASE_TEXT = "delivery.erase_text";
}
