// The page where a web editor makes a snippet: every choice shows at once in the preview and in the code.
import { weigh } from "./theme.js";

const places = JSON.parse(document.getElementById("places").textContent);
const by = (id) => document.getElementById(id);
const COLOURS = ["background", "text", "accent"];
let height = 0;

// Name of the element, and its attributes in the order in which the snippet shows them.
function chosen() {
  const what = by("what").value;
  const attributes = {};
  if (what === "guide") attributes.service = by("service").value;
  if (what === "search") attributes.view = "search";
  if (by("municipality").value) attributes.municipality = by("municipality").value;
  attributes.lang = by("lang").value;
  if (attributes.municipality && by("fixed").checked) attributes.fixed = "";
  for (const name of ["scheme", "font"]) if (by(name).value) attributes[name] = by(name).value;
  if (by("heading").value !== "2") attributes.heading = by("heading").value;
  if (by("own").checked) for (const name of COLOURS) attributes[name] = by(name).value.slice(1);
  return { what, name: what === "contacts" ? "tuki-contacts" : "tuki-guide", attributes };
}

// The link that stands in the element for visitors whose browser shows no frame.
function link({ what, attributes }) {
  const { [what]: place, titles } = places[attributes.lang];
  const path = typeof place === "string" ? place : place[attributes.service];
  const municipality = what === "contacts" && attributes.municipality ? `${attributes.municipality}/` : "";
  return { href: `${location.origin}${path}${municipality}`, words: titles[what] };
}

function show() {
  const choice = chosen();
  height = 0;
  const element = document.createElement(choice.name);
  for (const [name, value] of Object.entries(choice.attributes)) element.setAttribute(name, value);
  const way = document.createElement("a");
  const { href, words } = link(choice);
  way.href = href;
  way.textContent = words;
  element.append(way);
  element.addEventListener("tuki-height", ({ detail }) => {
    // The one before may still be measuring itself.
    if (!element.isConnected) return;
    height = detail;
    write(choice);
  });
  by("preview").replaceChildren(element);
  by("preview").classList.toggle("tuki-embed__preview--narrow", by("narrow").checked);
  write(choice);
  judge(choice.attributes);
  for (const [id, needed] of [["service", choice.what === "guide"], ["fixed", choice.attributes.municipality]]) by(id).disabled = !needed;
  for (const name of COLOURS) by(name).disabled = !by("own").checked;
}

const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

function write(choice) {
  const { href, words } = link(choice);
  const reserved = height ? { ...choice.attributes, height } : choice.attributes;
  const attributes = Object.entries(reserved).map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${quoted(String(value))}"`)).join("");
  by("code").value = `<script src="${location.origin}/embed/1.js" async referrerpolicy="no-referrer"></script>\n`
    + `<${choice.name}${attributes}><a href="${quoted(href)}">${quoted(words)}</a></${choice.name}>`;
  const frame = by("preview").querySelector("*")?.shadowRoot?.querySelector("iframe");
  if (!frame) return;
  by("frame").value = `<iframe src="${quoted(frame.src)}" title="${quoted(words)}" width="100%" height="${height || 700}" loading="lazy" `
    + 'referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>';
}

function judge(attributes) {
  const computed = getComputedStyle(document.documentElement);
  const { wanted, lowest, readable } = weigh(new URLSearchParams(attributes), (name) => computed.getPropertyValue(`--tuki-color-${name}`));
  const verdict = by("verdict");
  const words = verdict.dataset[readable ? "good" : "bad"].replace("{ratio}", lowest.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }));
  verdict.textContent = Object.keys(wanted).length ? words : "";
}

by("copy").addEventListener("click", async () => {
  let done = "done";
  try {
    await navigator.clipboard.writeText(by("code").value);
  } catch {
    done = "failed";
    by("code").select();
  }
  by("copied").textContent = by("copied").dataset[done];
});
for (const control of document.querySelectorAll("select, input")) control.addEventListener("change", show);
show();
