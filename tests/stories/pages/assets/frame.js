// Tries in a frame without an origin of its own what the guide's framed views do and what they must not rely on.
const say = (id, text) => { document.getElementById(id).textContent = text; };
const attempt = (id, act) => {
  try { say(id, act()); } catch (error) { say(id, `refused: ${error.name}`); }
};
const { instance } = await WebAssembly.instantiateStreaming(fetch("/assets/add.wasm"));
attempt("history", () => { history.pushState({}, "", "/embed/elsewhere/"); return `moved to ${location.pathname}`; });
attempt("storage", () => { localStorage.setItem("a", "b"); return "stored"; });
say("program", `sum ${instance.exports.add(2, 3)}`);
