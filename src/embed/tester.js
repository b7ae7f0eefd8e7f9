// The page that tests a snippet: whether the host may frame, and whether height, language and colours are in order.
import { weigh } from "./theme.js";

const hosts = JSON.parse(document.getElementById("hosts").textContent);
const by = (id) => document.getElementById(id);
// As long as the element itself waits, and a little.
const PATIENCE = 10000;

function say(id, good, words = "") {
  by(id).textContent = by(id).dataset[good ? "good" : "bad"].replace("{what}", words);
  by(id).className = good ? "tuki-embed__good" : "tuki-embed__bad";
}

function origin(text) {
  try {
    return new URL(text.includes("://") ? text : `https://${text}`).origin;
  } catch {
    return "";
  }
}

// The element of a pasted snippet, rebuilt from its attributes alone: nothing pasted is run here.
function pasted() {
  const page = new DOMParser().parseFromString(by("code").value, "text/html");
  const found = page.querySelector("tuki-contacts, tuki-guide");
  if (!found) return null;
  const element = document.createElement(found.localName);
  for (const { name, value } of found.attributes) if (!name.startsWith("on") && name !== "style") element.setAttribute(name, value);
  return element;
}

function test() {
  const element = pasted();
  by("nothing").hidden = !!element;
  by("results").hidden = !element;
  if (!element) return;
  const host = origin(by("host").value);
  say("allowed", hosts.includes(host), host);
  const waited = setTimeout(() => say("height", false), PATIENCE);
  element.addEventListener("tuki-height", ({ detail }) => {
    clearTimeout(waited);
    say("height", true, String(detail));
  });
  by("preview").replaceChildren(element);
  // On a host's page the frame waits until somebody scrolls near it; a test does not wait for that.
  element.shadowRoot.querySelector("iframe").loading = "eager";
  const asked = new URLSearchParams([...element.attributes].map(({ name, value }) => [name, value]));
  const computed = getComputedStyle(document.documentElement);
  const { lowest, readable } = weigh(asked, (name) => computed.getPropertyValue(`--tuki-color-${name}`));
  say("contrast", readable, lowest.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }));
  look(element);
}

// Reads the view itself: its language, the county, and every way to reach somebody.
async function look(element) {
  const language = element.getAttribute("lang") ?? "fi";
  const code = element.getAttribute("municipality");
  const frame = element.shadowRoot.querySelector("iframe");
  try {
    const [view, contacts] = await Promise.all([page(frame.src), page(`/embed/${language}/contacts/${code ? `${code}/` : ""}`)]);
    say("language", view.documentElement.lang === language, view.documentElement.lang);
    const ways = [...contacts.querySelectorAll("section.tuki-card")].map((card) => {
      const labels = [...card.querySelectorAll(".tuki-contact__label")].map((label) => label.textContent);
      return `${card.querySelector("h2").textContent}: ${labels.join(", ")}`;
    });
    const county = contacts.querySelector("h1 + p")?.textContent ?? "";
    say("channels", code && ways.length > 0, [county, ...ways].join("\n"));
  } catch {
    say("language", false, language);
    say("channels", false);
  }
}

async function page(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

by("test").addEventListener("click", test);
