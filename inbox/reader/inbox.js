// The inbox this page came from. The token stays in this module's memory and goes nowhere else.

import { Refusal } from "./vault.js";

const TOKEN = /^tuki\.([a-z0-9-]+)\.[\w-]+$/;
const PAGE = 500;
let token = "";

/** Remembers the token until the page is closed or cleared. */
export function use(newToken) {
    if (newToken && !TOKEN.test(newToken)) throw new Refusal("token");
    token = newToken;
}

/** Whether a token is at hand. */
export function isOpen() {
    return token !== "";
}

/** Every message that is here, oldest first. */
export async function list() {
    const all = [];
    for (let after = 0, full = true; full; ) {
        const { submissions } = await (await call("GET", `?after=${after}&limit=${PAGE}`)).json();
        all.push(...submissions);
        full = submissions.length === PAGE;
        after = submissions.at(-1)?.id;
    }
    return all;
}

/** The bytes of a sealed message. */
export async function pull(id) {
    return new Uint8Array(await (await call("GET", `/${id}`)).arrayBuffer());
}

/** Tells the inbox that the team has the message in its own system. */
export function markHandled(id) {
    return call("PUT", `/${id}/handled`);
}

async function call(method, path) {
    const [, county] = TOKEN.exec(token) ?? [];
    if (!county) throw new Refusal("token");
    const address = `/v1/${county}/submissions${path}`;
    const request = { method, headers: { Authorization: `Bearer ${token}` }, cache: "no-store", redirect: "error" };
    const answer = await fetch(address, request).catch(() => { throw new Refusal("offline"); });
    if (answer.ok) return answer;
    // Where no inbox stands beside the reader, it is the list itself that is not there.
    const missing = path.startsWith("/") ? "gone" : "inbox";
    throw new Refusal({ 401: "token", 403: "token", 404: missing }[answer.status] ?? "inbox");
}
