"use strict";
// The picture: vis-network draws symbols and lines where Python put them; captions are set here, like names on a
// map: of constant size, the more important first, none over another.
const drawing = (() => {
  const frame = by("network");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const nodeTable = new vis.DataSet();
  const edgeTable = new vis.DataSet();
  const view = {
    nodes: new vis.DataView(nodeTable, { filter: (item) => isShown.node(nodeById.get(item.id)) }),
    edges: new vis.DataView(edgeTable, { filter: (item) => isShown.edge(edgeById.get(item.id)) }),
  };
  const lit = { node: null, edge: null, hover: null, near: new Set() };
  let ink = {};
  const room = { wide: 0, high: 0 };
  const UPRIGHT = 1.15; // a little wider then, because captions still lie
  const at = new Map(); // where the nodes are in the frame
  let captions = []; // what was written where, for clicks

  function readInk() {
    const style = getComputedStyle(document.documentElement);
    const names = ["paper", "ink", "muted", "accent", "agency", "mechanism", "work", "alarm", "other", "idle",
      "lead", "secretariat", "host", "reporting", "collaborator", "member", "officer", "proposer", "link"];
    ink = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  const colourOf = (node) => (node.change === "gone" ? ink.idle : { led: ink.work, open: ink.work, nobody: ink.alarm }[node.group] || ink[node.group]);
  const hollow = (node) => node.group === "open" || node.group === "nobody" || node.change === "gone";
  let grown = 1; // seen from afar, symbols and lines are drawn larger than they are
  let seenAt = 1; // the scale, in steps
  const sizeOf = (node) =>
    grown * (node.group === "idle" ? 5 : node.shape === "square" ? 8 : Math.min(20, 8 + 2.2 * Math.sqrt(node.edges.length)));

  function asVisNode(node) {
    const colour = colourOf(node);
    return {
      id: node.id, x: node.x, y: node.y, shape: node.shape, size: sizeOf(node),
      color: { border: colour, background: hollow(node) ? ink.paper : colour },
      borderWidth: hollow(node) ? Math.min(2.5, sizeOf(node) * seenAt * 0.4) : 0, // vis keeps it in screen pixels
      shapeProperties: { borderDashes: (node.group === "nobody" || node.change === "gone") && sizeOf(node) * seenAt > 4 ? [4, 3] : false, borderRadius: 2 },
    };
  }

  function asVisEdge(edge) {
    const strong = edge.style === "lead" ? 3 : edge.style === "link" ? 1.2 : 2;
    const chosen = lit.edge === edge.id;
    return {
      id: edge.id, from: edge.from, to: edge.to,
      color: { color: edge.change === "gone" ? ink.idle : ink[edge.style] },
      width: (chosen ? strong + 2.5 : strong) * grown,
      dashes: edge.change === "gone" ? [2, 5] : edge.basis === "implied" ? [8, 6] : false,
      arrows: {
        to: { enabled: true, type: edge.arrow, scaleFactor: edge.style === "link" ? 0.45 : 0.62 },
        middle: { enabled: edge.status === "suggested" || edge.status === "draft", type: "circle", scaleFactor: 0.45 },
      },
      smooth: edge.curve ? { enabled: true, type: edge.curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.9, Math.abs(edge.curve)) } : false,
    };
  }

  const isFaint = (node) => lit.near.size > 0 && !lit.near.has(node.id);

  function paint() {
    nodeTable.update(nodes.map(asVisNode));
    edgeTable.update(edges.map(asVisEdge));
  }

  // ── captions ──
  const FAMILY = getComputedStyle(document.body).fontFamily;
  const widths = new Map();
  const ruler = document.createElement("canvas").getContext("2d");
  function widthOf({ font, text }) {
    const key = font + text;
    if (!widths.has(key)) {
      ruler.font = font;
      widths.set(key, ruler.measureText(text).width);
    }
    return widths.get(key);
  }

  /** A caption in one of three lengths: with head and note, the name alone, or its first line. */
  function linesOf(node, length, size) {
    const strong = node.shape === "dot" || node.shape === "hexagon" ? 700 : 600;
    const texts = length === "short" && node.lines.length > 1 ? [`${node.lines[0]} …`] : node.lines;
    const main = texts.map((text) => ({ text, font: `${node.group === "idle" ? 400 : strong} ${size}px ${FAMILY}`, colour: node.group === "idle" ? ink.muted : ink.ink, step: size * 1.18 }));
    if (length !== "full") return main;
    const small = size * 0.78;
    const head = node.head ? [{ text: node.head, font: `400 ${small}px ${FAMILY}`, colour: ink.muted, step: small * 1.25 }] : [];
    const note = { open: "no lead stated", nobody: "nobody named" }[node.group];
    const tail = note ? [{ text: note, font: `italic 400 ${small}px ${FAMILY}`, colour: node.group === "nobody" ? ink.alarm : ink.muted, step: small * 1.3 }] : [];
    return [...head, ...main, ...tail];
  }

  const crosses = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  function makeGrid(cell) {
    const cells = new Map();
    const keys = (box) => {
      const found = [];
      for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x += 1)
        for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y += 1) found.push(x * 4096 + y);
      return found;
    };
    return {
      add: (box) => keys(box).forEach((key) => (cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box]))),
      free: (box) => !keys(box).some((key) => (cells.get(key) || []).some((other) => other.of !== box.of && crosses(box, other))),
    };
  }

  function spots(at, radius, width, height) {
    const gap = radius + 4;
    return [
      { left: at.x - width / 2, top: at.y + gap },
      { left: at.x + gap + 2, top: at.y - height / 2 },
      { left: at.x - gap - 2 - width, top: at.y - height / 2 },
      { left: at.x - width / 2, top: at.y - gap - height },
    ].map((spot) => ({ ...spot, right: spot.left + width, bottom: spot.top + height }));
  }

  const rankOf = (node) =>
    (node.id === lit.node || node.id === lit.hover ? 1e6 : 0) + (lit.near.has(node.id) ? 1e5 : 0) +
    (node.shape === "dot" || node.shape === "hexagon" ? 500 : 0) + (node.group === "nobody" ? 200 : 0) + node.edges.length;

  /** Veils everything and draws what is chosen once more: as fast for thousands of nodes as for ten. */
  function drawVeil(ctx) {
    if (!lit.near.size) return;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = 0.84;
    ctx.fillStyle = ink.paper;
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.restore();
    const { edges: lines, nodes: symbols } = network.body;
    const chosen = lit.edge ? [lit.edge] : nodeById.get(lit.node).edges.map((edge) => edge.id);
    const drawn = chosen.map((id) => lines[id]).filter((line) => line?.connected);
    for (const line of drawn) line.draw(ctx);
    for (const line of drawn) line.drawArrows?.(ctx);
    for (const id of lit.near) symbols[id]?.draw(ctx);
  }

  function drawCaptions(ctx) {
    const ratio = ctx.canvas.width / frame.clientWidth;
    const scale = network.getScale();
    const size = Math.max(10.5, Math.min(14.5, 13 * scale ** 0.6));
    Object.assign(room, { wide: frame.clientWidth, high: frame.clientHeight });
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    const grid = makeGrid(80);
    captions = [];
    at.clear();
    for (const node of nodes) if (isShown.node(node)) at.set(node.id, network.canvasToDOM({ x: node.x, y: node.y }));
    const seen = nodes.map((node) => ({ node, at: at.get(node.id), radius: sizeOf(node) * scale }))
      .filter((item) => item.at && item.at.x > -80 && item.at.y > -80 && item.at.x < room.wide + 80 && item.at.y < room.high + 80);
    for (const { node, at: { x, y }, radius } of seen) grid.add({ of: node.id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
    for (const item of seen.sort((a, b) => rankOf(b.node) - rankOf(a.node))) placeCaption(ctx, grid, item, size, scale);
    for (const item of seen) if (item.node.id === lit.node) ring(ctx, item.at, item.radius);
    for (const item of seen) if (item.node.change) signOf(ctx, item);
    drawEdgeWords(ctx, grid, size);
    ctx.restore();
  }

  function placeCaption(ctx, grid, { node, at: point, radius }, size, scale) {
    const chosen = node.id === lit.node || node.id === lit.hover;
    const crossing = edges.length > 400 ? node.edges : edges;
    for (const length of scale > 0.5 || chosen ? ["full", "name", "short"] : scale > 0.2 ? ["name", "short"] : ["short"]) {
      const texts = linesOf(node, length, size);
      const width = Math.max(...texts.map(widthOf)) + 4;
      const height = texts.reduce((sum, line) => sum + line.step, 0);
      const [below, ...beside] = spots(point, node.id === lit.node ? radius * 1.25 + 6 : radius, width, height).map((box) => ({ ...box, of: node.id }));
      const box = clearest([below, ...beside.filter(inFrame)].filter(grid.free), crossing) || (chosen ? below : null);
      if (!box) continue;
      grid.add(box);
      captions.push(box);
      write(ctx, texts, box, isFaint(node) ? 0.3 : 1);
      return;
    }
  }
  /** Of some boxes, the first that the fewest lines run through. */
  function clearest(boxes, lines) {
    if (boxes.length < 2) return boxes[0];
    const runs = boxes.map((box) => lines.filter((edge) => isShown.edge(edge) && runsThrough(at.get(edge.from), at.get(edge.to), box)).length);
    return boxes[runs.indexOf(Math.min(...runs))];
  }
  function runsThrough(a, b, box) {
    if (!a || !b || (a.x < box.left && b.x < box.left) || (a.x > box.right && b.x > box.right) || (a.y < box.top && b.y < box.top) || (a.y > box.bottom && b.y > box.bottom)) return false;
    const side = (x, y) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    const sides = [side(box.left, box.top), side(box.right, box.top), side(box.left, box.bottom), side(box.right, box.bottom)];
    return Math.min(...sides) <= 0 && Math.max(...sides) >= 0;
  }
  const inFrame = (box) => box.left > 0 && box.top > 0 && box.right < room.wide && box.bottom < room.high;

  function write(ctx, lines, box, alpha) {
    let y = box.top;
    ctx.globalAlpha = alpha;
    for (const line of lines) {
      ctx.font = line.font;
      ctx.strokeStyle = ink.paper;
      ctx.lineWidth = 4;
      ctx.strokeText(line.text, (box.left + box.right) / 2, y);
      ctx.fillStyle = line.colour;
      ctx.fillText(line.text, (box.left + box.right) / 2, y);
      y += line.step;
    }
    ctx.globalAlpha = 1;
  }

  function ring(ctx, at, radius) {
    ctx.beginPath();
    ctx.arc(at.x, at.y, radius * 1.25 + 5, 0, 7);
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = 3;
    ctx.stroke();
  }

  /** A sign at the corner of what is new, changed or gone. */
  function signOf(ctx, { node, at, radius }) {
    const [x, y, r] = [at.x + radius * 0.8 + 3, at.y - radius * 0.8 - 3, 6.5];
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 7);
    ctx.fillStyle = { new: ink.secretariat, changed: ink.accent, gone: ink.alarm }[node.change];
    ctx.fill();
    ctx.fillStyle = ink.paper;
    ctx.textBaseline = "middle";
    ctx.font = `700 11px ${FAMILY}`;
    ctx.fillText({ new: "+", changed: "~", gone: "×" }[node.change], x, y + 0.5);
    ctx.textBaseline = "top";
  }

  /** Names the roles of the chosen node, or of the chosen edge, on their lines. */
  function drawEdgeWords(ctx, grid, size) {
    const chosen = lit.edge ? [edgeById.get(lit.edge)] : lit.node ? nodeById.get(lit.node).edges.slice(0, 40) : [];
    for (const edge of chosen.filter(isShown.edge)) {
      const at = network.canvasToDOM(middle(edge));
      const line = { text: edge.role, font: `600 ${size * 0.86}px ${FAMILY}`, colour: ink[edge.style], step: size };
      const width = widthOf(line) + 6;
      const box = { of: edge.id, left: at.x - width / 2, right: at.x + width / 2, top: at.y - size / 2, bottom: at.y + size / 2 };
      if (!grid.free(box) && !lit.edge) continue;
      grid.add(box);
      write(ctx, [line], box, 1);
    }
  }

  function middle(edge) {
    const [a, b] = [nodeById.get(edge.from), nodeById.get(edge.to)];
    // a bent line is half as far off its chord as its control point is
    const bend = edge.curve * 0.5;
    return { x: (a.x + b.x) / 2 + (b.y - a.y) * bend, y: (a.y + b.y) / 2 - (b.x - a.x) * bend };
  }


  /** Lets symbols grow in steps while the picture shrinks, so that their kinds can still be told apart. */
  function grow(scale = network.getScale()) {
    const step = Math.min(0.99, 2 ** (Math.round(Math.log2(scale) * 3) / 3));
    if (step === seenAt || (nodes.length > 1500 && seenAt !== 1)) return;
    seenAt = step;
    grown = Math.min(2, Math.max(1, 0.6 / step));
    paint();
  }

  // ── looking ──
  const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });
  /** Where to look from to see everything; captions keep their size, so the scale that fits is searched for. */
  function overview() {
    const shown = nodes.filter(isShown.node);
    if (!shown.length) return { position: { x: 0, y: 0 }, scale: 1 };
    const [half, below] = [new Map(), new Map()];
    const wide = shown.length > 800 ? (line) => line.text.length * 6.6 : widthOf; // measuring thousands of texts takes a fifth of a second
    for (const node of shown) {
      const lines = linesOf(node, node.group === "idle" ? "short" : "full", 12.5);
      half.set(node, Math.min(8 + Math.max(...lines.map(wide)) / 2, frame.clientWidth / 9)); // on a narrow screen captions give way
      below.set(node, 22 + lines.reduce((sum, line) => sum + line.step, 0));
    }
    const least = (value) => shown.reduce((best, node) => Math.min(best, value(node)), Infinity);
    const span = (scale) => ({
      left: least((node) => node.x * scale - half.get(node)), right: -least((node) => -node.x * scale - half.get(node)),
      top: least((node) => node.y * scale) - 24, bottom: -least((node) => -node.y * scale - below.get(node)),
    });
    const corners = frame.clientWidth < 700 ? 48 : 0; // the buttons in the corners
    const free = frame.clientHeight - corners;
    let [low, high] = [0.005, 1.4];
    for (let turn = 0; turn < 20; turn += 1) {
      const middle = (low + high) / 2;
      const box = span(middle);
      if (box.right - box.left <= frame.clientWidth && box.bottom - box.top <= free) low = middle;
      else high = middle;
    }
    const box = span(low);
    return { position: { x: (box.left + box.right) / 2 / low, y: (box.top + box.bottom + corners) / 2 / low }, scale: low };
  }
  let isMoved = false; // whether somebody looks at a part, not at the whole
  function fit(animated = true) {
    isMoved = false;
    network.moveTo({ ...overview(), animation: animated && motion() });
    grow();
  }
  function centre(node, scale = Math.max(0.85, network.getScale())) {
    isMoved = true;
    network.moveTo({ position: { x: node.x, y: node.y }, scale, animation: motion() });
    grow();
  }
  function zoom(factor) {
    isMoved = true;
    network.moveTo({ scale: Math.max(0.02, Math.min(6, network.getScale() * factor)), animation: motion() });
    grow();
  }

  function light(selection) {
    const bold = [lit.edge, selection?.edge].filter(Boolean);
    Object.assign(lit, { node: selection?.node || null, edge: selection?.edge || null, near: new Set() });
    if (lit.node) {
      lit.near.add(lit.node);
      for (const edge of nodeById.get(lit.node).edges.filter(isShown.edge)) lit.near.add(edge.from).add(edge.to);
    } else if (lit.edge) {
      lit.near.add(edgeById.get(lit.edge).from).add(edgeById.get(lit.edge).to);
    }
    if (bold.length) edgeTable.update(bold.map((id) => asVisEdge(edgeById.get(id))));
    network.redraw();
  }
  /** Shows and hides without moving a node; only looks further away when something new is out of sight. */
  function refilter() {
    const before = new Set(network.body.nodeIndices);
    view.nodes.refresh();
    view.edges.refresh();
    light(lit.node ? { node: lit.node } : lit.edge ? { edge: lit.edge } : null);
    const outside = (id) => {
      const at = network.canvasToDOM(nodeById.get(id));
      return at.x < 0 || at.y < 0 || at.x > frame.clientWidth || at.y > frame.clientHeight;
    };
    if (!lit.near.size && network.body.nodeIndices.some((id) => !before.has(id) && outside(id))) fit();
  }

  /** What lies under a point of the frame: a symbol, a caption, or a line. */
  function under(point, lines = true) {
    const node = network.getNodeAt(point) || captions.find((box) => point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom)?.of;
    const edge = node || !lines ? null : network.getEdgeAt(point);
    return node ? { node } : edge ? { edge } : null;
  }
  function hover(id) {
    if (lit.hover === id) return;
    lit.hover = id;
    network.redraw();
  }

  const repaint = () => (readInk(), paint());
  const lookOf = (node) => ({ colour: colourOf(node), hollow: hollow(node), size: sizeOf(node) / grown });

  // ── start ──
  // A tall narrow screen shows the picture standing: what was across goes down.
  if (innerWidth < 700 && innerHeight > innerWidth) for (const node of nodes) [node.x, node.y] = [node.y * UPRIGHT, node.x];
  readInk();
  grow(overview().scale);
  const options = JSON.parse(read("options-data"));
  const many = { hideEdgesOnDrag: edges.length > 1500, hideEdgesOnZoom: edges.length > 1500 };
  const network = new vis.Network(frame, view, { ...options, interaction: { ...options.interaction, ...many } });
  network.on("afterDrawing", (ctx) => (drawVeil(ctx), drawCaptions(ctx)));
  network.on("zoom", () => grow());
  for (const event of ["zoom", "dragEnd"]) network.on(event, () => { isMoved = true; });
  network.on("animationFinished", () => grow());
  dark.addEventListener("change", repaint);
  fit(false);
  frame.querySelector("canvas").setAttribute("aria-hidden", "true");
  return { network, frame, fit, centre, zoom, light, refilter, under, hover, repaint, middle, lookOf, inks: () => ink, isMoved: () => isMoved };
})();
