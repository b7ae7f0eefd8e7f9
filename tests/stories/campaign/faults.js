// Harms the kept draft in the way that is named, as bad luck would: arguments [fault, chance], done.
const [fault, chance, done] = arguments;
const open = indexedDB.open("app");
open.onsuccess = () => {
    const change = open.result.transaction("s", "readwrite");
    const store = change.objectStore("s");
    const rows = [];
    store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (cursor) {
            rows.push([cursor.key, cursor.value]);
            return cursor.continue();
        }
        rows.sort(([, one], [, other]) => other.v - one.v);
        const harmed = fault === "both" ? rows : rows.slice(0, 1);
        for (const [key, row] of harmed) {
            const at = chance % row.d.length;
            if (fault === "gone") { store.delete(key); continue; }
            if (fault === "flipped" || fault === "both") row.d[at] ^= 1 << (chance % 8);
            if (fault === "cut") row.d = row.d.slice(0, at);
            store.put(row, key);
        }
    };
    change.oncomplete = () => { open.result.close(); done(rows.length); };
};
