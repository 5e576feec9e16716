"use strict";
// To take away: the picture as SVG and PNG, what is shown as CSV and GraphML, and how to cite it.
const takeAway = (() => {
  const HEADS = {
    arrow: "M0 0L-12-5V5z", triangle: "M0 0L-12-5V5z", diamond: "M0 0L-6-4L-12 0L-6 4z", vee: "M0 0L-13-6L-9 0L-13 6z", box: "M0-5H-10V5H0z", bar: "M0-8H-3V8H0z",
    circle: "M0 0a5 5 0 1 0-10 0a5 5 0 1 0 10 0z", crow: "M-12 0L0-6L-4 0L0 6z", inv_triangle: "M-12 0L0-6V6z", curve: "M0-7a7 7 0 0 0 0 14a9 9 0 0 1 0-14z",
  };
  const STEP = 16;
  const xml = (value) => String(value).replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const shownNodes = () => nodes.filter(isShown.node);
  const shownEdges = () => edges.filter(isShown.edge);

  // ── SVG ──
  function nodeShape(node, ink) {
    const { colour, hollow, size } = drawing.lookOf(node);
    const [x, y, s] = [node.x, node.y, size];
    const shape = { dot: `<circle cx="${x}" cy="${y}" r="${s}"/>`, square: `<path d="M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}z"/>`, diamond: `<path d="M${x} ${y - s}l${s} ${s}l${-s} ${s}l${-s} ${-s}z"/>`,
      hexagon: `<path d="M${x - s} ${y}l${s / 2} ${-s * 0.87}h${s}l${s / 2} ${s * 0.87}l${-s / 2} ${s * 0.87}h${-s}z"/>` }[node.shape];
    const dashes = node.group === "nobody" || node.change === "gone" ? ' stroke-dasharray="4 3"' : "";
    return `<g fill="${hollow ? ink.paper : colour}" stroke="${colour}" stroke-width="${hollow ? 2.5 : 1}"${dashes}>${shape}<title>${xml(node.label)}</title></g>`;
  }
  function caption(node, ink) {
    const { size } = drawing.lookOf(node);
    let y = node.y + size + 4;
    const line = (text, height, style) => `<text x="${node.x}" y="${(y += height).toFixed(1)}" ${style}>${xml(text)}</text>`;
    const weight = ["dot", "hexagon"].includes(node.shape) ? 700 : 600;
    const note = { open: "no lead stated", nobody: "nobody named" }[node.group];
    return [node.head ? line(node.head, 12, `font-size="10" fill="${ink.muted}"`) : "", ...node.lines.map((text) => line(text, STEP, `font-size="13" font-weight="${weight}" fill="${ink.ink}"`)),
      note ? line(note, 12, `font-size="10" font-style="italic" fill="${node.group === "nobody" ? ink.alarm : ink.muted}"`) : ""].join("");
  }
  function line(edge, ink) {
    const [a, b] = [nodeById.get(edge.from), nodeById.get(edge.to)];
    const control = { x: (a.x + b.x) / 2 + (b.y - a.y) * edge.curve, y: (a.y + b.y) / 2 - (b.x - a.x) * edge.curve };
    const far = Math.hypot(b.x - control.x, b.y - control.y) || 1;
    const trim = drawing.lookOf(b).size + 2;
    const end = { x: b.x - ((b.x - control.x) / far) * trim, y: b.y - ((b.y - control.y) / far) * trim };
    const turn = (Math.atan2(end.y - control.y, end.x - control.x) * 180) / Math.PI;
    const width = edge.style === "lead" ? 3 : edge.style === "link" ? 1.2 : 2;
    const middle = drawing.middle(edge);
    const dot = edge.status ? `<circle cx="${middle.x.toFixed(1)}" cy="${middle.y.toFixed(1)}" r="4" fill="${ink[edge.style]}"/>` : "";
    return `<g><path d="M${a.x} ${a.y}Q${control.x.toFixed(1)} ${control.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}" fill="none" stroke="${ink[edge.style]}" stroke-width="${width}"${edge.basis === "implied" ? ' stroke-dasharray="8 6"' : ""}/>` +
      `<path d="${HEADS[edge.arrow]}" fill="${ink[edge.style]}" transform="translate(${end.x.toFixed(1)} ${end.y.toFixed(1)}) rotate(${turn.toFixed(1)})"/>${dot}<title>${xml(edge.sentence)}</title></g>`;
  }
  /** What the colours mean, in a row below the picture; and where it is from. */
  function legend(shown, ink, left, top, wide) {
    const looks = [...new Map(shown.map((edge) => [edge.legend, edge])).values()];
    let [x, y] = [left, top];
    const items = [...looks.map((edge) => [edge.legend, ink[edge.style], "", edge.arrow]), ["stated", ink.ink, "", ""], ["implied", ink.ink, ' stroke-dasharray="8 6"', ""], ["suggested", ink.ink, "", "dot"]].map(([label, colour, dashes, arrow]) => {
      if (x + 150 > left + wide) [x, y] = [left, y + 22];
      const head = arrow === "dot" ? `<circle cx="${x + 20}" cy="${y}" r="4" fill="${colour}"/>` : arrow ? `<path d="${HEADS[arrow]}" fill="${colour}" transform="translate(${x + 40} ${y})"/>` : "";
      const item = `<path d="M${x} ${y}h${arrow && arrow !== "dot" ? 30 : 40}" stroke="${colour}" stroke-width="2"${dashes}/>${head}<text x="${x + 48}" y="${y + 4}" font-size="13" text-anchor="start" fill="${ink.ink}">${xml(label)}</text>`;
      x += 150;
      return item;
    });
    return { markup: items.join(""), bottom: y + 22 };
  }
  function svg() {
    const ink = drawing.inks();
    const [shown, lines] = [shownNodes(), shownEdges()];
    const least = (value, start) => shown.reduce((best, node) => Math.min(best, value(node)), start);
    const half = (node) => 4 + Math.max(...node.lines.map((text) => text.length), node.head.length * 0.8, 4) * 3.9;
    const left = least((node) => node.x - half(node), 0) - 24;
    const right = -least((node) => -node.x - half(node), 0) + 24;
    const top = least((node) => node.y, 0) - 90;
    const bottom = -least((node) => -node.y - 44 - node.lines.length * STEP, 0);
    const wide = Math.max(right - left, 480);
    const key = legend(lines, ink, left + 24, bottom + 24, wide - 48);
    const high = key.bottom + 24 - top;
    const text = (value, y, style) => `<text x="${left + 24}" y="${y}" text-anchor="start" fill="${ink.ink}" ${style}>${xml(value)}</text>`;
    const markup = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${wide} ${high}" width="${Math.round(wide)}" height="${Math.round(high)}" font-family="Helvetica, Arial, sans-serif" text-anchor="middle">` +
      `<title>${xml(document.title)}</title><rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${ink.paper}"/>` +
      text(document.title, top + 34, 'font-size="20" font-weight="700"') + text(document.querySelector(".titles p").textContent, top + 54, 'font-size="13"') +
      lines.map((edge) => line(edge, ink)).join("") + shown.map((node) => nodeShape(node, ink)).join("") + `<g paint-order="stroke" stroke="${ink.paper}" stroke-width="3" stroke-linejoin="round">${shown.map((node) => caption(node, ink)).join("")}</g>` +
      key.markup + text(source(), key.bottom + 8, 'font-size="11"') + "</svg>";
    return { markup, wide, high };
  }
  async function png() {
    const { markup, wide, high } = svg();
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
    await image.decode();
    const scale = Math.min(2, 8000 / wide, 8000 / high);
    const canvas = make("canvas", { width: Math.round(wide * scale), height: Math.round(high * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  // ── tables and graphs ──
  const quoteCell = (value) => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  const safe = (value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value); // a spreadsheet would take it for a formula
  const toCsv = (rows) => `${rows.map((row) => row.map((value) => quoteCell(safe(String(value)))).join(",")).join("\r\n")}\r\n`;
  const documentOf = (slug) => paperBySlug.get(slug)?.iri || slug;
  function statementRows() {
    return [["agent", "agentLabel", "role", "target", "targetLabel", "basis", "status", "document", "paragraph", "quote"],
      ...shownEdges().map((edge) => [nodeById.get(edge.from).iri, nodeById.get(edge.from).label, edge.role, nodeById.get(edge.to).iri, nodeById.get(edge.to).label, edge.basis, edge.status, documentOf(edge.document), edge.paragraph, edge.quote])];
  }
  const csv = (view) => toCsv(view === "matrix" ? matrix.asRows() : view === "timeline" ? timeline.asRows() : statementRows());
  function graphml() {
    const nodeKeys = ["label", "acronym", "kind", "type", "x", "y"];
    const edgeKeys = ["role", "basis", "status", "document", "paragraph", "quote", "sentence"];
    const keys = (names, kind) => names.map((name) => `<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${["x", "y"].includes(name) ? "double" : "string"}"/>`).join("\n");
    const data = (item, names, kind) => names.map((name) => `<data key="${kind}-${name}">${xml(item[name])}</data>`).join("");
    return `<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys(nodeKeys, "node")}\n${keys(edgeKeys, "edge")}\n<graph edgedefault="directed">\n` +
      shownNodes().map((node) => `<node id="${xml(node.iri)}">${data(node, nodeKeys, "node")}</node>\n`).join("") +
      shownEdges().map((edge) => `<edge id="${edge.id}" source="${xml(nodeById.get(edge.from).iri)}" target="${xml(nodeById.get(edge.to).iri)}">${data(edge, edgeKeys, "edge")}</edge>\n`).join("") + "</graph>\n</graphml>\n";
  }

  // ── citing ──
  const version = () => (about.version ? `dataset version ${about.version}` : "");
  const source = () => [slugs.slice(0, 3).map(paperName).join(", ") + (slugs.length > 3 ? ` and ${slugs.length - 3} more documents` : ""), version(), "CC BY 4.0"].filter(Boolean).join(" · ");
  const address = () => (location.protocol.startsWith("http") ? location.href : decodeURIComponent(location.pathname.split("/").at(-1)) + location.hash);
  /** What to write under a sentence or a picture taken from here. */
  function citation(chosen) {
    const item = chosen?.edge ? edgeById.get(chosen.edge) : chosen?.event ? eventById.get(chosen.event) : null;
    const paper = item && paperBySlug.get(item.document);
    const words = item ? item.sentence || `${nodeById.get(item.workstream).name}: ${timeline.words(item).toLowerCase()}.` : chosen?.node ? `${nodeById.get(chosen.node).label}, statements about it.` : `${document.title}.`;
    const where = item ? [paper?.title, paper?.symbol, paper?.date, paragraphWords(item.paragraph)].filter(Boolean).join(", ") : source();
    return [words, item?.quote ? `“${item.quote.replace(/\s+/g, " ")}”` : "", `${where}.`, item ? documentOf(item.document) : "", item ? `${[version(), "CC BY 4.0"].filter(Boolean).join(", ")}.` : "", address()].filter(Boolean).join("\n");
  }

  function open(chosen) {
    by("cite-text").value = citation(chosen);
    by("take-note").textContent = `${plural(shownNodes().length, "node")} and ${plural(shownEdges().length, "statement")} are shown; what is hidden stays out.`;
    by("take").showModal();
  }
  const MADE = {
    svg: () => save("network.svg", "image/svg+xml", svg().markup),
    png: async () => save("network.png", "image/png", await png()),
    csv: () => save(`${{ matrix: "matrix", timeline: "timeline" }[document.body.dataset.view] || "statements"}.csv`, "text/csv;charset=utf-8", csv(document.body.dataset.view)),
    graphml: () => save("network-shown.graphml", "application/xml", graphml()),
  };
  const give = (form) => MADE[form]();
  return { open, give, svg, citation };
})();
