// Notices that nobody uses the page any more. The clock on the wall counts, since timers stand still while a machine sleeps.

const LOOK_EVERY = 20_000;
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"];

/** Does something each time nobody has touched the page for so many minutes. */
export function whenIdle(minutes, work) {
    let last = Date.now();
    const note = () => { last = Date.now(); };
    SIGNS.forEach((sign) => addEventListener(sign, note, { capture: true, passive: true }));
    setInterval(() => {
        if (Math.abs(Date.now() - last) < minutes * 60_000) return;
        note();
        work();
    }, LOOK_EVERY);
}
