// The page's part of the search. What is typed stays in the field: it is in no address, no storage, no request and no log.

// The address of the index that is open. Another language's page brings another.
let opened = "";

async function fetchChecked(address, integrity) {
  const answer = await fetch(address, { integrity, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

// Fetches the program and the index of this page's language, both checked against the build.
async function ready({ index, indexIntegrity }) {
  const program = fetchChecked(new URL("FINDER_WASM", import.meta.url), "FINDER_INTEGRITY");
  const [text] = await Promise.all([
    opened === index ? null : fetchChecked(index, indexIntegrity).then((answer) => answer.text()),
    __wbg_init({ module_or_path: program }),
  ]);
  if (text !== null && !open(text)) throw new Error(`${index} is no index`);
  opened = index;
}

// Takes over a search field: from now on every letter is answered.
export async function attend(finder) {
  await ready(finder.dataset);
  const field = finder.querySelector("input");
  const list = finder.querySelector("[data-results]");
  field.addEventListener("input", () => show(finder, field.value));
  finder.addEventListener("keydown", (event) => move(event, field, list));
  show(finder, field.value);
}

function show(finder, typed) {
  const lines = find(typed).split("\n").filter(Boolean);
  const asked = typed.trim() !== "";
  const list = finder.querySelector("[data-results]");
  list.replaceChildren(...lines.map((line) => result(finder, line.split("\t"))));
  const nothing = finder.querySelector("[data-nothing]");
  nothing.hidden = !asked || lines.length > 0;
  const { one, other } = finder.dataset;
  const count = (lines.length === 1 ? one : other).replace("{count}", lines.length);
  const said = lines.length ? count : nothing.querySelector("h2").textContent;
  finder.querySelector("[role=status]").textContent = asked ? said : "";
}

function result(finder, [address, title, summary, place, word]) {
  const item = finder.querySelector("template").content.cloneNode(true);
  const link = item.querySelector("a");
  link.href = address;
  link.textContent = title;
  const [about, why] = item.querySelectorAll("p");
  about.textContent = summary;
  why.textContent = finder.dataset[place].replace("{word}", word);
  return item;
}

// Enter and the arrows lead into the results and through them; Escape leads back, and then empties the field.
function move(event, field, list) {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0, Enter: at === 0 ? 1 : -1 };
  const next = stops[steps[event.key]];
  if (at < 0 || !next) return;
  event.preventDefault();
  if (next === field && at === 0) {
    field.value = "";
    field.dispatchEvent(new Event("input"));
  }
  next.focus();
}
