// What a framed view does by itself: it wears the host's colours, tells its height, and goes from view to view without
// a step in anybody's history. It keeps nothing, listens to nobody, and asks nobody but its own site.
import { apply } from "./theme.js";

const asked = new URLSearchParams(location.search);
let municipality = code(asked.get("kunta"));
let told = 0;
let showing = 0;

function code(text) {
  return /^\d{3}$/.exec(text ?? "")?.[0];
}

// Tells the host the height it needs, in steps of 50 pixels. Which host that is, is not known here; a height is no secret.
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height / 50) * 50;
  if (height === told || window.parent === window) return;
  told = height;
  window.parent.postMessage({ tukiHeight: height }, "*");
}

// Makes a view that has just come into the page what this host asked for.
function prepare() {
  const view = document.getElementById("view");
  municipality = code(view.dataset.municipality) ?? municipality;
  const level = /^[1-6]$/.exec(asked.get("heading") ?? "2")?.[0] ?? "2";
  for (const heading of view.querySelectorAll("h1, h2, h3, h4")) {
    heading.setAttribute("aria-level", Math.min(6, Number(heading.tagName[1]) + Number(level) - 1));
  }
  if (asked.has("fixed")) for (const way of view.querySelectorAll("[data-change]")) way.remove();
  keepSections(view);
  for (const link of view.querySelectorAll('a[target][href^="/"]')) carry(link);
}

// The host may show some sections only. A list that names none of them is a mistake and hides nothing.
function keepSections(view) {
  const wanted = (asked.get("sections") ?? "").split(/[\s,]+/);
  const sections = [...view.querySelectorAll("section[id]")];
  if (!sections.some((section) => wanted.includes(section.id))) return;
  for (const section of sections) if (!wanted.includes(section.id)) section.remove();
}

// The municipality goes along to the site's own pages.
function carry(link) {
  const target = new URL(link.href);
  if (!municipality || target.searchParams.has("kunta")) return;
  target.searchParams.set("kunta", municipality);
  link.href = target;
}

// Fetches another view and puts it in the place of this one. The frame itself stays where it is, so that neither the
// host's history nor its load events tell that somebody has gone on.
async function show(address) {
  const mine = ++showing;
  try {
    const answer = await fetch(address, { credentials: "omit" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine === showing) put(page);
  } catch {
    document.getElementById("trouble").hidden = false;
  }
}

function put(page) {
  document.getElementById("view").replaceWith(document.adoptNode(page.getElementById("view")));
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  prepare();
  document.querySelector("h1").focus();
  tellHeight();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-view]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link.href);
  }
  const list = event.target.closest?.("[data-show]") && document.getElementById("municipality");
  if (list?.value) show(list.value);
});

// Shortens the list of guide pages to those that have every typed word.
document.addEventListener("input", ({ target }) => {
  if (target.id !== "search") return;
  const words = target.value.toLocaleLowerCase().split(/\s+/);
  let found = 0;
  for (const page of document.querySelectorAll("#pages > li")) {
    const text = page.textContent.toLocaleLowerCase();
    page.hidden = !words.every((word) => text.includes(word));
    if (!page.hidden) found += 1;
  }
  const said = document.getElementById("found");
  said.textContent = said.dataset[found === 0 ? "none" : found === 1 ? "one" : "other"].replace("{count}", found);
});

apply(asked);
prepare();
new ResizeObserver(tellHeight).observe(document.documentElement);
// An observer sleeps in a frame that is off the screen, but the host wants to make room before it comes near.
tellHeight();
