//! The staff reader clears itself when nobody uses it. The script runs in `node` with a clock that the test sets.

use std::process::Command;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/reader/idle.js");

/// What the script's surroundings are, and what happens to it: one letter for each look at the clock, `c` when it cleared.
const DAY: &str = "
    const minutes = 60000, signs = {}; let now = 0, look, told = '', cleared = 0;
    Date.now = () => now;
    globalThis.addEventListener = (sign, note) => { signs[sign] = note; };
    globalThis.setInterval = (work) => { look = work; };
    whenIdle(15, () => { cleared += 1; });
    const after = (passed) => { now += passed * minutes; const before = cleared; look(); told += cleared > before ? 'c' : '-'; };
    after(14); signs.keydown(); after(14); signs.pointerdown(); after(14); signs.touchstart(); signs.wheel();
    after(15); after(14); after(1); after(600); after(-600);
    console.log(told);
";

#[test]
fn it_clears_after_a_quarter_of_an_hour_without_a_touch_and_not_before() {
    let program = format!(
        "import {{ readFileSync }} from 'node:fs';\
         const script = readFileSync('{SCRIPT}', 'utf8');\
         const {{ whenIdle }} = await import('data:text/javascript,' + encodeURIComponent(script));{DAY}"
    );
    let output = Command::new("node").args(["--input-type=module", "--eval", &program]).output().expect("node");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "---c-ccc", "a clock that jumps clears too");
}
