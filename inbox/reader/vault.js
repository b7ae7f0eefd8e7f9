// The vault's worker, as its protocol says: {id, op, …} goes in, {id, …} or {id, error} comes out. All keys live there.

/** A refusal with the name of its words. */
export class Refusal extends Error {}

let worker;
let lastId = 0;
const waiting = new Map();

/** Asks the vault. Bytes that are sent belong to the vault afterwards. */
export function ask(op, fields = {}) {
    worker ??= start();
    const id = ++lastId;
    const buffers = Object.values(fields).filter((value) => value instanceof Uint8Array).map((bytes) => bytes.buffer);
    return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, op, ...fields }, buffers);
    });
}

/** Ends the worker, and with it every key it held. */
export function forget() {
    stop("locked");
}

function start() {
    const started = new Worker(document.body.dataset.vaultWorker, { type: "module" });
    started.onmessage = ({ data }) => settle(data);
    started.onerror = () => stop("unavailable");
    return started;
}

function settle({ id, error, ...answer }) {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Refusal(error));
    else resolve?.(answer);
    // A worker that broke stays broken; the next request starts a new one.
    if (error === "crashed" || error === "unavailable") stop(error);
}

function stop(reason) {
    worker?.terminate();
    worker = undefined;
    waiting.forEach(({ reject }) => reject(new Refusal(reason)));
    waiting.clear();
}
