"use strict";
// Choosing, filtering, searching, keys: one selection, shown by picture, panel, table, address and voice alike.
const page = (() => {
  const by = (id) => document.getElementById(id);
  const announce = (text) => (by("announcer").textContent = text);
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  let selection = null;

  // ── selection ──
  const itemOf = (chosen) => (chosen?.node ? nodeById.get(chosen.node) : chosen?.edge ? edgeById.get(chosen.edge) : null);
  const addressOf = (chosen) => (chosen ? `#${encodeURIComponent(itemOf(chosen).key).replace(/%2F/g, "/")}` : "");
  const byKey = new Map();
  for (const edge of edges) if (!byKey.has(edge.key)) byKey.set(edge.key, { edge: edge.id });
  for (const node of nodes) byKey.set(node.key, { node: node.id });

  function choose(chosen, { move = false, say = true } = {}) {
    selection = chosen;
    reveal(chosen);
    drawing.light(chosen);
    panels.show(chosen);
    markRows(chosen);
    if (location.hash !== addressOf(chosen)) history.replaceState(null, "", addressOf(chosen) || location.pathname + location.search);
    if (chosen && move) drawing.centre(chosen.node ? nodeById.get(chosen.node) : drawing.middle(edgeById.get(chosen.edge)));
    if (say) announce(chosen ? describe(chosen) : "Nothing selected.");
  }

  function describe(chosen) {
    if (chosen.edge) return edgeById.get(chosen.edge).sentence;
    const node = nodeById.get(chosen.node);
    const lead = node.kind === "workstream" && node.group !== "led" ? ", no lead stated" : "";
    return `${node.name}, ${node.type}${lead}, ${plural(node.edges.length, "statement")}.`;
  }

  /** Something asked for by name is shown even when it is switched off. */
  function reveal(chosen) {
    const item = itemOf(chosen);
    const before = [...revealed].join();
    revealed.clear();
    if (chosen?.edge) for (const id of [item.from, item.to]) if (!isShown.node(nodeById.get(id))) revealed.add(id);
    if (item && !(chosen.node ? isShown.node : isShown.edge)(item)) revealed.add(item.id);
    if ([...revealed].join() !== before) applyFilter();
  }

  function markRows(chosen) {
    for (const row of document.querySelectorAll('tr[aria-current="true"]')) row.removeAttribute("aria-current");
    const wanted = chosen?.edge ? [by(`row-${chosen.edge}`)] : chosen?.node ? [by(`row-${chosen.node}`), ...nodeById.get(chosen.node).edges.map((edge) => by(`row-${edge.id}`))] : [];
    const rows = wanted.filter(Boolean);
    for (const row of rows) row.setAttribute("aria-current", "true");
    if (document.body.dataset.view === "table") rows[0]?.scrollIntoView({ block: "nearest" });
  }

  function fromAddress() {
    try {
      const chosen = byKey.get(decodeURIComponent(location.hash.slice(1)));
      if (chosen) choose(chosen, { move: true });
    } catch {
      announce("The address names nothing on this page.");
    }
  }

  // ── filter: the legend ──
  function applyFilter() {
    drawing.refilter();
    showFilter();
  }
  function showFilter() {
    let hidden = { node: 0, edge: 0 };
    for (const node of nodes) hidden.node += isShown.node(node) ? 0 : 1;
    for (const edge of edges) {
      const shown = isShown.edge(edge);
      hidden.edge += shown ? 0 : 1;
      by(`row-${edge.id}`).hidden = !shown;
    }
    for (const row of document.querySelectorAll("tr[data-only]")) row.hidden = !isShown.node(nodeById.get(row.dataset.only));
    const parts = [hidden.node && plural(hidden.node, "node"), hidden.edge && plural(hidden.edge, "statement")].filter(Boolean);
    by("hidden-count").textContent = parts.length ? `${parts.join(" and ")} hidden` : "Nothing hidden";
    by("show-all").hidden = parts.length === 0;
    by("table-empty").hidden = Boolean(document.querySelector("tbody tr:not([hidden])"));
    for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", String(!switchedOff[chip.dataset.facet].has(chip.dataset.value)));
  }
  function toggle(chip) {
    const off = switchedOff[chip.dataset.facet];
    if (!off.delete(chip.dataset.value)) off.add(chip.dataset.value);
    applyFilter();
  }
  function showAll() {
    for (const off of Object.values(switchedOff)) off.clear();
    applyFilter();
    document.querySelector(".chip").focus();
  }

  // ── view: picture or table ──
  function setView(view) {
    document.body.dataset.view = view;
    for (const button of document.querySelectorAll(".views button")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    if (view === "table") markRows(selection);
    else drawing.network.redraw();
  }

  // ── search ──
  const input = by("search");
  const list = by("found");
  let offered = [];
  let active = 0;

  function offer() {
    const text = input.value;
    const hits = find(text).slice(0, 8);
    const near = hits.length || !fold(text) ? [] : nearest(text);
    offered = hits.length ? hits : near;
    active = 0;
    const note = hits.length || !fold(text) ? "" : `Nothing is called “${text.trim()}”.${near.length ? " Nearest:" : ""}`;
    const options = offered.map((node, index) => panels.make("li", { role: "option", id: `found-${index}`, "aria-selected": String(index === 0), "data-node": node.id },
      panels.make("span", {}, node.acronym && node.acronym !== node.label ? `${node.acronym} · ${node.label}` : node.label), panels.make("small", {}, node.type)));
    list.replaceChildren(...(note ? [panels.make("li", { class: "nearest", role: "presentation" }, note)] : []), ...options);
    list.hidden = list.childElementCount === 0;
    by("search-note").textContent = note ? `${note} ${near.map((node) => node.name).join(", ")}` : "";
    point();
  }
  function point() {
    input.setAttribute("aria-expanded", String(!list.hidden));
    [...list.querySelectorAll("[role=option]")].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    if (offered.length && !list.hidden) input.setAttribute("aria-activedescendant", `found-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }
  function closeSearch() {
    list.hidden = true;
    by("search-note").textContent = "";
    point();
  }
  function take(node) {
    closeSearch();
    choose({ node: node.id }, { move: true });
  }
  input.addEventListener("input", offer);
  input.addEventListener("focus", () => input.value && offer());
  input.addEventListener("blur", () => setTimeout(closeSearch, 150));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length) {
      active = (active + step + offered.length) % offered.length;
      point();
      event.preventDefault();
    } else if (event.key === "Enter") {
      const hits = find(input.value);
      if (hits.length) take(offered[active] && !list.hidden ? offered[active] : hits[0]);
      else if (active > 0 || !fold(input.value)) offered[active] && take(offered[active]);
      else offer();
    } else if (event.key === "Escape") {
      input.value = "";
      closeSearch();
      event.stopPropagation();
    }
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(nodeById.get(option.dataset.node));
    event.preventDefault();
  });

  // ── pointer ──
  const tip = by("tip");
  drawing.network.on("click", ({ pointer }) => choose(drawing.under(pointer.DOM)));
  let pointerAt = null;
  drawing.frame.addEventListener("pointermove", (event) => {
    if (!pointerAt) requestAnimationFrame(lookUnder);
    pointerAt = event;
  });
  function lookUnder() {
    const box = drawing.frame.getBoundingClientRect();
    const at = { x: pointerAt.clientX - box.left, y: pointerAt.clientY - box.top };
    const found = pointerAt.pointerType === "mouse" && pointerAt.buttons === 0 ? drawing.under(at, edges.length < 2000) : null;
    pointerAt = null;
    drawing.hover(found?.node || null);
    drawing.frame.style.cursor = found ? "pointer" : "grab";
    tip.hidden = !found;
    if (!found) return;
    tip.textContent = found.edge ? edgeById.get(found.edge).sentence : nodeById.get(found.node).label;
    tip.style.left = `${Math.max(4, Math.min(at.x + 14, box.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${at.y + 18 + tip.offsetHeight > box.height ? at.y - tip.offsetHeight - 10 : at.y + 18}px`;
  }
  drawing.frame.addEventListener("pointerleave", () => ((tip.hidden = true), drawing.hover(null)));

  // ── keys ──
  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** The nearest shown node in a direction; what lies straight ahead counts as nearer. */
  function neighbour([dx, dy]) {
    const shown = nodes.filter(isShown.node);
    const from = selection?.node ? nodeById.get(selection.node) : null;
    if (!from) return shown[0];
    const far = (node) => {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const ahead = x * dx + y * dy;
      return ahead > 0 ? ahead + 2 * Math.abs(x * dy - y * dx) : Infinity;
    };
    return shown.filter((node) => far(node) < Infinity).sort((a, b) => far(a) - far(b))[0] || from;
  }
  drawing.frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      Enter: () => selection && panels.details.querySelector("h2").focus(),
      "+": () => drawing.zoom(1.3), "=": () => drawing.zoom(1.3), "-": () => drawing.zoom(1 / 1.3), 0: () => drawing.fit(),
    }[event.key];
    const step = directions[event.key];
    if (step && nodes.length) choose({ node: neighbour(step).id }, { move: true });
    else if (act) act();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selection) {
      const inside = panels.details.contains(document.activeElement);
      choose(null);
      if (inside) drawing.frame.focus();
    }
  });

  // ── buttons anywhere ──
  document.querySelector(".skip").addEventListener("click", (event) => {
    setView("table");
    by("table").focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { node, edge, facet, view } = button.dataset;
    const kept = panels.details.contains(button);
    if (facet) toggle(button);
    else if (view) setView(view);
    else if (node) choose({ node }, { move: true });
    else if (edge) choose({ edge }, { move: true });
    else if ("close" in button.dataset) (choose(null), drawing.frame.focus());
    else if (button.closest("thead")) sortBy(button.closest("th"));
    else ({ "zoom-in": () => drawing.zoom(1.3), "zoom-out": () => drawing.zoom(1 / 1.3), "zoom-fit": () => drawing.fit(), "show-all": showAll })[button.id]?.();
    if (kept && (node || edge)) panels.details.querySelector("h2").focus();
  });

  function sortBy(header) {
    const column = [...header.parentElement.children].indexOf(header);
    const up = header.getAttribute("aria-sort") !== "ascending";
    for (const other of header.parentElement.children) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = document.querySelector("tbody");
    const text = (row) => row.children[column]?.textContent.trim() || "\uffff";
    const { compare } = new Intl.Collator("en", { numeric: true });
    body.append(...[...body.rows].sort((a, b) => (up ? 1 : -1) * compare(text(a), text(b))));
  }

  // ── start ──
  addEventListener("hashchange", fromAddress);
  let wide = drawing.frame.clientWidth;
  addEventListener("resize", () => {
    if (drawing.frame.clientWidth !== wide && !selection) drawing.fit(false);
    wide = drawing.frame.clientWidth;
  });
  addEventListener("beforeprint", () => ((document.documentElement.dataset.print = ""), drawing.repaint(), drawing.network.redraw()));
  addEventListener("afterprint", () => (delete document.documentElement.dataset.print, drawing.repaint()));
  showFilter();
  fromAddress();
  return { choose, applyFilter };
})();
