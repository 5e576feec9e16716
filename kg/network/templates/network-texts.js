"use strict";
// The passages of the documents: unpacked when needed, found by paragraph, shown with what is named and said in them.
const texts = (() => {
  const source = read("texts-data");
  const byPlace = new Map();
  const bySlug = new Map();
  let loaded = false;

  function index(documents) {
    for (const [slug, list] of Object.entries(documents)) bySlug.set(slug, list.map((item, number) => (typeof item === "number" ? item : passage(slug, number, item))));
    loaded = true;
  }
  function passage(slug, number, [paragraph, kind, text, flat]) {
    const spans = [];
    for (let at = 0; at < flat.length; at += 3) spans.push({ start: flat[at], end: flat[at + 1], thing: things[flat[at + 2]] });
    const made = { slug, number, paragraph, kind, text, spans, id: `read-${slug}-${number}` };
    const key = `${slug}\n${paragraph}`;
    byPlace.set(key, [...(byPlace.get(key) || []), made]);
    return made;
  }
  async function unpack() {
    const bytes = Uint8Array.from(atob(source.packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    index(JSON.parse(await new Response(stream).text()));
  }
  let opening = null;
  /** Resolves when the texts can be read. */
  function ready() {
    if (!loaded && source.plain) index(source.plain);
    return (opening ||= loaded ? Promise.resolve() : unpack());
  }
  const isLoaded = () => loaded;
  const isThere = Boolean(source.packed) || Object.keys(source.plain || {}).length > 0;

  /** Where a quote stands in a text, whatever the blanks between its words. */
  function locate(text, quote) {
    if (!quote) return null;
    const start = text.indexOf(quote);
    if (start >= 0) return { start, end: start + quote.length };
    const words = quote.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const match = new RegExp(words.join("\\s+")).exec(text);
    return match && { start: match.index, end: match.index + match[0].length };
  }
  /** The passage a statement or event is quoted from; nothing where it is left out, or not unpacked yet. */
  function of(item) {
    const list = byPlace.get(`${item.document}\n${item.paragraph}`) || [];
    return list.find((candidate) => locate(candidate.text, item.quote)) || list[0] || null;
  }
  /** From the beginning of the sentence in which something stands to its end. */
  function sentence(text, { start, end }) {
    const stop = /(?<!\b(?:Ms|Mr|Mrs|Dr|No|St|Prof|para|paras|art|e\.g|i\.e))[.!?;][)”"']*(?:\s+(?=[\p{Lu}\p{N}“"'(])|$)|\n\s*/gu;
    let from = 0;
    for (const match of text.matchAll(stop)) {
      const next = match.index + match[0].length;
      if (next <= start) from = next;
      else if (next >= end) return { from, to: match.index + match[0].trimEnd().length };
    }
    return { from, to: text.length };
  }

  /** Marks that touch are one; a name that is partly marked is marked as a whole. */
  function merged(marks, spans) {
    const wide = marks.map((mark) => {
      const touched = spans.filter((span) => span.start < mark.end && mark.start < span.end);
      return { ...mark, start: Math.min(mark.start, ...touched.map((span) => span.start)), end: Math.max(mark.end, ...touched.map((span) => span.end)) };
    });
    const union = [];
    for (const mark of wide.sort((a, b) => a.start - b.start)) {
      const last = union.at(-1);
      if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
      else union.push({ ...mark });
    }
    return union;
  }
  // Markup of the source that a reader does not want to see: links, emphasis, rules and bars of tables, empty lines.
  const MARKUP = /\[(?=[^\]\n]*\]\((?:#|https?:)[^)\s]*\))|\]\((?:#|https?:)[^)\s]*\)|\*{2,3}|^[ \t]*\|[ \t|:-]*$|^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$|(?<=\n)\s*\n/gm;
  const cuts = (shown) => (shown.cuts ||= [...shown.text.matchAll(MARKUP)].filter((match) => match[0]).map((match) => [match.index, match.index + match[0].length]));

  /** A part of a passage as elements: names as buttons, what is quoted marked. */
  function render(shown, { from = 0, to = shown.text.length, marks = [], strong = new Set() } = {}) {
    const spans = shown.spans.filter((span) => span.start >= from && span.end <= to);
    const cut = (start, end) => cuts(shown).reduceRight((text, [a, b]) => (a >= start && b <= end ? text.slice(0, a - start) + text.slice(b - start) : text), shown.text.slice(start, end));
    const name = (span) => {
      const chosen = span.thing.node ? { "data-node": span.thing.node.id } : { "data-thing": span.thing.id };
      const href = `#${encodeURIComponent(span.thing.node?.key || span.thing.key).replace(/%2F/g, "/")}`;
      return make("a", { href, class: `name${strong.has(span.thing.node?.id) ? " who" : ""}${span.thing.node ? " drawn" : ""}`, title: `${span.thing.label} (${span.thing.type})`, ...chosen }, cut(span.start, span.end));
    };
    const run = (start, end) => {
      const parts = [];
      let at = start;
      for (const span of spans) {
        if (span.start < at || span.end > end) continue;
        parts.push(cut(at, span.start), name(span));
        at = span.end;
      }
      return [...parts, cut(at, end)];
    };
    const parts = [];
    let at = from;
    for (const mark of merged(marks, spans)) {
      parts.push(...run(at, mark.start), make("mark", { class: mark.look || "" }, run(mark.start, mark.end)));
      at = mark.end;
    }
    return [...parts, ...run(at, to)].filter((part) => part !== "");
  }
  return { ready, isLoaded, isThere, of, locate, sentence, render, list: (slug) => bySlug.get(slug) || [], slugs: () => [...bySlug.keys()] };
})();
