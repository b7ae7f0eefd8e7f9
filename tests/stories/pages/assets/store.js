// Keeps a text in IndexedDB at each keystroke, in transactions that must be on disk before they are complete.
const words = document.getElementById("words");
const state = document.getElementById("state");

const database = new Promise((resolve, reject) => {
  const opening = indexedDB.open("proof", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("slots");
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
});

async function keep() {
  const text = words.value;
  const transaction = (await database).transaction("slots", "readwrite", { durability: "strict" });
  transaction.objectStore("slots").put(text, "a");
  transaction.oncomplete = () => { state.textContent = `Kept ${text.length} characters, ${transaction.durability}.`; };
}

const reading = (await database).transaction("slots").objectStore("slots").get("a");
reading.onsuccess = () => {
  words.value = reading.result ?? "";
  state.textContent = reading.result === undefined ? "Nothing is kept." : `Found: ${reading.result}`;
};
words.addEventListener("input", keep);
document.getElementById("forget").addEventListener("click", async () => {
  (await database).close();
  const answer = await fetch("/forget", { method: "POST" });
  state.textContent = `Forgotten: ${answer.status}`;
});
