// The loader: the only script in a page. Text and links work without it; it starts the program when somebody needs more.
// What it knows of the build stands in <meta name="tuki-app">, written by the prerenderer.

const build = document.querySelector('meta[name="tuki-app"]').dataset;
const app = document.getElementById("app");
let generation = 0;
let starting = null;
let listeners = new AbortController();
// Whether an instance has given up and no other has come in its place.
let broken = false;
// How often loading was tried: a module that failed once is never fetched again under the same address.
let tries = 0;
// What the running instance gives to the second part of the program, and the instances that have got it.
let instance = null;
const whole = new WeakSet();
// The second part: on its way, and compiled.
let second = null;
let compiled = null;

// Fetches texts and program, checks them against the hashes of the build, and starts. A fresh instance is given what a broken
// one left behind.
async function load() {
  tries += 1;
  listeners = new AbortController();
  const js = tries > 1 ? `${build.js}?again=${tries}` : build.js;
  preloadModule(js, build.jsIntegrity);
  const all = needsAll();
  const [texts, module, wasm] = await Promise.all([
    fetchChecked(build.texts, build.textsIntegrity).then((answer) => answer.text()),
    import(js),
    fetchChecked(build.wasm, build.wasmIntegrity),
    all.then((all) => all && fetchSecond()),
  ]);
  const fresh = await module.default({ module_or_path: wasm });
  if (await all) await complete(fresh);
  instance = fresh;
  window.tukiWhole = !build.later || whole.has(instance);
  generation += 1;
  // Only now is the broken page given up, with what was typed into it meanwhile.
  const rescued = broken && { typed: typedText(), slots: slots(), kept: window.tukiKept ?? "" };
  if (broken) app.replaceChildren();
  broken = false;
  module.start(texts, { ...build, generation, signal: listeners.signal, rescued });
  document.documentElement.dataset.app = "started";
}

// The form can begin with the first part of the program. Not where something is kept on this device, which is looked at or erased;
// and what takes over a broken page must not break for want of the second part.
async function needsAll() {
  if (!build.later) return false;
  if (broken || "whole" in build) return true;
  try {
    return localStorage.length > 0 || (await indexedDB.databases()).length > 0;
  } catch {
    // Switched off, or an old browser that does not tell.
    return false;
  }
}

// What the first screens can do without is a second part of the program, with the same memory. It comes with the first answer.
function fetchSecond() {
  second ??= fetchChecked(build.later, build.laterIntegrity)
    // Not as a stream: that would ask every host for the right content type.
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes))
    .then((module) => (compiled = module))
    .catch((error) => {
      second = null;
      throw error;
    });
  return second;
}

async function complete(first) {
  const module = await fetchSecond();
  if (!whole.has(first)) join(first, await WebAssembly.instantiate(module, { first }));
}

function join(first) {
  whole.add(first);
  if (first === instance) window.tukiWhole = true;
}

// Whoever calls a function of it before that waits here. If it cannot be had, this instance is given up like a broken one:
// what was typed stays, and a fresh one comes with the network.
function completeAtOnce() {
  performance.mark("tuki-waited");
  try {
    compiled ??= new WebAssembly.Module(fetchAtOnce(build.later));
    join(instance, new WebAssembly.Instance(compiled, { first: instance }));
  } catch (error) {
    window.dispatchEvent(new CustomEvent("tuki-panic", { detail: generation }));
    throw error;
  }
}

function fetchAtOnce(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}

window.tukiLater = (atOnce) => {
  if (!build.later || whole.has(instance)) return Promise.resolve();
  return atOnce ? completeAtOnce() : complete(instance);
};

