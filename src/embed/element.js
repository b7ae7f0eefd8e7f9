// Tukipolku on other people's pages: <tuki-contacts> and <tuki-guide>. Served as /embed/1.js, the same name for ever.
// Each element holds a frame that can neither store anything nor see the page around it. All that comes out of the
// frame is its height, in steps of 50 pixels; nothing is sent into it. The page gains no style and no global name.
(() => {
  const TITLES = "the build puts the titles of frames here";
  const PASSED = ["accent", "background", "text", "font", "scheme", "heading", "sections", "fixed"];
  const WATCHED = ["municipality", "service", "view", "lang", "height", ...PASSED];
  // How long a loaded frame may stay silent before its link comes back, in milliseconds.
  const PATIENCE = 8000;
  // Important rules of a shadow tree win over important rules of the page: `* { all: unset !important }` does no harm.
  const STYLE = `
    :host { display: block !important; zoom: 1 !important; height: auto !important }
    div { position: relative; min-height: 150px }
    iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100%; border: 0; visibility: hidden }
    .ready iframe { position: static; display: block; visibility: visible }
    .ready slot { display: none }`;

  const script = document.currentScript ?? document.querySelector('script[src$="/embed/1.js"]');
  if (!script || !window.customElements) return;
  const site = new URL(script.src).origin;

  class View extends HTMLElement {
    static get observedAttributes() {
      return WATCHED;
    }

    connectedCallback() {
      this.box ??= this.furnish();
      this.show();
    }

    disconnectedCallback() {
      this.clear?.();
    }

    // A changed attribute means another frame. Several changes at once make one.
    attributeChangedCallback() {
      if (!this.clear || this.waiting) return;
      this.waiting = true;
      queueMicrotask(() => {
        this.waiting = false;
        if (this.isConnected) this.show();
      });
    }

    furnish() {
      const root = this.attachShadow({ mode: "open" });
      const box = document.createElement("div");
      box.append(document.createElement("slot"));
      root.append(box);
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        root.adoptedStyleSheets = [sheet];
      } catch {
        const style = document.createElement("style");
        style.textContent = STYLE;
        root.append(style);
      }
      return box;
    }

    show() {
      this.clear?.();
      const frame = this.frame();
      let timer;
      const hear = ({ source, data }) => {
        const height = typeof data?.tukiHeight === "number" ? data.tukiHeight : NaN;
        // The origin of the frame reads "null", so its window is what is checked.
        if (source !== frame.contentWindow || !Number.isInteger(height / 50) || height < 50 || height > 50000) return;
        clearTimeout(timer);
        frame.style.height = `${height}px`;
        this.box.className = "ready";
        this.dispatchEvent(new CustomEvent("tuki-height", { detail: height }));
      };
      this.clear = () => {
        clearTimeout(timer);
        window.removeEventListener("message", hear);
        frame.remove();
        this.box.className = "";
      };
      window.addEventListener("message", hear);
      frame.addEventListener("load", () => {
        if (this.box.className || timer) return;
        timer = setTimeout(() => {
          this.clear();
          this.box.style.minHeight = 0;
        }, PATIENCE);
      });
      this.box.style.minHeight = `${Math.min(Math.max(parseInt(this.getAttribute("height")) || 0, 150), 5000)}px`;
      this.box.append(frame);
    }

    frame() {
      const frame = document.createElement("iframe");
      const language = this.language();
      const [kind, path] = this.place();
      const address = new URL(`/embed/${language}/${path}`, site);
      const municipality = this.code();
      if (municipality) address.searchParams.set("kunta", municipality);
      for (const name of PASSED) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.setAttribute("loading", "lazy");
      frame.title = TITLES[language][kind];
      frame.src = address;
      return frame;
    }

    language() {
      const asked = (this.closest("[lang]")?.lang ?? "").slice(0, 2).toLowerCase();
      return TITLES[asked] ? asked : "fi";
    }

    code() {
      return /^\d{3}$/.exec(this.getAttribute("municipality"))?.[0];
    }
  }

  class Contacts extends View {
    place() {
      const municipality = this.code();
      return ["contacts", municipality ? `contacts/${municipality}/` : "contacts/"];
    }
  }

  class Guide extends View {
    place() {
      const service = /^[a-z-]{1,60}$/.exec(this.getAttribute("service") ?? "")?.[0];
      if (service) return ["guide", `guide/${service}/`];
      const view = this.getAttribute("view") === "search" ? "search" : "start";
      return [view, `${view}/`];
    }
  }

  // The script may stand on a page twice.
  const define = (name, element) => customElements.get(name) || customElements.define(name, element);
  define("tuki-contacts", Contacts);
  define("tuki-guide", Guide);
})();
