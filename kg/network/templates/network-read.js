"use strict";
// The documents to read: names as buttons, quoted words marked, beside them what they state.
const reader = (() => {
  const section = by("read");
  const weight = (one) => edges.filter((edge) => edge.document === one).length;
  let slug = [...slugs].sort((a, b) => weight(b) - weight(a))[0] || ""; // what says most about the picture is open first
  const NOTES = 6; // beside a passage before the rest is folded
  let built = "";
  let wanted = null; // the passage to show when the document is there

  /** What is quoted from the passages of a document, by passage. */
  function quotedIn(document) {
    const found = new Map();
    for (const item of [...edges, ...events]) {
      if (item.document !== document || item.change === "gone") continue;
      const passage = texts.of(item);
      if (passage) found.set(passage, [...(found.get(passage) || []), item]);
    }
    return found;
  }
  const look = (item) => (item.basis === "implied" ? "implied" : item.status === "suggested" ? "suggested" : "");

  function note(item) {
    const attributes = item.role ? { "data-edge": item.id, class: `note role-${item.style} ${item.basis}` } : { "data-event": item.id, class: `note ${item.past ? "stated" : "implied"}` };
    const words = item.role ? item.sentence : `${nodeById.get(item.workstream).name}: ${timeline.words(item).toLowerCase()}`;
    return make("li", {}, make("button", { type: "button", ...attributes }, words));
  }
  function block(passage, quoted) {
    if (typeof passage === "number") return make("p", { class: "left-out" }, `${plural(passage, "passage")} without a statement left out`);
    const trimmed = { from: passage.text.length - passage.text.trimStart().length, to: passage.text.trimEnd().length };
    const marks = quoted.map((item) => ({ ...texts.locate(passage.text, item.quote), look: look(item) })).filter((mark) => mark.end);
    const content = texts.render(passage, { ...trimmed, marks });
    if (passage.kind === "heading") return make("div", { class: "passage heading", id: passage.id }, make("h3", { tabindex: "-1" }, content));
    const number = /^\d/.test(passage.paragraph) ? passage.paragraph : /\s(\S{1,6})$/.exec(passage.paragraph)?.[1] || "";
    return make("div", { class: `passage ${passage.kind}`, id: passage.id, tabindex: "-1" }, make("span", { class: "no", title: passage.paragraph }, number), make("div", { class: "words" }, content),
      quoted.length ? notes(passage, quoted) : "");
  }
  function notes(passage, quoted) {
    const list = (items) => make("ul", { class: "plain", "aria-label": `What ${paragraphWords(passage.paragraph)} states` }, items.map(note));
    const rest = quoted.slice(NOTES);
    return make("div", { class: "notes" }, list(quoted.slice(0, NOTES)), rest.length ? make("details", {}, make("summary", {}, `${rest.length} more`), list(rest)) : "");
  }
  function tools() {
    const list = texts.list(slug);
    const documents = make("select", { "data-document": true }, slugs.map((one) => make("option", { value: one, selected: one === slug }, `${paperName(one)}${dateOf(one) ? `, ${dateOf(one)}` : ""}`)));
    const headings = list.filter((passage) => passage.kind === "heading");
    const sections = make("select", { "data-section": true }, make("option", { value: "" }, "Go to …"), headings.map((passage) => make("option", { value: passage.id }, passage.text.trim().replace(/\s+/g, " ").slice(0, 90))));
    return make("div", { class: "toolbar" }, slugs.length > 1 ? make("label", {}, "Document ", documents) : "", headings.length ? make("label", {}, "Section ", sections) : "",
      make("span", { class: "key" }, make("mark", {}, "quoted"), make("mark", { class: "implied" }, "implied"), make("mark", { class: "suggested" }, "suggested"), make("span", { class: "name drawn" }, "in the picture"), make("span", { class: "name" }, "named")));
  }

  async function refresh() {
    if (!texts.isThere) return section.replaceChildren(make("p", {}, "The texts of the documents are not part of this page."));
    if (!texts.isLoaded()) section.replaceChildren(make("p", { role: "status" }, "Unpacking the documents …"));
    try {
      await texts.ready();
    } catch {
      return section.replaceChildren(make("p", { role: "alert" }, "This browser cannot unpack the documents. A newer one can."));
    }
    if (wanted && wanted.slug !== slug) slug = wanted.slug;
    if (built !== slug) build();
    if (wanted) go(wanted);
    wanted = null;
  }
  function build() {
    const paper = paperBySlug.get(slug);
    const quoted = quotedIn(slug);
    const facts = [paper?.symbol, paper?.meeting, paper?.date].filter(Boolean).join(" · ");
    section.replaceChildren(tools(), make("article", { "aria-label": paper?.title || slug }, make("h2", {}, paper?.title || slug), facts ? make("p", { class: "where" }, facts) : "",
      texts.list(slug).map((passage) => block(passage, quoted.get(passage) || []))));
    built = slug;
  }
  function go(passage) {
    const element = by(passage.id);
    if (!element) return;
    for (const other of section.querySelectorAll(".here")) other.classList.remove("here");
    element.classList.add("here");
    element.scrollIntoView({ block: "center" });
    (element.querySelector("h3") || element).focus({ preventScroll: true });
  }
  /** Opens the passage a statement or event is quoted from, or a passage by its id; returns its id. */
  async function open(item) {
    await texts.ready();
    const found = typeof item === "string" ? texts.slugs().flatMap((one) => texts.list(one)).find((passage) => passage.id === item) : texts.of(item);
    if (!found) return announce("That passage is not part of this page.");
    wanted = found;
    if (document.body.dataset.view === "read") await refresh();
    announce(`${placeOf({ paragraph: found.paragraph, document: found.slug })}.`);
    return found.id;
  }
  function mark(chosen) {
    for (const item of section.querySelectorAll('[aria-current="true"]')) item.removeAttribute("aria-current");
    const kind = ["node", "edge", "event", "thing"].find((name) => chosen?.[name]);
    if (kind) for (const item of section.querySelectorAll(`[data-${kind}="${chosen[kind]}"]`)) item.setAttribute("aria-current", "true");
  }
  section.addEventListener("change", (event) => {
    if ("document" in event.target.dataset) {
      slug = event.target.value;
      build();
      section.querySelector("[data-document]").focus();
    } else if (event.target.value) go({ id: event.target.value });
  });
  const place = () => (built ? slug : "");
  const choose = (name) => slugs.includes(name) && (slug = name);
  return { refresh, mark, open, place, choose };
})();