async function fetchChecked(address, integrity) {
  const answer = await fetch(address, { integrity, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

// `import()` takes no hash; a module preloaded with one is the module it then gets.
function preloadModule(address, integrity) {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  link.integrity = integrity;
  document.head.append(link);
}

// If the program cannot be had, the readable page stays and only says that it is not live.
function start() {
  starting ??= load().catch(() => {
    document.documentElement.dataset.app = "missing";
    starting = null;
  });
  return starting;
}

// The program says when it panics. What was typed is in the page, what was answered earlier is in `window.tukiKept`
// (memory only); both go to a fresh instance. After three of them on one page another will not help: then it stays as it is.
window.addEventListener("tuki-panic", ({ detail }) => {
  if (detail !== generation || generation > 3) return;
  listeners.abort();
  broken = true;
  starting = null;
  start();
});

function typedText() {
  const typed = {};
  for (const control of app.querySelectorAll("input[name], textarea[name], select[name]")) {
    // A code is nothing to be kept anywhere.
    if (["radio", "checkbox", "password"].includes(control.type)) continue;
    typed[control.name] = control.value;
  }
  return typed;
}

function slots() {
  const found = {};
  for (const slot of app.querySelectorAll("[data-slot]")) found[slot.id] = slot.innerHTML;
  return found;
}

// The municipality travels in the address while the program is not there to carry it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const municipality = new URLSearchParams(location.search).get("kunta");
  if (!link || !municipality || document.documentElement.dataset.app === "started") return;
  const target = new URL(link.href);
  if (target.origin !== location.origin || target.searchParams.has("kunta")) return;
  target.searchParams.set("kunta", municipality);
  link.href = target;
});

// Print and share a guide page, with and without the program. What is shared is the page, never the chosen municipality.
document.addEventListener("click", ({ target }) => {
  const tool = target.closest?.("[data-tool]")?.dataset.tool;
  if (tool === "print") print();
  if (tool !== "share") return;
  const url = location.origin + location.pathname;
  const said = target.closest(".tuki-tools").querySelector("[data-said]");
  const copy = () => navigator.clipboard.writeText(url).then(() => (said.textContent = said.dataset.said));
  const shared = navigator.share ? navigator.share({ title: document.title, url }) : navigator.clipboard && copy();
  // Whoever changes their mind shares nothing, and that is no error. Where sharing is not allowed, the address is copied.
  shared?.catch((error) => error.name !== "AbortError" && copy()).catch(() => {});
});

// The search is a small program of its own, fetched when somebody first goes into its field. If it cannot be had, the lists
// on its page stay, and the next letter tries again.
async function attendSearch({ target }) {
  const search = target.closest?.("[data-finder]");
  if (!search || search.attended) return;
  search.attended = true;
  const failed = search.querySelector("[data-failed]");
  const { finder, finderIntegrity } = search.dataset;
  try {
    preloadModule(finder, finderIntegrity);
    await (await import(finder)).attend(search);
    failed.hidden = true;
  } catch {
    failed.hidden = search.attended = false;
  }
}
for (const kind of ["focusin", "input"]) document.addEventListener(kind, attendSearch);

// Quick exit, with and without the program: cover first, then forget, then leave without a trace in Back.
function leave(event) {
  event?.preventDefault();
  document.getElementById("tuki-cover")?.removeAttribute("hidden");
  const target = document.querySelector("a[data-exit]")?.href ?? build.exit;
  const go = () => location.replace(target);
  let erased;
  try {
    erased = window.tukiLeave?.();
  } catch {
    // A broken program must not hold anybody back.
  }
  delete window.tukiKept;
  app.replaceChildren();
  if (!erased) return go();
  Promise.race([erased, new Promise((done) => setTimeout(done, 400))]).then(go, go);
}

// A page that the browser keeps for going back to it shows nothing until the program has emptied the form.
window.addEventListener("pagehide", () => document.getElementById("tuki-cover")?.removeAttribute("hidden"));
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted && app.hasChildNodes()) document.getElementById("tuki-cover")?.setAttribute("hidden", "");
});

let shifts = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") shifts = [];
  else if (!event.repeat) shifts = [...shifts.filter((time) => event.timeStamp - time < 2000), event.timeStamp];
  if (shifts.length >= 3) leave();
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("a[data-exit]")) leave(event);
});

// When to start: on pages with a form or a selector right after first paint (with Save-Data only on intent),
// elsewhere at the first touch of something that needs the program.
function startOnIntent() {
  for (const kind of ["focusin", "pointerdown", "touchstart"]) {
    document.addEventListener(kind, (event) => event.target.closest?.("[data-app]") && start(), { passive: true });
  }
}
// A dead network may come back: then what could not start before is tried once more.
window.addEventListener("online", () => document.documentElement.dataset.app === "missing" && start());
// Forms never run inside somebody else's page. Our headers forbid framing; this is for hosts that do not send them.
function refuse() {
  const words = document.createElement("p");
  words.textContent = build.framed;
  app.replaceChildren(words);
}

const wantsNow = build.start === "now" || new URLSearchParams(location.search).has("kunta");
if (window.top !== window) {
  if (build.framed) refuse();
} else if (wantsNow && !navigator.connection?.saveData) requestAnimationFrame(() => setTimeout(start));
else startOnIntent();
