"use strict";
// What the page knows: nodes, edges, who touches whom; and finding a node by what people type.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const nodes = read("nodes-data");
const edges = read("edges-data");
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
for (const node of nodes) node.edges = [];
for (const edge of edges) {
  nodeById.get(edge.from).edges.push(edge);
  if (edge.to !== edge.from) nodeById.get(edge.to).edges.push(edge);
}

// What is shown: every pressed value of every facet; an organization without a role only on request.
const switchedOff = { group: new Set(["idle"]), legend: new Set(), basis: new Set(), status: new Set() };
const revealed = new Set(); // what was asked for by name although it is switched off
const isShown = {
  node: (node) => !switchedOff.group.has(node.group) || revealed.has(node.id),
  edge: (edge) =>
    revealed.has(edge.id) || !switchedOff.legend.has(edge.legend) && !switchedOff.basis.has(edge.basis) && !switchedOff.status.has(edge.status) &&
    isShown.node(nodeById.get(edge.from)) && isShown.node(nodeById.get(edge.to)),
};

// Case, accents, hyphens and blanks do not matter: "  unep " finds UNEP, "désertification" finds Desertification.
const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, " ").trim();
const names = nodes.map((node) => ({
  node,
  texts: [node.acronym, node.label, ...node.aliases, ...node.identifiers].filter(Boolean).map(fold).filter(Boolean),
}));

/** Nodes that a text names, best first: the whole name, its beginning, the beginning of a word, anywhere. */
function find(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const rank = (name) =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : everyWord(name, wanted) ? 4 : 9;
  return names
    .map(({ node, texts }) => ({ node, rank: Math.min(9, ...texts.map(rank)) }))
    .filter((hit) => hit.rank < 9)
    .sort((a, b) => a.rank - b.rank || b.node.edges.length - a.node.edges.length || a.node.name.localeCompare(b.node.name, "en"))
    .map((hit) => hit.node);
}
const everyWord = (name, wanted) => wanted.split(" ").every((word) => ` ${name}`.includes(` ${word}`));

/** The nodes whose names are spelled most like a text that names none. */
function nearest(text) {
  const wanted = fold(text);
  const near = (name) => Math.max(likeness(name, wanted), ...name.split(" ").map((word) => likeness(word, wanted) * 0.95));
  return names
    .map(({ node, texts }) => ({ node, near: Math.max(0, ...texts.map(near)) }))
    .sort((a, b) => b.near - a.near || b.node.edges.length - a.node.edges.length)
    .slice(0, 3)
    .filter((hit) => hit.near > 0)
    .map((hit) => hit.node);
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
