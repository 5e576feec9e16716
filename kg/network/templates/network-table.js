"use strict";
// The table: the picture's twin, one row a statement, and one for everything without a statement. Made when first asked for.
const table = (() => {
  const section = by("table");
  const COLUMNS = ["Organization", "Role", "In", "Basis", "Standing", "Where", "Quote"];
  let body = null;

  const edgeRow = (edge) => make("tr", { id: `row-${edge.id}`, "data-row": edge.id },
    make("th", { scope: "row" }, nodeButton(edge.from)),
    make("td", {}, make("button", { type: "button", class: "link", "data-edge": edge.id }, edge.role + (edge.collective ? ", with others" : "")), " ", sign(edge.change)),
    make("td", {}, nodeButton(edge.to)), make("td", {}, edge.basis), make("td", {}, edge.status || "in force"),
    make("td", {}, paragraphWords(edge.paragraph), edge.document ? make("small", {}, paperName(edge.document)) : null),
    make("td", {}, edge.quote ? `“${edge.quote}”` : ""));
  const loneRow = (node) => make("tr", { id: `row-${node.id}`, "data-row": node.id },
    make("th", { scope: "row" }, node.kind === "workstream" ? "nobody named" : [nodeButton(node.id), " ", sign(node.change)]),
    make("td", {}, node.kind === "workstream" ? "" : "no role stated"), make("td", {}, node.kind === "workstream" ? [nodeButton(node.id), " ", sign(node.change)] : ""),
    make("td", {}, node.kind === "workstream" ? "no lead stated" : ""), make("td"), make("td"), make("td"));

  function build() {
    body = make("tbody");
    const lone = nodes.filter((node) => !node.edges.some((edge) => edge.legend !== "link") && (node.kind === "workstream" || !node.edges.length));
    for (const row of [...edges.map(edgeRow), ...lone.map(loneRow)]) body.append(row);
    const head = COLUMNS.map((name) => make("th", { scope: "col" }, name === "Quote" ? name : make("button", { type: "button" }, name)));
    section.replaceChildren(make("table", {}, make("caption", {}, "Who does what, with the sentence that says so"), make("thead", {}, make("tr", {}, head)), body),
      make("p", { id: "table-empty", hidden: true }, "Everything is hidden by the filters."));
  }
  function refresh() {
    if (!body) build();
    let shown = 0;
    for (const row of body.rows) {
      const edge = edgeById.get(row.dataset.row);
      row.hidden = !(edge ? isShown.edge(edge) : isShown.node(nodeById.get(row.dataset.row)));
      shown += row.hidden ? 0 : 1;
    }
    by("table-empty").hidden = shown > 0;
  }
  function mark(chosen) {
    if (!body) return;
    for (const row of body.querySelectorAll('tr[aria-current="true"]')) row.removeAttribute("aria-current");
    const ids = chosen?.edge ? [chosen.edge] : chosen?.node ? [chosen.node, ...nodeById.get(chosen.node).edges.map((edge) => edge.id)] : [];
    const rows = ids.map((id) => by(`row-${id}`)).filter(Boolean);
    for (const row of rows) row.setAttribute("aria-current", "true");
    if (document.body.dataset.view === "table") rows.find((row) => !row.hidden)?.scrollIntoView({ block: "nearest" });
  }
  function sortBy(header) {
    const column = [...header.parentElement.children].indexOf(header);
    const up = header.getAttribute("aria-sort") !== "ascending";
    for (const other of header.parentElement.children) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    const text = (row) => row.children[column]?.textContent.trim() || "\uffff";
    const { compare } = new Intl.Collator("en", { numeric: true });
    body.append(...[...body.rows].sort((a, b) => (up ? 1 : -1) * compare(text(a), text(b))));
  }
  section.addEventListener("click", (event) => {
    const header = event.target.closest("thead th");
    if (header && event.target.closest("button")) sortBy(header);
  });
  return { refresh, mark, isBuilt: () => Boolean(body) };
})();
