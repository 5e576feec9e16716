"use strict";
// Choosing, filtering, views: one state, shown by picture, panel, views, address and voice alike.
const page = (() => {
  const VIEWS = { table, matrix, timeline, read: reader };
  let selection = null;
  let place = ""; // the passage last opened in the reading view
  let shownAddress = null;

  // ── selection ──
  const keyOf = { node: (id) => nodeById.get(id).key, edge: (id) => edgeById.get(id).key, thing: (id) => thingById.get(id).key,
    event: (id) => [nodeById.get(eventById.get(id).workstream).key, eventById.get(id).effect, eventById.get(id).paragraph].join("~") };
  const kindOf = (chosen) => Object.keys(keyOf).find((kind) => chosen?.[kind]);
  const byKey = new Map();
  for (const [kind, items] of [["event", events], ["thing", things], ["edge", edges], ["node", nodes]])
    for (const item of [...items].reverse()) byKey.set(keyOf[kind](item.id), { [kind]: item.id });

  function choose(chosen, { move = false, say = true, remember = true } = {}) {
    selection = chosen;
    reveal(chosen);
    drawing.light(chosen?.node || chosen?.edge ? chosen : null);
    panels.show(chosen);
    mark();
    if (remember) keepAddress();
    if (chosen && move && (chosen.node || chosen.edge)) drawing.centre(chosen.node ? nodeById.get(chosen.node) : drawing.middle(edgeById.get(chosen.edge)));
    if (say) announce(chosen ? describe(chosen) : "Nothing selected.");
  }
  function describe(chosen) {
    if (chosen.edge) return edgeById.get(chosen.edge).sentence;
    if (chosen.thing) return `${thingById.get(chosen.thing).label}, ${thingById.get(chosen.thing).type}, not in the picture.`;
    if (chosen.event) return `${nodeById.get(eventById.get(chosen.event).workstream).name}: ${timeline.words(eventById.get(chosen.event)).toLowerCase()}.`;
    const node = nodeById.get(chosen.node);
    const lead = node.kind === "workstream" && node.group !== "led" ? ", no lead stated" : "";
    return `${node.name}, ${node.type}${lead}, ${plural(node.edges.length, "statement")}.`;
  }
  /** Something asked for by name is shown even when it is switched off. */
  function reveal(chosen) {
    const before = [...revealed].join();
    revealed.clear();
    const edge = chosen?.edge && edgeById.get(chosen.edge);
    if (edge) for (const id of [edge.from, edge.to]) if (!isShown.node(nodeById.get(id))) revealed.add(id);
    if (edge && !isShown.edge(edge)) revealed.add(edge.id);
    if (chosen?.node && !isShown.node(nodeById.get(chosen.node))) revealed.add(chosen.node);
    if ([...revealed].join() !== before) applyFilter(false);
  }
  function mark() {
    for (const view of Object.values(VIEWS)) view.mark(selection);
  }

  // ── address: what is chosen, the view, the filters ──
  const escaped = (value) => encodeURIComponent(value).replace(/%2F/g, "/");
  const keys = (ids) => [...ids].map((id) => escaped(nodeById.get(id).key)).join(",");
  function addressNow() {
    const parts = [];
    const kind = kindOf(selection);
    if (document.body.dataset.view !== "picture") parts.push(`view=${document.body.dataset.view}`);
    if (document.body.dataset.view === "read" && place) parts.push(`at=${escaped(place)}`);
    for (const [facet, off] of Object.entries(switchedOff))
      if (!isStandard(facet)) parts.push(`hide-${facet}=${[...off].sort().map((value) => escaped(value || "-")).join(",")}`);
    for (const end of ["from", "to"]) if (time[end]) parts.push(`${end}=${time[end]}`);
    if (only.size) parts.push(`only=${keys(only)}`);
    if (without.size) parts.push(`without=${keys(without)}`);
    const head = kind ? escaped(keyOf[kind](selection[kind])) : "";
    return [head, ...parts].filter(Boolean).join("&");
  }
  function keepAddress(replace = false) {
    const address = addressNow();
    if (address === shownAddress) return;
    shownAddress = address;
    history[replace ? "replaceState" : "pushState"](null, "", address ? `#${address}` : location.pathname + location.search);
  }
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  };
  function fromAddress() {
    const address = location.hash.slice(1);
    if (address === shownAddress) return;
    shownAddress = address;
    const pairs = address.split("&").filter((part) => part.includes("=")).map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1).split(",").map(decoded)]);
    const given = new Map(pairs);
    for (const [facet, off] of Object.entries(switchedOff)) {
      off.clear();
      for (const value of given.get(`hide-${facet}`) || STANDARD[facet] || []) if (value) off.add(value === "-" ? "" : value);
    }
    for (const [set, name] of [[only, "only"], [without, "without"]]) {
      set.clear();
      for (const key of given.get(name) || []) if (byKey.get(key)?.node) set.add(byKey.get(key).node);
    }
    for (const end of ["from", "to"]) time[end] = /^\d{4}(-\d\d){0,2}$/.test(given.get(end)?.[0] || "") ? given.get(end)[0] : "";
    const [view] = given.get("view") || [];
    setView(by("network") && (view in VIEWS || view === "picture") ? view : "picture", { remember: false });
    applyFilter(false);
    place = given.get("at")?.[0] || "";
    if (view === "read" && place) reader.open(place);
    const head = address.split("&")[0];
    choose(head && !head.includes("=") ? byKey.get(decoded(head)) || null : null, { move: true, remember: false, say: Boolean(head) });
  }

  // ── filters ──
  function applyFilter(remember = true) {
    settleFilters();
    drawing.refilter();
    showFilter();
    refreshView();
    if (remember) keepAddress();
  }
  function showFilter() {
    const hidden = { node: nodes.filter((node) => !isShown.node(node)).length, edge: edges.filter((edge) => !isShown.edge(edge)).length };
    const parts = [hidden.node && plural(hidden.node, "node"), hidden.edge && plural(hidden.edge, "statement")].filter(Boolean);
    by("hidden-count").textContent = parts.length ? `${parts.join(" and ")} hidden` : "Nothing hidden";
    by("show-all").hidden = parts.length === 0;
    for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", String(!switchedOff[chip.dataset.facet].has(chip.dataset.value)));
    const tucked = ["type", "change", "document"].reduce((sum, facet) => sum + switchedOff[facet].size, time.from || time.to ? 1 : 0);
    document.querySelector(".more > summary").textContent = tucked ? `More filters (${tucked} on)` : "More filters";
    showTime();
  }
  function toggle(chip) {
    const off = switchedOff[chip.dataset.facet];
    if (!off.delete(chip.dataset.value)) off.add(chip.dataset.value);
    applyFilter();
  }
  function showAll() {
    for (const off of Object.values(switchedOff)) off.clear();
    for (const set of [only, without]) set.clear();
    Object.assign(time, { from: "", to: "" });
    applyFilter();
    document.querySelector(".chip")?.focus();
  }
  function showTime() {
    const undated = slugs.filter((slug) => !dateOf(slug)).length;
    const [low, high] = [time.from ? Math.max(0, dates.findIndex((date) => date >= time.from)) : 0, time.to ? Math.max(0, dates.findLastIndex((date) => date <= time.to)) : dates.length - 1];
    for (const [id, value] of [["time-from", low], ["time-to", high]]) {
      Object.assign(by(id), { max: Math.max(0, dates.length - 1), value, disabled: dates.length < 2 });
      by(id).setAttribute("aria-valuetext", dates[value] || "no date");
    }
    by("time-note").textContent = dates.length === 0 ? "no meeting has a date" : `${dates[low] === dates[high] ? dates[low] : `${dates[low]} – ${dates[high]}`}${undated ? `; ${plural(undated, "undated document")} always shown` : ""}`;
  }
  function slide(event) {
    const [low, high] = [Number(by("time-from").value), Number(by("time-to").value)];
    const [start, end] = event.target.id === "time-from" ? [low, Math.max(low, high)] : [Math.min(low, high), high];
    Object.assign(time, { from: start === 0 ? "" : dates[start], to: end === dates.length - 1 ? "" : dates[end] });
    applyFilter(false);
    keepAddress(true);
  }
  for (const id of ["time-from", "time-to"]) by(id).addEventListener("input", slide);

  /** Shows fewer or more of the neighbourhood of a node. */
  function act(what, id) {
    const node = nodeById.get(id);
    const around = [id, ...node.edges.flatMap((edge) => [edge.from, edge.to])];
    if (what === "only") {
      only.clear();
      for (const one of around) only.add(one);
    } else if (what === "hide") {
      without.add(id);
      if (selection?.node === id) selection = null;
    } else {
      for (const one of around) {
        without.delete(one);
        if (only.size) only.add(one);
        switchedOff.group.delete(nodeById.get(one).group);
      }
    }
    applyFilter(false);
    choose(selection, { say: false });
    announce({ only: `Only ${node.name} and its neighbours are shown.`, hide: `${node.name} is hidden.`, expand: `The neighbours of ${node.name} are shown.` }[what]);
    if (what === "only") drawing.fit();
  }

  // ── views ──
  function setView(view, { remember = true } = {}) {
    document.body.dataset.view = view;
    for (const button of document.querySelectorAll(".views button")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    if (view === "picture") drawing.network.redraw();
    refreshView();
    if (remember) keepAddress();
  }
  async function refreshView() {
    const view = VIEWS[document.body.dataset.view];
    await view?.refresh();
    view?.mark(selection);
  }
  async function readPassage(item) {
    setView("read", { remember: false });
    place = (await reader.open(item)) || "";
    reader.mark(selection);
    keepAddress();
  }

  // ── buttons anywhere ──
  const DO = {
    "zoom-in": () => drawing.zoom(1.3), "zoom-out": () => drawing.zoom(1 / 1.3), "zoom-fit": () => drawing.fit(), "show-all": showAll,
    "open-sparql": () => sparql.open(selection), "open-take": () => takeAway.open(selection),
  };
  document.querySelector(".skip").addEventListener("click", (event) => {
    setView("table");
    by("table").focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button, a.name");
    if (!button || (button.href && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    if (button.href) event.preventDefault();
    const { node, edge, event: happening, thing, facet, view, act: what, of, read: item, passage, copy: field, take } = button.dataset;
    const kept = panels.details.contains(button);
    const chosen = node ? { node } : edge ? { edge } : happening ? { event: happening } : thing ? { thing } : null;
    if (facet) toggle(button);
    else if (view) setView(view);
    else if (what) act(what, of);
    else if (item) readPassage(edgeById.get(item) || eventById.get(item));
    else if (passage) readPassage(passage);
    else if (field) copy(by(field), button);
    else if (take) takeAway.give(take);
    else if ("dismiss" in button.dataset) button.closest("dialog").close();
    else if (chosen) choose(chosen, { move: true });
    else if ("close" in button.dataset) (choose(null), focusView());
    else DO[button.id]?.();
    if (kept && chosen) panels.details.querySelector("h2").focus();
  });
  const focusView = () => (document.body.dataset.view === "picture" ? drawing.frame : by(document.body.dataset.view)).focus();
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !selection || document.querySelector("dialog[open]")) return;
    const inside = panels.details.contains(document.activeElement);
    choose(null);
    if (inside) focusView();
  });

  // ── start ──
  function start() {
    const printing = (on) => {
      if (on) (document.documentElement.dataset.print = ""), table.refresh();
      else delete document.documentElement.dataset.print;
      drawing.repaint();
      drawing.network.redraw();
    };
    search.onChoose((chosen) => {
      if (chosen.thing) return choose(chosen);
      if (document.body.dataset.view === "read") setView("picture", { remember: false });
      choose(chosen, { move: true });
    });
    addEventListener("popstate", fromAddress);
    addEventListener("hashchange", fromAddress);
    addEventListener("beforeprint", () => printing(true));
    addEventListener("afterprint", () => printing(false));
    matchMedia("print").addEventListener("change", ({ matches }) => printing(matches));
    if (innerWidth <= 900) for (const fold of document.querySelectorAll(".legend-fold")) fold.open = false;
    settleFilters();
    showFilter();
    shownAddress = "";
    if (location.hash.length > 1) fromAddress();
    performance.mark("drawn");
  }
  return { choose, applyFilter, setView, start, selected: () => selection };
})();
page.start();
