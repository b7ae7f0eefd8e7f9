// The opened message on the screen. Whatever a sender wrote is set as text, never as HTML.

import { text } from "./words.js";

const article = document.getElementById("message");
const title = document.getElementById("message-title");
const words = document.getElementById("message-text");
const data = document.getElementById("message-data");

/** Shows a message and brings the reader to it. */
export function show(reference, bytes, canBeHandled) {
    const [letter, json] = parts(new TextDecoder().decode(bytes));
    title.textContent = text("opened", { reference });
    words.textContent = letter;
    data.textContent = json;
    data.parentElement.hidden = json === "";
    document.getElementById("handled").hidden = !canBeHandled;
    article.hidden = false;
    title.focus();
}

/** Takes the message off the screen and out of the page. */
export function hide() {
    for (const element of [title, words, data]) element.textContent = "";
    data.parentElement.open = false;
    article.hidden = true;
}

/** The letter for people, and the same answers for a system: JSON at the end, if there is any. Padding falls away. */
function parts(whole) {
    const written = whole.replace(/[\s\0]+$/, "");
    for (let at = written.indexOf("\n{"); at >= 0; at = written.indexOf("\n{", at + 1)) {
        const rest = written.slice(at + 1);
        if (isJson(rest)) return [written.slice(0, at).trimEnd(), rest];
    }
    return [written, ""];
}

function isJson(candidate) {
    try {
        JSON.parse(candidate);
        return true;
    } catch {
        return false;
    }
}
