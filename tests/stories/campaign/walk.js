// Fills a whole form inside its page, from the present step to the check page, and gives what it did.
// arguments: [texts: words for text fields in turn, turn: which choice to make, check: the heading of the check page], done
const [{ texts, turn, check }, done] = arguments;
const heading = () => document.querySelector("h1")?.innerText ?? "";
const fields = (selector) => [...document.querySelectorAll(`.tuki-step ${selector}`)].filter((field) => field.checkVisibility());
const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
const filled = new Set();
const given = [];

/** Waits for something to be there, at most five seconds. */
const until = async (there) => {
    for (const began = performance.now(); performance.now() - began < 5000; await frame()) {
        const found = there();
        if (found) return found;
    }
    return null;
};

const put = (field, words) => {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Chooses: one of each row of buttons, every second box. Choices bring questions up, so it is done twice. */
const choose = () => {
    const names = new Set(fields("input[type=radio]").map((field) => field.name));
    for (const name of names) {
        const buttons = fields(`input[type=radio][name="${CSS.escape(name)}"]`);
        buttons[turn % buttons.length].click();
    }
    fields("input[type=checkbox]").forEach((box, place) => { if (!box.checked && (place + turn) % 2 === 0) box.click(); });
};

const write = () => {
    for (const field of fields("input:not([type=radio], [type=checkbox], [role=combobox]), textarea")) {
        if (filled.has(field.id) || field.closest(".tuki-keeping")) continue;
        const words = texts[filled.size % texts.length];
        filled.add(field.id);
        given.push(words);
        put(field, words);
    }
};

/** What is no phone number or address is said to be none; then it gets one, and the rest of the words stay. */
const mend = () => {
    for (const field of fields("[aria-invalid=true]")) {
        put(field, field.type === "email" || field.inputMode === "email" ? "nimi@esimerkki.fi" : "040 123 4567");
    }
};

const submit = async () => {
    const before = heading();
    document.querySelector(".tuki-step button[type=submit]").click();
    return until(() => heading() !== before || document.querySelector("#problems, .tuki-step [aria-invalid=true]"));
};

const step = async () => {
    choose();
    await frame();
    choose();
    await frame();
    write();
    await frame();
    const before = heading();
    await submit();
    if (heading() !== before) return true;
    mend();
    await frame();
    await submit();
    return heading() !== before;
};

(async () => {
    const seen = [];
    while (heading() !== check) {
        seen.push(heading());
        if (seen.length > 60 || !(await step())) return done({ stuck: heading(), said: document.querySelector("#problems")?.innerText ?? "", seen, given });
        await frame();
    }
    done({ stuck: null, seen, given, fields: filled.size });
})().catch((error) => done({ stuck: String(error), given }));
