// What the policy forbids, each with the directive that has to stop it. A script of the page itself: a driver's own scripts may do
// what pages may not, and so may what they import.

const STRANGER = "http://stranger.example";
const add = (name, fields) => document.body.appendChild(Object.assign(document.createElement(name), fields));
const ran = "window.ran = 1";

const ACTS = [
  ["script-src-elem", () => add("script", { textContent: ran })],
  ["script-src-elem", () => add("script", { src: `${STRANGER}/x.js` })],
  ["script-src-elem", () => add("script", { src: `data:text/javascript,${ran}` })],
  ["script-src-attr", () => add("div", { innerHTML: `<b onclick="${ran}">x</b>` }).firstChild.click()],
  ["script-src", () => eval(ran)],
  ["script-src", () => new Function(ran)()],
  ["script-src", () => setTimeout(ran)],
  ["script-src-elem", () => add("a", { href: `javascript:${ran}` }).click()],
  ["style-src-elem", () => add("style", { textContent: "main { display: none }" })],
  ["style-src-attr", () => add("p", { innerHTML: '<b style="color: red">x</b>' })],
  ["img-src", () => add("img", { src: `${STRANGER}/x.png` })],
  ["connect-src", () => fetch(`${STRANGER}/words`).catch(() => {})],
  ["connect-src", () => new WebSocket("ws://stranger.example/")],
  ["frame-src", () => add("iframe", { src: `${STRANGER}/` })],
  ["object-src", () => add("object", { data: `${STRANGER}/x.swf`, type: "text/html" })],
  ["form-action", () => add("form", { action: `${STRANGER}/`, method: "post" }).submit()],
  ["base-uri", () => add("base", { href: `${STRANGER}/` })],
  ["worker-src", () => new Worker(URL.createObjectURL(new Blob(["1"])))],
];

/** Does one act, and tells which directives were said to be broken within two seconds. */
const attempt = (place) =>
  new Promise((done) => {
    const [wanted, act] = ACTS[place];
    const said = [];
    window.ran = 0;
    const end = () => done({ wanted, act: String(act), said, ran: window.ran, base: document.baseURI });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      said.push(effectiveDirective);
      if (effectiveDirective === wanted) setTimeout(end, 30);
    });
    // Away from the driver that asked.
    setTimeout(() => {
      try {
        act();
      } catch {
        // What is refused at once is refused.
      }
    });
    setTimeout(end, 2000);
  });

window.acts = { count: ACTS.length, attempt };
