// Fills the site's share of the disk to the brim, in ever smaller pieces, and tells how many went in. A script of the page itself:
// Firefox does not store what a driver's script has made.
const opened = () =>
  new Promise((done) => {
    const open = indexedDB.open("filler");
    open.onupgradeneeded = () => open.result.createObjectStore("s", { autoIncrement: true });
    open.onsuccess = () => done(open.result);
  });

// Whether it went in. Nothing that could be packed smaller.
const stored = (filler, size) =>
  new Promise((done) => {
    const change = filler.transaction("s", "readwrite", { durability: "relaxed" });
    const piece = new Uint8Array(size);
    for (let at = 0; at < size; at += 65536) crypto.getRandomValues(piece.subarray(at, at + 65536));
    change.objectStore("s").add(piece);
    change.oncomplete = () => done(true);
    change.onabort = () => done(false);
  });

async function fill() {
  let pieces = 0;
  for (const size of [1 << 20, 1 << 16, 1 << 12]) {
    // A refusal for want of room closes Firefox's database for changes.
    const filler = await opened();
    while (await stored(filler, size)) pieces += 1;
    filler.close();
  }
  return pieces;
}

window.filled = fill();
