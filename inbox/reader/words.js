// The words that scripts say. They stand in the page's own <template>, so saying them needs no network.

const words = document.getElementById("words").content;

/** The text of a key, its gaps such as {number} filled. */
export function text(key, gaps = {}) {
    const found = words.querySelector(`[data-key="reader.said.${CSS.escape(key)}"]`);
    const filled = (_, name) => gaps[name] ?? "";
    return (found ?? words.querySelector('[data-key="reader.said.error.crashed"]')).textContent.replace(/\{(\w+)\}/g, filled);
}

/** The text of a count: the form for one, or for any other number. */
export function counted(key, number) {
    return text(`${key}.${number === 1 ? "one" : "other"}`, { number });
}

/** Says it to everyone, also to those who listen. */
export function say(words) {
    document.getElementById("status").textContent = words;
}

/** Says what went wrong, and brings it into sight: the button that was pressed may be far below. */
export function sayAndShow(words) {
    say(words);
    document.getElementById("status").scrollIntoView({ block: "center" });
}

/** A time in the page's language and in Finland, where the team is. */
export function time(moment) {
    const form = { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Helsinki" };
    return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(moment));
}
