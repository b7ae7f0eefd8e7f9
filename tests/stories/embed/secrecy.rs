//! What passes between the frame and its host, and what does not.

use serde_json::json;
use tukipolku::domain::Language;

use super::{choose, enter, height, leave};
use crate::harness::{Stage, Told};
use crate::words::Words;

/// Everything a page may hear of a frame: messages, loads, resources, history, address, windows inside, size.
const HEARD: &str = "
    const frame = document.querySelector('tuki-contacts').shadowRoot.querySelector('iframe');
    return JSON.stringify([heard.loads, performance.getEntriesByType('resource').map((entry) => entry.name).sort(),
        history.length, location.href, frame.contentWindow.length, frame.src, frame.name, frame.title, frame.clientHeight % 50]);";

/// A visitor chooses, reads and changes the language; the host that listens to everything has heard heights.
pub async fn listening(stage: &mut Stage) -> Told {
    let (fi, en) = (Words::of(Language::Fi), Words::of(Language::En));
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    height(stage, "tuki-contacts").await?;
    let listen = "
        const frame = document.querySelector('tuki-contacts').shadowRoot.querySelector('iframe');
        frame.addEventListener('load', () => { heard.loads += 1; });";
    stage.browser.script(listen, vec![]).await?;
    let before = stage.browser.script(HEARD, vec![]).await?;
    let asked_before = stage.proxy.requests().len();
    enter(stage, "tuki-contacts").await?;
    choose(stage, &fi, "Kuopio").await?;
    stage.browser.press_until("link", "English", en.get("embed.contacts.change")).await?;
    stage.browser.press_until("link", en.get("embed.contacts.services"), en.get("embed.search.label")).await?;
    stage.browser.by_label(en.get("embed.search.label")).await?.click().await?;
    stage.browser.type_into(en.get("embed.search.label"), "violence").await?;
    assert_keeps_nothing(stage).await?;
    leave(stage).await?;
    assert_eq!(stage.browser.script(HEARD, vec![]).await?, before);
    let only_heights = "
        const heights = heard.messages.map((message) => JSON.parse(message));
        return heights.length > 1 && heights.every((message) => Object.keys(message).join() === 'tukiHeight'
            && Number.isInteger(message.tukiHeight / 50))";
    let messages = stage.browser.script("return heard.messages.join()", vec![]).await?;
    assert_eq!(stage.browser.script(only_heights, vec![]).await?, true, "{messages}");
    assert_asked_only_the_site(stage, asked_before);
    Ok(())
}

/// Inside the frame there is no cookie, and every store refuses.
async fn assert_keeps_nothing(stage: &Stage) -> Told {
    let stores = "
        const attempt = (act) => { try { return String(act() ?? ''); } catch (error) { return error.name; } };
        return [attempt(() => document.cookie), attempt(() => localStorage.length), attempt(() => sessionStorage.length),
            attempt(() => indexedDB.open('a') && 'asked'), document.referrer]";
    let found = stage.browser.script(stores, vec![]).await?;
    for (at, allowed) in
        [(0, ["", "SecurityError"]), (1, ["SecurityError"; 2]), (2, ["SecurityError"; 2]), (4, ["", ""])]
    {
        assert!(allowed.iter().any(|allowed| found[at] == *allowed), "{found}");
    }
    Ok(())
}

/// What the frame asked for went to its own site, without cookie and without referrer.
fn assert_asked_only_the_site(stage: &Stage, from: usize) {
    let requests = stage.proxy.requests();
    let by_frame: Vec<_> = requests[from..].iter().filter(|request| !request.url.contains("favicon")).collect();
    let views = by_frame.iter().filter(|request| request.url.contains("/embed/")).count();
    assert!(views >= 3, "three views were fetched: {by_frame:?}");
    let ours: Vec<_> = by_frame.iter().filter(|request| request.url.starts_with(&stage.site.origin)).collect();
    assert!(!ours.is_empty());
    for request in ours {
        let head = request.head.to_lowercase();
        assert!(!head.contains("\ncookie:") && !head.contains("\nreferer:"), "{}", request.head);
    }
}

/// Ten thousand messages with shapes like ours and unlike ours.
const FALSE: &str = "
    let seed = 20261122;
    const draw = (most) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most; };
    const odd = [null, undefined, NaN, -50, 0, 49, 75, 1e9, Infinity, '100', '<img src=x onerror=alert(1)>', true, [], {},
        { tukiHeight: -50 }, { tukiHeight: '200' }, { tukiHeight: 1e9 }, { tukiHeight: 75.5 }, { tukiHeight: [100] },
        { tukiHeight: { valueOf: 100 } }, { tukiHeight: NaN }, { type: 'height' }, 'javascript:alert(1)', new Uint8Array(64)];
    const any = () => (draw(3) === 0 ? { tukiHeight: 50 * draw(2000) + arguments[0], view: '/embed/fi/start/' } : odd[draw(odd.length)]);
    for (let at = 0; at < 10000; at += 1) arguments[1](any());";

/// Neither the host can move the frame by messages, nor anybody but the frame the host's element; and out of the frame
/// only sound heights count.
pub async fn false_messages(stage: &mut Stage) -> Told {
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    let before = height(stage, "tuki-contacts").await?;
    let inside = "return document.documentElement.outerHTML.replace(/<script src=.[^>]*__listener[^>]*><.script>/, '')";
    enter(stage, "tuki-contacts").await?;
    let view = stage.browser.script(inside, vec![]).await?;
    leave(stage).await?;
    // To the frame; to the host from itself; to the host from another frame of its own.
    send(stage, "document.querySelector('tuki-contacts').shadowRoot.querySelector('iframe').contentWindow", "window")
        .await?;
    send(stage, "window", "window").await?;
    let other = "const other = document.createElement('iframe'); other.id = 'other'; other.hidden = true; document.body.append(other)";
    stage.browser.script(other, vec![]).await?;
    send(stage, "window", "document.getElementById('other').contentWindow").await?;
    assert_eq!(height(stage, "tuki-contacts").await?, before);
    enter(stage, "tuki-contacts").await?;
    assert_eq!(stage.browser.script(inside, vec![]).await?, view);
    // Out of the frame itself, heights that cannot be: between two steps of 50 pixels.
    stage
        .browser
        .script(
            &format!("const send = (data) => parent.postMessage(data, '*'); (function () {{ {FALSE} }})(25, send)"),
            vec![],
        )
        .await?;
    leave(stage).await?;
    settle(stage).await?;
    assert_eq!(height(stage, "tuki-contacts").await?, before);
    Ok(())
}

async fn send(stage: &Stage, to: &str, from: &str) -> Told {
    let script = format!(
        "const target = {to};
         const post = ({from}).eval?.('(target, data) => target.postMessage(data, \"*\")') ?? ((target, data) => target.postMessage(data, '*'));
         (function () {{ {FALSE} }})(0, (data) => post(target, data))"
    );
    stage.browser.script(&script, vec![]).await?;
    settle(stage).await
}

/// A message of our own at the end of the line: when it has been heard, all before it have been.
async fn settle(stage: &Stage) -> Told {
    let wait = "
        const done = arguments[arguments.length - 1];
        const mark = String(Math.random());
        addEventListener('message', function hear({ data }) {
            if (data !== mark) return;
            removeEventListener('message', hear);
            done(true);
        });
        window.postMessage(mark, '*');";
    assert_eq!(stage.browser.script_async(wait, vec![]).await?, json!(true));
    Ok(())
}
