// What an opened message consists of. Anybody can seal bytes to the team's public keys, so nothing in them is trusted:
// this reads them exactly as `src/delivery/open.rs` does, and a test compares the two on thousands of messages.

const SCHEMA = "tukipolku-seal/1";
const BORDER = `\n===== ${SCHEMA} =====\n`;
/** The largest message in bytes, before sealing. */
const LARGEST = 256 * 1024;
/** Control characters but the line break, and the marks that reverse the reading direction or break lines unseen. */
const UNSEEN = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/**
 * The letter for people, the same answers for a system, and whether it is a message as our forms write them. What is no
 * such message is shown whole, as plain text.
 */
export function parts(bytes) {
    const whole = text(bytes);
    const end = whole?.lastIndexOf(BORDER) ?? -1;
    const coded = end < 0 ? "" : whole.slice(end + BORDER.length);
    if (!isOurs(coded)) return { letter: plain(whole ?? new TextDecoder().decode(bytes)).trimEnd(), coded: "", known: false };
    return { letter: plain(whole.slice(0, end)), coded: plain(coded).trimEnd(), known: true };
}

/** The bytes as text; nothing when they are too many or no UTF-8. */
function text(bytes) {
    if (bytes.length > LARGEST) return undefined;
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return undefined;
    }
}

function isOurs(coded) {
    try {
        return JSON.parse(coded)?.schema === SCHEMA;
    } catch {
        return false;
    }
}

/** Text without anything that could hide words or turn them around. */
export function plain(words) {
    return words.replace(UNSEEN, "");
}
