// Tells the test server of everything a visitor's browser would only whisper to its console.
(() => {
  const tell = (kind, text) => {
    const body = JSON.stringify({ kind, text: String(text), page: location.pathname });
    fetch("/__complaints", { method: "POST", mode: "no-cors", keepalive: true, body }).catch(() => {});
  };
  addEventListener("error", (event) => {
    if (event.target !== window && event.target.tagName) tell("missing", event.target.src || event.target.href);
    else tell("error", `${event.message} ${event.filename}:${event.lineno}`);
  }, true);
  addEventListener("unhandledrejection", (event) => tell("rejection", `${event.reason} ${event.reason?.stack ?? ""}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    tell("policy", `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  // Nothing of ours opens a dialog, so one that is opened was written by somebody else.
  for (const dialog of ["alert", "confirm", "prompt"]) window[dialog] = (words) => tell("executed", words);
  const said = console.error;
  console.error = (...words) => { tell("console", words.join(" ")); said.apply(console, words); };
})();
