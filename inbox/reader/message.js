// The opened message on the screen. Whatever a sender wrote is set as text, never as HTML.

import { parts } from "./parts.js";
import { text } from "./words.js";

const article = document.getElementById("message");
const title = document.getElementById("message-title");
const unknown = document.getElementById("message-unknown");
const words = document.getElementById("message-text");
const data = document.getElementById("message-data");

/** Shows a message and brings the reader to it. */
export function show(reference, bytes, canBeHandled) {
    const { letter, coded, known } = parts(bytes);
    title.textContent = text("opened", { reference });
    words.textContent = letter;
    data.textContent = coded;
    unknown.hidden = known;
    data.parentElement.hidden = !known;
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
