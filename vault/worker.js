// Starts the vault and answers its requests one after another. The build puts this after the code that wasm-bindgen writes,
// into one file, and fills in the name and the hash of the program: a changed program does not start.

let state = __wbg_init({
  module_or_path: fetch(new URL("VAULT_WASM", import.meta.url), { integrity: "VAULT_INTEGRITY" }),
}).then(
  () => "ready",
  () => "unavailable",
);

self.onmessage = ({ data }) => {
  state = state.then((now) => reply(data, now));
};

// After a panic the program's memory is not to be trusted: every later request gets the same answer, and the app starts anew.
function reply(request, now) {
  const outcome = now === "ready" ? work(request) : { error: now };
  wipe(request);
  self.postMessage({ ...outcome, id: request.id }, buffersOf(outcome));
  return outcome.error === "crashed" ? "crashed" : now;
}

function work(request) {
  try {
    return answer(request);
  } catch {
    return { error: "crashed" };
  }
}

function wipe(request) {
  bytesOf(request).forEach((bytes) => bytes.fill(0));
}

function buffersOf(outcome) {
  return bytesOf(outcome).map((bytes) => bytes.buffer);
}

function bytesOf(message) {
  return [message.bytes, message.identity].filter((value) => value instanceof Uint8Array);
}
