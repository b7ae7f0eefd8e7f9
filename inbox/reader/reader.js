// The staff reader: keys, sealed messages from files or from the inbox, and one opened message at a time. Nothing is
// stored; keys live in the vault's worker, everything else in this page until it is closed.

import { whenIdle } from "./idle.js";
import * as inbox from "./inbox.js";
import * as keys from "./keys.js";
import * as message from "./message.js";
import { Refusal, ask, forget } from "./vault.js";
import { counted, say, sayAndShow, text, time } from "./words.js";

const byId = (id) => document.getElementById(id);
const table = byId("list");
/** What is in the list: {reference, received, state, id} from the inbox, or {reference, file} from a file. */
let entries = [];
let opened;
/** Minutes after which a page that nobody uses is cleared: somebody may have left the desk. */
const IDLE = 15;
/** Refusals after which no key is open any more. */
const LOST = ["crashed", "unavailable", "timed-out", "locked"];

/** Runs a step and says what came of it, in words either way. */
async function step(work) {
    say(text("working"));
    try {
        say(await work());
    } catch (error) {
        // A vault that broke has lost its keys with it.
        if (LOST.includes(error.message)) keys.clear();
        sayAndShow(text(`error.${error instanceof Refusal ? error.message : "crashed"}`));
    }
}

async function bytesOf(file) {
    return new Uint8Array(await file.arrayBuffer());
}

async function openKey() {
    const [file] = byId("key-file").files;
    const code = byId("passphrase").value;
    byId("passphrase").value = "";
    return counted("key_open", await keys.open(await bytesOf(file), code));
}

async function listInbox() {
    const token = byId("token").value.trim();
    byId("token").value = "";
    if (token || !inbox.isOpen()) inbox.use(token);
    const listed = await inbox.list();
    entries = listed.map(({ id, reference, received_at, handled, pulled }) => ({
        id, reference, received: time(received_at), state: handled ? "handled" : pulled ? "pulled" : "new",
    }));
    draw();
    return counted("listed", entries.length);
}

async function listFiles() {
    const files = [...byId("files").files];
    entries = await Promise.all(files.map(async (file) => {
        const { digest } = await ask("digest", { bytes: await bytesOf(file) });
        return { reference: referenceOf(digest), file, received: "", state: "file" };
    }));
    draw();
    return entries.length === 1 ? open(entries[0]) : counted("listed", entries.length);
}

function referenceOf(digest) {
    return digest.slice(0, 12).toUpperCase().match(/.{4}/g).join("-");
}

async function open(entry) {
    message.hide();
    const sealed = entry.file ? await bytesOf(entry.file) : await inbox.pull(entry.id);
    const { bytes, digest } = await ask("open", { bytes: sealed });
    if (referenceOf(digest) !== entry.reference) throw new Refusal("damaged");
    opened = entry;
    if (entry.state === "new") entry.state = "pulled";
    draw();
    message.show(entry.reference, bytes, entry.id !== undefined && entry.state !== "handled");
    return text("opened", { reference: entry.reference });
}

async function handle(entry) {
    await inbox.markHandled(entry.id);
    entry.state = "handled";
    draw();
    byId("handled").hidden = true;
    return text("handled", { reference: entry.reference });
}

function draw() {
    table.hidden = entries.length === 0;
    table.tBodies[0].replaceChildren(...entries.map(row));
}

function row(entry) {
    const line = document.createElement("tr");
    const cells = [entry.reference, entry.received, text(`state.${entry.state}`)];
    cells.forEach((words) => { line.insertCell().textContent = words; });
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text("open", { reference: entry.reference });
    button.addEventListener("click", () => step(() => open(entry)));
    line.insertCell().append(button);
    return line;
}

/** Leaves nothing behind: not the key, the token, the list or the words. */
function clear() {
    forget();
    keys.clear();
    inbox.use("");
    entries = [];
    opened = undefined;
    message.hide();
    draw();
    document.querySelectorAll("input").forEach((input) => { input.value = ""; });
}

function onSubmit(id, work) {
    byId(id).addEventListener("submit", (event) => {
        event.preventDefault();
        step(work);
    });
}

onSubmit("key", openKey);
onSubmit("inbox", listInbox);
byId("files").addEventListener("change", () => step(listFiles));
byId("print").addEventListener("click", () => window.print());
byId("handled").addEventListener("click", () => step(() => handle(opened)));
byId("close").addEventListener("click", () => { message.hide(); byId("messages-title").scrollIntoView(); });
byId("clear").addEventListener("click", () => { clear(); say(text("cleared")); });
addEventListener("pagehide", clear);
whenIdle(IDLE, () => {
    // A page that holds nothing has nothing to tell.
    if (keys.count() === 0 && !inbox.isOpen() && entries.length === 0) return;
    clear();
    sayAndShow(text("idle"));
});
// Asked once now, the vault is loaded while there is a network, and opening files needs none later.
step(async () => (await ask("lock"), text("ready")));
