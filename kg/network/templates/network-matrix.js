"use strict";
// The matrix: organizations down, workstreams across, roles in the cells. What is empty stays, because it is the answer.
const matrix = (() => {
  const section = by("matrix");
  const SHORT = { lead: "L", chair: "C", "co-chair": "CC", secretariat: "S", host: "H", reporting: "r", collaborator: "w", member: "m", officer: "o", proposer: "p" };
  const LIMIT = 30_000; // cells a browser lays out in a moment
  const STREAMS = ["led", "open", "nobody"];
  const order = { rows: "roles", columns: "lead" };
  let onlyBusy = false;

  /** The statements of a cell, by organization and workstream. */
  function cells() {
    const found = new Map();
    for (const edge of edges) {
      if (edge.legend === "link" || nodeById.get(edge.to).kind !== "workstream" || !isShown.edge(edge)) continue;
      const key = `${edge.from} ${edge.to}`;
      found.set(key, [...(found.get(key) || []), edge]);
    }
    return found;
  }
  const isOrganization = (node) => ["agency", "mechanism", "body"].includes(node.kind);
  /** Who attended is listed even when the legend hides organizations without a role. */
  const isListed = (node) => isShown.node(node) || (node.meetings.length > 0 && node.group === "idle" && !only.size && !without.has(node.id) && !switchedOff.type.has(node.type));
  const people = (node) => node.meetings.reduce((sum, meeting) => sum + meeting.people, 0);

  function sorted(found) {
    const [across, down] = [new Map(), new Map()];
    for (const list of found.values()) for (const edge of list) {
      across.set(edge.to, (across.get(edge.to) || 0) + 1);
      down.set(edge.from, (down.get(edge.from) || 0) + 1);
    }
    const name = (a, b) => a.name.localeCompare(b.name, "en");
    const rowOrder = { name, roles: (a, b) => (down.get(b.id) || 0) - (down.get(a.id) || 0) || people(b) - people(a) || name(a, b), people: (a, b) => people(b) - people(a) || name(a, b) };
    const columnOrder = { name, roles: (a, b) => (across.get(b.id) || 0) - (across.get(a.id) || 0) || name(a, b), lead: (a, b) => STREAMS.indexOf(a.group) - STREAMS.indexOf(b.group) || name(a, b) };
    const rows = nodes.filter((node) => isOrganization(node) && isListed(node) && (!onlyBusy || down.get(node.id))).sort(rowOrder[order.rows]);
    const columns = nodes.filter((node) => node.kind === "workstream" && isShown.node(node)).sort(columnOrder[order.columns]);
    return { rows, columns, down, across };
  }

  function cellOf(list, row, column) {
    const buttons = (list || []).map((edge) => make("button", { type: "button", class: `cell ${edge.basis} role-${edge.style}${edge.status ? " suggested" : ""}${edge.change ? ` is-${edge.change}` : ""}`,
      "data-edge": edge.id, title: edge.sentence, "aria-label": `${SHORT[edge.role] || edge.role.slice(0, 2)}: ${row.name}, ${edge.role}, ${edge.basis}${edge.status ? `, ${standing(edge.status)}` : ""}, in ${column.name}` }, SHORT[edge.role] || edge.role.slice(0, 2)));
    return make("td", { class: column.group === "led" ? null : "gap" }, buttons);
  }
  function columnHead(node) {
    const note = { open: "no lead stated", nobody: "nobody named", led: isLedByPerson(node) ? "led by a person" : "" }[node.group];
    return make("th", { scope: "col", class: `group-${node.group}` }, make("div", { class: "tall" },
      make("button", { type: "button", class: "link", "data-node": node.id, title: node.label }, node.name), note ? make("em", {}, note) : ""), symbol(node.group));
  }
  function rowHead(node, count) {
    const note = count ? "" : node.meetings.length ? "attended, no role in a workstream" : "no role in a workstream";
    return make("th", { scope: "row" }, nodeButton(node.id), note ? make("small", {}, note) : "");
  }

  function select(label, which, choices) {
    const field = make("select", { "data-order": which }, Object.entries(choices).map(([value, words]) => make("option", { value, selected: order[which] === value }, words)));
    return make("label", {}, `${label} `, field);
  }
  function key() {
    const used = [...new Set(edges.filter((edge) => edge.legend !== "link").map((edge) => edge.role))];
    const styleOf = (role) => edges.find((edge) => edge.role === role).style;
    return make("p", { class: "key" }, used.map((role) => make("span", {}, make("span", { class: `cell stated role-${styleOf(role)}` }, SHORT[role] || role.slice(0, 2)), ` ${role}`)),
      make("span", {}, make("span", { class: "cell stated plain" }, "·"), " stated"), make("span", {}, make("span", { class: "cell implied plain" }, "·"), " implied"),
      make("span", {}, make("span", { class: "cell stated suggested plain" }, "·"), " suggested"));
  }

  function refresh() {
    const found = cells();
    const { rows, columns, down, across } = sorted(found);
    const shownRows = rows.slice(0, Math.max(10, Math.floor(LIMIT / Math.max(1, columns.length))));
    const shownColumns = columns.slice(0, 1000);
    const left = rows.length - shownRows.length + columns.length - shownColumns.length;
    const focused = document.activeElement?.dataset?.order;
    const head = make("tr", {}, make("td", { class: "corner" }), make("th", { scope: "col", class: "number" }, "Roles"), make("th", { scope: "col", class: "number" }, "People"), shownColumns.map(columnHead));
    const body = shownRows.map((row) => make("tr", { class: down.get(row.id) ? null : "empty" }, rowHead(row, down.get(row.id)),
      make("td", { class: "number" }, String(down.get(row.id) || 0)), make("td", { class: "number" }, people(row) ? String(people(row)) : "–"),
      shownColumns.map((column) => cellOf(found.get(`${row.id} ${column.id}`), row, column))));
    const total = make("tr", { class: "total" }, make("th", { scope: "row" }, "Roles in it"), make("td", { class: "number" }, String([...across.values()].reduce((sum, count) => sum + count, 0))), make("td"),
      shownColumns.map((column) => make("td", { class: "number" }, String(across.get(column.id) || 0))));
    section.replaceChildren(
      make("div", { class: "toolbar" }, select("Rows by", "rows", { roles: "number of roles", people: "people attending", name: "name" }), select("Columns by", "columns", { lead: "lead stated or not", roles: "number of roles", name: "name" }),
        make("label", {}, make("input", { type: "checkbox", "data-busy": true, checked: onlyBusy }), " only rows with a role")),
      key(), left > 0 ? make("p", { class: "where" }, `${left} more rows and columns: filter to see them.`) : "",
      make("table", { class: "grid" }, make("caption", {}, `Who has which role in what: ${plural(rows.length, "organization")}, ${plural(columns.length, "workstream")}. An empty column has nobody, an empty row no role.`), make("thead", {}, head), make("tbody", {}, body, total)));
    section.querySelector("input").checked = onlyBusy;
    if (focused) section.querySelector(`[data-order="${focused}"]`)?.focus();
  }
  function mark(chosen) {
    for (const button of section.querySelectorAll('[aria-current="true"]')) button.removeAttribute("aria-current");
    const wanted = chosen?.edge ? `[data-edge="${chosen.edge}"]` : chosen?.node ? `th [data-node="${chosen.node}"]` : null;
    if (wanted) for (const button of section.querySelectorAll(wanted)) button.setAttribute("aria-current", "true");
  }
  section.addEventListener("change", (event) => {
    if (event.target.dataset.order) order[event.target.dataset.order] = event.target.value;
    else if ("busy" in event.target.dataset) onlyBusy = event.target.checked;
    refresh();
    announce("Sorted.");
  });

  /** The matrix as rows of texts, for a spreadsheet. */
  function asRows() {
    const found = cells();
    const { rows, columns } = sorted(found);
    const cell = (row, column) => (found.get(`${row.id} ${column.id}`) || []).map((edge) => `${edge.role} (${[edge.basis, edge.status].filter(Boolean).join(", ")})`).join("|");
    return [["organization", "people", ...columns.map((column) => column.name)], ...rows.map((row) => [row.name, String(people(row)), ...columns.map((column) => cell(row, column))])];
  }
  return { refresh, mark, asRows };
})();
