// The keys that are open. The vault holds them; the page shows only the marks by which people tell them apart.

import { ask } from "./vault.js";

const list = document.getElementById("keys");
const section = document.getElementById("open-keys");

/** Opens a key file beside the keys that are open already. Gives how many there are. */
export async function open(identity, code) {
    const { recipient } = await ask("hold", { identity, code });
    const recipients = recipient.split("\n");
    show(await Promise.all(recipients.map(fingerprint)));
    return recipients.length;
}

/** How many keys are open. */
export function count() {
    return list.children.length;
}

/** Takes the marks off the page. */
export function clear() {
    show([]);
}

function show(fingerprints) {
    list.replaceChildren(...fingerprints.map((mark) => {
        const line = document.createElement("li");
        line.textContent = mark;
        return line;
    }));
    section.hidden = fingerprints.length === 0;
}

/** As in `recipients.toml`: the first 16 hex digits of the SHA-256 of the public key's text, in fours. */
async function fingerprint(recipient) {
    const { digest } = await ask("digest", { bytes: new TextEncoder().encode(recipient) });
    return digest.slice(0, 16).match(/.{4}/g).join(" ");
}
