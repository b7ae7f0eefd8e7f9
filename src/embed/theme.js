// Colours, typeface and scheme that an embedding page may ask for. Colours that cannot be read are not taken.

const LEAST = 4.5;
const FONTS = {
  serif: 'Georgia, "Times New Roman", serif',
  humanist: 'Seravek, "Gill Sans", Ubuntu, Calibri, sans-serif',
  arial: "Arial, Helvetica, sans-serif",
  verdana: "Verdana, Geneva, sans-serif",
};
// What each colour stands for in the style sheet. With a background of the host's own, every surface takes it, so that
// the pairs that were checked are the only pairs there are.
const MEANINGS = {
  background: ["page", "surface", "quiet", "tint", "accent-tint", "done-tint"],
  text: ["text", "text-quiet", "line", "control", "done", "problem"],
  accent: ["action", "action-strong", "accent", "focus"],
};

// Red, green and blue from 0 to 255, out of six hex digits; null for anything else.
function channels(colour) {
  const digits = /^#?([0-9a-f]{6})$/i.exec((colour ?? "").trim())?.[1];
  return digits ? [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) : null;
}

// Relative luminance, from 0 to 1 (WCAG 2.2).
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The contrast of two colours, from 1 to 21 (WCAG 2.2).
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

// What is asked for, what it would be seen against, and whether all of it can be read. `present(name)` gives a colour
// of the style sheet as it is now.
export function weigh(asked, present) {
  const wanted = {};
  for (const name of Object.keys(MEANINGS)) if (channels(asked.get(name))) wanted[name] = `#${channels(asked.get(name)).map(hex).join("")}`;
  const surfaces = wanted.background ? [wanted.background] : MEANINGS.background.map(present).filter(channels);
  const written = [wanted.text ?? present("text"), wanted.accent ?? present("action")].filter(channels);
  const lowest = Math.min(21, ...written.flatMap((words) => surfaces.map((surface) => contrast(words, surface))));
  return { wanted, lowest, readable: lowest >= LEAST };
}

const hex = (value) => value.toString(16).padStart(2, "0");

// Applies what can be applied to the page this runs in.
export function apply(asked) {
  const style = document.documentElement.style;
  setScheme(asked.get("scheme"));
  if (Object.hasOwn(FONTS, asked.get("font") ?? "")) style.setProperty("--tuki-font", FONTS[asked.get("font")]);
  const recolour = () => colour(style, asked);
  recolour();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
}

function colour(style, asked) {
  for (const name of [...Object.values(MEANINGS).flat(), "on-action"]) style.removeProperty(`--tuki-color-${name}`);
  const computed = getComputedStyle(document.documentElement);
  const { wanted, readable } = weigh(asked, (name) => computed.getPropertyValue(`--tuki-color-${name}`));
  if (!readable) return;
  for (const [name, value] of Object.entries(wanted)) {
    for (const meaning of MEANINGS[name]) style.setProperty(`--tuki-color-${meaning}`, value);
  }
  if (!wanted.accent) return;
  const light = contrast("#ffffff", wanted.accent) >= contrast("#000000", wanted.accent);
  style.setProperty("--tuki-color-on-action", light ? "#ffffff" : "#000000");
}

// The style sheet asks the visitor's system for light or dark; a host that is always one of them decides instead.
function setScheme(scheme) {
  if (scheme !== "light" && scheme !== "dark") return;
  document.documentElement.style.colorScheme = scheme;
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.media?.mediaText.includes("prefers-color-scheme: dark")) {
        rule.media.mediaText = scheme === "dark" ? "all" : "not all";
      } else if (rule.cssRules) walk(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
}
