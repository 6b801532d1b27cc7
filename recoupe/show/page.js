"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const root = document.documentElement;
  const texts = $("#texts");
  const words = JSON.parse($("#words").textContent);
  const narrow = window.matchMedia("(max-width: 62rem)");
  const say = (key) => (words[key] || [key, key])[root.lang === "en" ? 1 : 0];
  root.classList.remove("no-js");

  /* Settings live as long as the browser lets them; a page opened as a file may not be allowed to keep any. */
  const keep = (name, value) => { try { localStorage.setItem("recoupe." + name, value); } catch { /* not kept */ } };
  const kept = (name) => { try { return localStorage.getItem("recoupe." + name); } catch { return null; } };

  /* language and theme */
  const speak = (lang) => {
    root.lang = lang;
    for (const el of $$("[data-t]")) el.textContent = say(el.dataset.t);
    for (const el of $$("[data-fr]")) el.textContent = el.dataset[lang];
    for (const el of $$("[data-attr]")) {
      const [name, key] = el.dataset.attr.split("|");
      el.setAttribute(name, say(key));
    }
    announce();
  };
  const dress = (theme) => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; };

  /* evidence: "1:10-20,30-40;2:5-9" -> Map(report number -> [[start, end]...]) */
  const parse = (text) => new Map(text.split(";").filter(Boolean).map((part) => {
    const [report, ranges] = part.split(":");
    return [report, ranges.split(",").map((r) => r.split("-").map(Number))];
  }));
  const reports = new Map($$(".report").map((el) => [el.dataset.report, el]));
  const paragraphs = new Map();
  const linesOf = (report) => {
    if (!paragraphs.has(report)) {
      paragraphs.set(report, $$("p[data-s]", reports.get(report)).map((el) => {
        const text = el.textContent;
        /* offsets are code points; only a line with characters beyond the basic plane needs them counted out */
        const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
        return { el, text, points, start: Number(el.dataset.s), length: points ? points.length : text.length };
      }));
    }
    return paragraphs.get(report);
  };
  let marked = [];
  const unmark = () => {
    for (const line of marked) { line.el.textContent = line.text; line.el.classList.remove("hit"); }
    marked = [];
  };
  const mark = (report, ranges) => {
    const merged = [];
    for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = merged[merged.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end); else merged.push([start, end]);
    }
    for (const line of linesOf(report)) {
      const inside = merged.filter(([s, e]) => s < line.start + line.length && e > line.start);
      if (!inside.length) continue;
      const cut = (from, to) => (line.points ? line.points.slice(from, to).join("") : line.text.slice(from, to));
      const pieces = [];
      let at = 0;
      for (const [s, e] of inside) {
        const from = Math.max(0, s - line.start), to = Math.min(line.length, e - line.start);
        if (from > at) pieces.push(cut(at, from));
        const el = document.createElement("mark");
        el.textContent = cut(from, to);
        pieces.push(el);
        at = to;
      }
      if (at < line.length) pieces.push(cut(at));
      line.el.replaceChildren(...pieces);
      line.el.classList.add("hit");
      marked.push(line);
    }
  };

  let chosen = null, shown = [], focusedLine = null;
  const announce = () => {
    $("#shown").textContent = shown.length ? say("shown") + shown.map((r) => reports.get(r).dataset.label).join(" ; ") : "";
  };
  const open = (numbers) => {
    for (const [number, el] of reports) el.classList.toggle("open", numbers.includes(number));
    for (const tab of $$("[data-tab]")) tab.setAttribute("aria-pressed", String(numbers.includes(tab.dataset.tab)));
  };
  const excerpts = (on) => {
    texts.classList.toggle("excerpts", on);
    $("#whole").setAttribute("aria-pressed", String(!on));
  };
  const intoView = () => {
    const panel = $(".reports");
    panel.scrollTop = 0;
    for (const number of shown) {
      const el = reports.get(number), first = $("mark", el), body = $(".body", el);
      if (!first) continue;
      const gap = Math.min(72, body.clientHeight / 4);
      body.scrollTop += first.getBoundingClientRect().top - body.getBoundingClientRect().top - gap;
    }
    const first = $("mark", panel);
    if (first && panel.scrollHeight > panel.clientHeight) {
      const box = panel.getBoundingClientRect(), top = first.getBoundingClientRect().top;
      if (top > box.bottom - 40 || top < box.top) panel.scrollTop += top - box.top - 64;
    }
  };
  /* next and previous evidence: the pieces of a mark that a line break cuts are one stop each */
  let place = 0;
  const walk = (by) => {
    const marks = $$("mark", texts);
    $("#walk").hidden = marks.length < 2;
    if (!marks.length) return;
    place = by ? (place + by + marks.length) % marks.length : 0;
    marks.forEach((el, i) => el.classList.toggle("here", i === place && marks.length > 1));
    $("#place").textContent = `${place + 1} / ${marks.length}`;
    if (!by) return;
    const el = marks[place], report = el.closest(".report");
    if (!report.classList.contains("open")) open(shown);
    el.scrollIntoView({ block: "center" });
  };
  const choose = (button, { hash = true } = {}) => {
    const evidence = parse(button.dataset.ev);
    unmark();
    chosen?.classList.remove("chosen");
    $$('[aria-current="true"]').forEach((el) => el.removeAttribute("aria-current"));
    if (!evidence.size) return;
    chosen = button.classList.contains("quote") ? button : button.closest(".matter, .actor, .copy, li") || button;
    chosen.classList.add("chosen");
    button.setAttribute("aria-current", "true");
    focusedLine = button;
    for (const [report, ranges] of evidence) mark(report, ranges);
    shown = [...evidence.keys()];
    texts.classList.add("has-marks");
    texts.classList.toggle("sheet", narrow.matches);
    document.body.classList.toggle("with-sheet", narrow.matches);
    open(shown);
    $("#whole").hidden = false;
    excerpts(narrow.matches || shown.length > 2);
    intoView();
    walk(0);
    announce();
    if (narrow.matches) {
      const top = button.getBoundingClientRect().top, head = $(".top").offsetHeight + 8;
      if (top < head || top > window.innerHeight * 0.38) window.scrollBy({ top: top - head - 8, behavior: "auto" });
    }
    const anchor = button.closest("[id]");
    if (hash && anchor) { try { history.replaceState(null, "", "#" + anchor.id); } catch { /* not allowed here */ } }
  };
  const leave = () => {
    const had = shown.length;
    unmark();
    chosen?.classList.remove("chosen");
    $$('[aria-current="true"]').forEach((el) => el.removeAttribute("aria-current"));
    texts.classList.remove("has-marks", "sheet", "excerpts");
    document.body.classList.remove("with-sheet");
    $("#whole").hidden = $("#walk").hidden = true;
    if (had) open(shown.slice(0, 1));
    shown = [];
    chosen = null;
    $("#shown").textContent = had ? say("shown.none") : "";
    if (focusedLine) { focusedLine.focus({ preventScroll: false }); focusedLine = null; }
  };

  /* Anywhere on a line counts as the line, but not its other buttons, nor words being selected. */
  $("#main").addEventListener("click", (event) => {
    const button = event.target.closest("[data-ev]");
    if (button) { choose(button); return; }
    if (event.target.closest("a, button, summary, input, select, details.stances") || String(getSelection())) return;
    const line = event.target.closest(".matter, .actor, .copy")?.querySelector(".line");
    if (line) choose(line);
  });
  $("#back").addEventListener("click", leave);
  $("#next").addEventListener("click", () => walk(1));
  $("#previous").addEventListener("click", () => walk(-1));
  $("#whole").addEventListener("click", () => { excerpts(!texts.classList.contains("excerpts")); intoView(); });
  for (const tab of $$("[data-tab]")) tab.addEventListener("click", () => {
    open([tab.dataset.tab]);
    if (!$("mark", reports.get(tab.dataset.tab))) excerpts(false);
    intoView();
  });
  if (reports.size > 6) texts.classList.add("many");

  /* keyboard */
  const visibleLines = () => $$(".line").filter((el) => el.offsetParent !== null && el.getClientRects().length);
  const step = (by) => {
    const lines = visibleLines();
    const here = document.activeElement?.closest?.("[data-ev]") || focusedLine;
    let index = lines.indexOf(here);
    if (index < 0 && here) index = lines.findIndex((el) => here.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) - (by > 0 ? 1 : 0);
    const next = lines[Math.max(0, Math.min(lines.length - 1, index + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
    if (next) { const box = next.getBoundingClientRect(), head = $(".top").offsetHeight; if (box.top < head) window.scrollBy(0, box.top - head - 8); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      if (typing && typing.value && typing.id === "find") { typing.value = ""; filter(); return; }
      leave();
      return;
    }
    if (typing) return;
    const onLine = event.target.closest("[data-ev]");
    if (event.key === "j" || (event.key === "ArrowDown" && onLine)) { step(1); event.preventDefault(); }
    else if (event.key === "k" || (event.key === "ArrowUp" && onLine)) { step(-1); event.preventDefault(); }
    else if (event.key === "n" && shown.length) walk(1);
    else if (event.key === "p" && shown.length) walk(-1);
    else if (event.key === "/") { $("#find").focus(); event.preventDefault(); }
  });

  /* filter */
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’ʼ]/g, "'").toLowerCase();
  const items = $$("[data-item]").map((el) => ({ el, text: null, r: ` ${el.dataset.r} `, a: ` ${el.dataset.a} `, g: el.dataset.g }));
  const filter = () => {
    const needle = fold($("#find").value.trim()), actor = $("#by-actor").value, report = $("#by-report").value;
    const chips = $$('[data-chip][aria-pressed="true"]').map((el) => el.dataset.chip);
    const active = Boolean(needle || actor || report || chips.length);
    let left = 0;
    for (const item of items) {
      if (needle && item.text === null) item.text = fold(item.el.closest(".speech") ? item.el.textContent + " " + $("h3", item.el.closest(".speech")).textContent : item.el.textContent);
      const fits = (!needle || item.text.includes(needle)) && (!actor || item.a.includes(` ${actor} `)) &&
        (!report || item.r.includes(` ${report} `)) && (!chips.length || chips.includes(item.g));
      item.el.hidden = !fits;
      left += fits;
    }
    for (const group of $$("[data-group]")) {
      const inside = $$("[data-item]", group);
      group.hidden = active && inside.length > 0 && inside.every((el) => el.hidden);
    }
    for (const fold of $$("details.fold, details.more")) {
      if (active && !fold.dataset.before) fold.dataset.before = fold.open ? "open" : "shut";
      if (active) fold.open = Boolean($("[data-item]:not([hidden])", fold));
      else if (fold.dataset.before) { fold.open = fold.dataset.before === "open"; delete fold.dataset.before; }
    }
    $("#none").hidden = left > 0 || !active;
    $("#clear").hidden = !active;
  };
  let waiting = 0;
  $("#find").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 90); });
  for (const id of ["#by-actor", "#by-report"]) $(id).addEventListener("change", filter);
  for (const chip of $$("[data-chip]")) chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
    filter();
  });
  $("#clear").addEventListener("click", () => {
    $("#find").value = $("#by-actor").value = $("#by-report").value = "";
    $$("[data-chip]").forEach((el) => el.setAttribute("aria-pressed", "false"));
    filter();
    $("#find").focus();
  });
  $(".filter").addEventListener("submit", (event) => { event.preventDefault(); filter(); });

  /* tools */
  $("#language").addEventListener("click", () => {
    const lang = root.lang === "en" ? "fr" : "en";
    for (const item of items) item.text = null;
    speak(lang);
    keep("lang", lang);
  });
  $("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    dress(dark ? "light" : "dark");
    keep("theme", root.dataset.theme);
  });
  $("#print").addEventListener("click", () => window.print());

  /* print: everything open; afterwards as it was */
  const opened = [];
  const unfold = () => { for (const el of $$("details:not([open])")) { el.open = true; opened.push(el); } };
  const refold = () => { for (const el of opened.splice(0)) el.open = false; };
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", refold);
  window.matchMedia("print").addEventListener("change", (event) => (event.matches ? unfold() : refold()));

  /* a sheet is for narrow screens only */
  narrow.addEventListener("change", () => {
    texts.classList.toggle("sheet", narrow.matches && shown.length > 0);
    document.body.classList.toggle("with-sheet", narrow.matches && shown.length > 0);
  });

  /* deep links */
  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let el = target; el; el = el.parentElement?.closest("details")) if (el.tagName === "DETAILS") el.open = true;
    const item = target.closest("[data-item]");
    const line = item ? $("[data-ev]", item) : null;
    if (line) { choose(line, { hash: false }); focusedLine = line; }
    target.scrollIntoView({ block: "start" });
  };
  window.addEventListener("hashchange", follow);
  const lang = kept("lang");
  if (lang && lang !== root.lang && (lang === "fr" || lang === "en")) speak(lang);
  dress(kept("theme"));
  follow();
})();
