"use strict";
// What the page knows: nodes, edges, documents, events; what is switched off; and finding a thing by what people type.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const nodes = read("nodes-data");
const edges = read("edges-data");
const about = { papers: [], things: [], events: [], attendance: [], version: "", ...read("about-data") };
const events = about.events;
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
const eventById = new Map(events.map((event) => [event.id, event]));
const paperBySlug = new Map(about.papers.map((paper) => [paper.slug, paper]));
const things = about.things.map(([label, type, key], index) => ({ id: `t${index}`, label, type, key, node: nodeById.get(key) || null }));
const thingById = new Map(things.map((thing) => [thing.id, thing]));
for (const node of nodes) Object.assign(node, { edges: [], events: [], meetings: [] });
for (const edge of edges) {
  nodeById.get(edge.from).edges.push(edge);
  if (edge.to !== edge.from) nodeById.get(edge.to).edges.push(edge);
}
for (const event of events) nodeById.get(event.workstream).events.push(event);
for (const [id, meeting, people] of about.attendance) nodeById.get(id).meetings.push({ meeting, people });
const slugs = [...new Set([...about.papers.map((paper) => paper.slug), ...edges.map((edge) => edge.document)])].filter(Boolean);
/** How a document is called for short: its symbol, or its title. */
const paperName = (slug) => paperBySlug.get(slug)?.symbol || paperBySlug.get(slug)?.title || slug;
const dateOf = (slug) => paperBySlug.get(slug)?.date || "";
const dates = [...new Set(slugs.map(dateOf).filter(Boolean))].sort();

// What is shown: every pressed value of every facet; an organization without a role only on request.
const STANDARD = { group: ["idle"] };
const switchedOff = Object.fromEntries(["group", "type", "legend", "basis", "status", "change", "document"].map((facet) => [facet, new Set(STANDARD[facet])]));
const time = { from: "", to: "" }; // dates of meetings; empty: no limit
const only = new Set(); // nodes; when there are some, no others are shown
const without = new Set(); // nodes hidden one by one
const revealed = new Set(); // what was asked for by name although it is switched off
const isClosed = (slug) => switchedOff.document.has(slug) || Boolean(dateOf(slug)) && ((time.from && dateOf(slug) < time.from) || (time.to && dateOf(slug) > time.to));
let closed = new Set(); // documents out of the filters
const isShown = {
  node: (node) => revealed.has(node.id) || !(switchedOff.group.has(node.group) || switchedOff.type.has(node.type) || switchedOff.change.has(node.change) ||
    without.has(node.id) || (only.size && !only.has(node.id)) || (closed.size && node.documents.length && node.documents.every((slug) => closed.has(slug)))),
  edge: (edge) => revealed.has(edge.id) || !(switchedOff.legend.has(edge.legend) || switchedOff.basis.has(edge.basis) || switchedOff.status.has(edge.status) ||
    switchedOff.change.has(edge.change) || closed.has(edge.document)) && isShown.node(nodeById.get(edge.from)) && isShown.node(nodeById.get(edge.to)),
  event: (event) => isShown.node(nodeById.get(event.workstream)) && !closed.has(event.document) && !switchedOff.status.has(event.past ? "" : event.status),
};
/** To be called when a filter has changed. */
const settleFilters = () => (closed = new Set(slugs.filter(isClosed)));
/** Tells whether a facet shows what it shows at the start. */
const isStandard = (facet) => JSON.stringify([...switchedOff[facet]].sort()) === JSON.stringify(STANDARD[facet] || []);

// Case, accents, hyphens and blanks do not matter: "  unep " finds UNEP, "désertification" finds Desertification.
const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, " ").trim();
let names = null;
/** Everything that can be found, with all its names; made when somebody first types. */
function known() {
  names ||= [
    ...nodes.map((node) => ({ chosen: { node: node.id }, name: node.name, label: node.label, acronym: node.acronym, type: node.type, weight: node.edges.length + 1,
      texts: [node.acronym, node.label, ...node.aliases, ...node.identifiers].filter(Boolean).map(fold).filter(Boolean) })),
    ...things.filter((thing) => !thing.node).map((thing) => ({ chosen: { thing: thing.id }, name: thing.label, label: thing.label, acronym: "", type: thing.type, weight: 0, texts: [fold(thing.label)] })),
  ];
  return names;
}

/** What a text names, best first: the whole name, its beginning, the beginning of a word, anywhere. */
function find(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const rank = (name) =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : everyWord(name, wanted) ? 4 : 9;
  return known()
    .map((item) => ({ item, rank: Math.min(9, ...item.texts.map(rank)) + (item.weight ? 0 : 0.5) }))
    .filter((hit) => hit.rank < 9)
    .sort((a, b) => a.rank - b.rank || b.item.weight - a.item.weight || a.item.name.localeCompare(b.item.name, "en"))
    .map((hit) => hit.item);
}
const everyWord = (name, wanted) => wanted.split(" ").every((word) => ` ${name}`.includes(` ${word}`));

/** Those whose names are spelled most like a text that names nothing. */
function nearest(text) {
  const wanted = fold(text);
  const near = (name) => Math.max(likeness(name, wanted), ...name.split(" ").map((word) => likeness(word, wanted) * 0.95));
  return known()
    .map((item) => ({ item, near: Math.max(0, ...item.texts.map(near)) }))
    .sort((a, b) => b.near - a.near || b.item.weight - a.item.weight)
    .slice(0, 3)
    .filter((hit) => hit.near > 0)
    .map((hit) => hit.item);
}

/** Share of letters that need no change, 1 for the same word; two letters swapped are one change. */
function likeness(a, b) {
  const long = Math.max(a.length, b.length, 1);
  if (Math.abs(a.length - b.length) > long * 0.6) return 0;
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return 1 - row[b.length] / long;
}
