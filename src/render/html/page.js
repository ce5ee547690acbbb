"use strict";
// Searches, filters and sorts the facts that stand on the page. It fetches nothing, makes no text of its own but counts, and keeps what
// was asked for in the address after `#`, so that a view can be sent as a link to the same file.
(() => {
  const $ = (id) => document.getElementById(id);
  const tools = $("tools"), nothing = $("nothing"), count = $("count"), clear = $("clear"), unfold = $("unfold"), theme = $("theme");
  const fields = ["q", "verdict", "measure", "source", "sort"];
  const sections = [...document.querySelectorAll("main > section")].filter((section) => section.querySelector(".list"));
  const cards = [...document.querySelectorAll("article.fact")].map((card) => ({
    card, list: card.parentElement, data: card.dataset, text: null, sources: null,
  }));

  // The words of a card, read when first searched for.
  const text = (entry) => (entry.text ??= plain(entry.card.textContent));
  const plain = (words) => words.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ");
  const has = (entry, source) => (entry.sources ??= new Set((entry.data.sources || "").split(" "))).has(source);

  const number = (value) => (value === undefined || value === "" ? -1 : Number(value));
  const label = (entry) => (entry.label ??= entry.card.querySelector("h3").textContent);
  const { compare } = new Intl.Collator("en");
  const orders = {
    "": (a, b) => a.rank - b.rank,
    articles: (a, b) => b.articles - a.articles || a.rank - b.rank,
    newest: (a, b) => b.day - a.day || a.rank - b.rank,
    label: (a, b) => compare(label(a), label(b)) || a.rank - b.rank,
  };
  for (const entry of cards) for (const key of ["rank", "articles", "day"]) entry[key] = number(entry.data[key]);
  const lists = new Map();
  for (const entry of cards.filter((entry) => entry.rank >= 0)) {
    if (!lists.has(entry.list)) lists.set(entry.list, []);
    lists.get(entry.list).push(entry);
  }
  let sorted = "";

  const sort = (by) => {
    if (by === sorted) return;
    sorted = by;
    for (const [list, entries] of lists) {
      // Out of the page while it is put in order: so it is laid out once.
      const mark = document.createComment("");
      list.replaceWith(mark);
      list.append(...entries.sort(orders[by]).map((entry) => entry.card));
      mark.replaceWith(list);
    }
  };

  const show = () => {
    const asked = Object.fromEntries(fields.map((field) => [field, $(field).value]));
    const words = plain(asked.q).split(" ").filter(Boolean);
    sort(asked.sort in orders ? asked.sort : "");
    let shown = 0;
    for (const entry of cards) {
      const { data } = entry;
      const fits = (!asked.verdict || data.verdict === asked.verdict)
        && (!asked.measure || data.measure === asked.measure)
        && (!asked.source || has(entry, asked.source))
        && words.every((word) => text(entry).includes(word));
      entry.card.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const filtered = Boolean(words.length || asked.verdict || asked.measure || asked.source);
    for (const section of sections) section.hidden = filtered && !section.querySelector("article.fact:not([hidden])");
    for (const id of ["changed", "left"]) if ($(id)) $(id).hidden = filtered;
    const form = (value) => value.toLocaleString("en");
    count.textContent = filtered ? `${form(shown)} of ${form(cards.length)} shown` : `${form(cards.length)} shown`;
    nothing.hidden = shown > 0 || !filtered;
    clear.hidden = !filtered;
  };

  const keep = () => {
    const state = new URLSearchParams();
    for (const field of fields) if ($(field).value) state.set(field, $(field).value);
    const hash = state.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
  };

  // `#q=fire&verdict=conflict` is a view; `#f_51cc…` is a place, which must be seen.
  const read = () => {
    const hash = location.hash.slice(1);
    const place = hash && !hash.includes("=") ? $(decodeURIComponent(hash)) : null;
    const state = new URLSearchParams(place || !hash.includes("=") ? "" : hash);
    for (const field of fields) {
      $(field).value = state.get(field) ?? "";
      if ($(field).value !== (state.get(field) ?? "")) $(field).value = "";
    }
    show();
    if (place?.matches("article.fact")) {
      const details = place.querySelector("details");
      if (details) details.open = true;
      place.scrollIntoView();
      // What lies above is laid out only now, and may be higher than was thought.
      requestAnimationFrame(() => requestAnimationFrame(() => place.scrollIntoView()));
    }
  };

  const wipe = () => {
    for (const field of fields) if (field !== "sort") $(field).value = "";
    keep();
    show();
    $("q").focus();
  };

  let waiting = 0;
  tools.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { keep(); show(); }, event.target.id === "q" && cards.length > 1000 ? 150 : 0);
  });
  tools.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", wipe);
  $("clear-too").addEventListener("click", wipe);
  addEventListener("hashchange", read);

  const fold = (open) => {
    for (const { card } of cards) {
      const details = card.hidden ? null : card.querySelector("details");
      if (details) details.open = open;
    }
    unfold.textContent = open ? "Close all" : "Open all";
    unfold.setAttribute("aria-pressed", String(open));
  };
  unfold.addEventListener("click", () => fold(unfold.getAttribute("aria-pressed") !== "true"));

  // The next or the one before of the facts that are shown, seen from the one that has the focus, or that is uppermost.
  const step = (by) => {
    const shown = cards.map((entry) => entry.card).filter((card) => !card.hidden);
    shown.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const here = document.activeElement?.closest?.("article.fact");
    const at = here ? shown.indexOf(here) + by : 0;
    const target = shown[at]?.querySelector("summary, a, h3");
    if (!target) return;
    if (!target.matches("summary, a")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "Escape" && typing?.id === "q" && typing.value) {
      event.preventDefault();
      typing.value = "";
      keep();
      show();
    } else if (!typing && event.key === "/") {
      event.preventDefault();
      $("q").focus();
      $("q").select();
    } else if (!typing && (event.key === "j" || event.key === "k")) {
      step(event.key === "j" ? 1 : -1);
    }
  });

  // Light or dark: as the system says, until somebody chooses. A browser that keeps nothing for files forgets it, and nothing else.
  const stored = (value) => {
    try {
      return value === undefined ? localStorage.getItem("crosscheck-theme") : localStorage.setItem("crosscheck-theme", value);
    } catch {
      return null;
    }
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const paint = (value) => {
    if (value === "dark" || value === "light") document.documentElement.dataset.theme = value;
    theme.textContent = dark() ? "Light" : "Dark";
    theme.setAttribute("aria-label", dark() ? "Switch to light colours" : "Switch to dark colours");
  };
  theme.addEventListener("click", () => { const next = dark() ? "light" : "dark"; stored(next); paint(next); });
  system.addEventListener("change", () => paint());

  // What is folded away must not be missing on paper.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article.fact:not([hidden]) details:not([open]):not(.why)")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });

  theme.hidden = false;
  tools.hidden = false;
  paint(stored());
  read();
})();
