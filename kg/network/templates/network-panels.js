"use strict";
// The details of what is chosen: an organization or workstream, a statement, an event, or something a document names.
const panels = (() => {
  const details = by("details");
  const glance = by("glance");
  const ROUND = 60; // statements of one role listed at once

  const closing = () => make("button", { type: "button", class: "close", "aria-label": "Close the details", "data-close": "" }, "×");
  const heading = (text) => make("h2", { tabindex: "-1" }, text);
  const readButton = (item, words = "Read it in the document") =>
    texts.isThere && item.document ? make("button", { type: "button", class: "act", "data-read": item.id }, words) : null;

  /** The whole sentence with the quoted words marked; until the texts are there, the quote alone. */
  function quoted(item) {
    if (!item.quote) return null;
    const passage = texts.of(item);
    const place = passage && texts.locate(passage.text, item.quote);
    if (!place) return make("blockquote", {}, "“", make("mark", {}, item.quote), "”");
    const { from, to } = texts.sentence(passage.text, place);
    const strong = new Set([item.from, item.to, item.workstream, item.successor].filter(Boolean));
    return make("blockquote", {}, texts.render(passage, { from, to, marks: [place], strong }));
  }

  /** One or more sentences and the quote they share. */
  function statement(shared, asLinks) {
    const [edge] = shared;
    const sentences = shared.map((one) => make("p", {}, asLinks ? make("button", { type: "button", class: "link", "data-edge": one.id }, one.sentence) : one.sentence, " ", sign(one.change)));
    return make("div", { class: `statement ${edge.basis === "implied" ? "implied" : "stated"} role-${edge.style}` },
      sentences, asLinks ? (edge.quote ? make("blockquote", {}, `“${edge.quote}”`) : null) : quoted(edge), make("p", { class: "where" }, placeOf(edge)));
  }
  function sharing(list) {
    const groups = new Map();
    for (const edge of list) {
      const key = JSON.stringify([edge.quote, edge.paragraph, edge.document, edge.basis, edge.change, edge.from === list[0].from]);
      groups.set(key, [...(groups.get(key) || []), edge]);
    }
    return [...groups.values()];
  }

  function leadNote(node) {
    if (node.kind !== "workstream") return null;
    if (node.group !== "led") return make("p", {}, badge("no lead stated", true), node.group === "nobody" ? badge("nobody named", true) : null);
    if (isLedByPerson(node)) return make("p", {}, "Lead stated: a person. People are not part of the picture.");
    const leads = node.edges.filter((edge) => edge.to === node.id && edge.style === "lead" && edge.basis === "stated" && edge.change !== "gone");
    const parts = [...new Set(leads.map((edge) => edge.from))].flatMap((id, index) => [index ? ", " : "", nodeButton(id)]);
    return make("p", {}, "Lead stated: ", parts);
  }

  function facts(node) {
    const list = make("dl");
    const add = (term, values) => values.length && list.append(make("dt", {}, term), ...values.map((value) => make("dd", {}, value)));
    add("Acronym", node.acronym && node.acronym !== node.label ? [node.acronym] : []);
    add("Also called", node.aliases.length ? [node.aliases.join(" · ")] : []);
    const link = (value) => (/^https?:\/\//.test(value) ? make("a", { href: value, rel: "noreferrer" }, value.replace(/^https?:\/\/(www\.)?/, "")) : value);
    add("Identifier", [make("span", {}, [node.iri, ...node.identifiers].flatMap((value, index) => [index ? " · " : "", link(value)]))]);
    add("Attended", node.meetings.map(({ meeting, people }) => `${meeting}: ${people === 1 ? "1 person" : `${people} people`}`));
    add("Named in", node.documents.length ? [node.documents.map(paperName).join(", ")] : []);
    return list.childElementCount ? list : null;
  }

  /** All statements of a node under one heading a role, the node's own first. */
  function byRole(node) {
    const order = new Map();
    for (const edge of [...node.edges].sort((a, b) => (a.from === node.id ? 0 : 1) - (b.from === node.id ? 0 : 1))) order.set(edge.role, [...(order.get(edge.role) || []), edge]);
    return [...order].flatMap(([role, list]) => [
      make("h3", {}, capital(role), " ", make("span", { class: "count" }, String(list.length))),
      ...sharing(list.slice(0, ROUND)).map((shared) => statement(shared, true)),
      list.length > ROUND ? make("p", { class: "where" }, `and ${list.length - ROUND} more in the table`) : null,
    ]);
  }

  /** Who a node is tied to, how often, and the ways to see more or less of them. */
  function neighbours(node) {
    const near = new Map();
    for (const edge of node.edges) {
      const other = edge.from === node.id ? edge.to : edge.from;
      if (other !== node.id) near.set(other, (near.get(other) || 0) + 1);
    }
    const hidden = [...near.keys()].filter((id) => !isShown.node(nodeById.get(id))).length;
    const listed = [...near].sort((a, b) => b[1] - a[1] || nodeById.get(a[0]).name.localeCompare(nodeById.get(b[0]).name, "en")).slice(0, 40);
    const act = (what, words) => make("button", { type: "button", class: "act", "data-act": what, "data-of": node.id }, words);
    const acts = make("p", { class: "row" }, near.size ? act("only", `Only its ${plural(near.size, "neighbour")}`) : null, hidden ? act("expand", `Show ${hidden} hidden`) : null, act("hide", "Hide"),
      node.events.length ? make("button", { type: "button", class: "act", "data-view": "timeline" }, `Timeline: ${plural(node.events.length, "event")}`) : null);
    const list = make("section", { class: "neighbours" },
      make("h3", {}, "Neighbours ", make("span", { class: "count" }, String(near.size))),
      make("ul", { class: "plain" }, listed.map(([id, count]) => make("li", {}, symbol(nodeById.get(id).group), nodeButton(id), " ",
        make("small", { class: "inline" }, plural(count, "statement"), isShown.node(nodeById.get(id)) ? "" : ", hidden"), " ",
        make("button", { type: "button", class: "mini", "data-act": "expand", "data-of": id, "aria-label": `Expand ${nodeById.get(id).name}: show its neighbours too`, title: "Show its neighbours too" }, "+"),
        make("button", { type: "button", class: "mini", "data-act": "hide", "data-of": id, "aria-label": `Hide ${nodeById.get(id).name}`, title: "Hide" }, "−")))));
    return { acts, list: near.size ? list : null };
  }

  function showNode(node) {
    const nothing = node.kind === "workstream" ? "No document read so far says who works on it." : "No document read so far states a role.";
    const { acts, list } = neighbours(node);
    details.replaceChildren(...[closing(), heading(node.label), make("p", { class: "kind" }, node.type, " ", sign(node.change)), leadNote(node), acts, facts(node),
      ...byRole(node), list || make("p", {}, nothing)].filter(Boolean));
  }

  function showEdge(edge) {
    details.replaceChildren(closing(), heading(capital(edge.role)),
      make("p", {}, nodeButton(edge.from), " → ", nodeButton(edge.to)),
      make("p", {}, badge(edge.basis), badge(standing(edge.status)), edge.collective ? badge("together with others") : "", sign(edge.change) || ""),
      statement([edge], false), make("p", { class: "row" }, readButton(edge) || ""));
  }

  function showEvent(event) {
    const words = timeline.words(event);
    details.replaceChildren(closing(), heading(words), make("p", {}, nodeButton(event.workstream), event.successor ? [" → ", nodeButton(event.successor)] : ""),
      make("p", {}, badge(standing(event.past ? "" : event.status)), event.date ? badge(event.date) : "", event.told ? badge("told in passing") : ""),
      make("div", { class: `statement ${event.past ? "stated" : "implied"}` }, quoted(event) || "", make("p", { class: "where" }, placeOf(event))),
      make("p", { class: "row" }, readButton(event) || ""));
  }

  /** Something that has no symbol in the picture: where it is named. */
  async function showThing(thing) {
    details.replaceChildren(closing(), heading(thing.label), make("p", { class: "kind" }, thing.type), make("p", {}, "Named in the documents, but without a role in the picture."));
    await texts.ready();
    const where = texts.slugs().flatMap((slug) => texts.list(slug)).filter((passage) => passage.spans?.some((span) => span.thing === thing));
    details.append(make("h3", {}, "Named in ", make("span", { class: "count" }, String(where.length))), make("ul", { class: "plain" }, where.slice(0, 80).map((passage) =>
      make("li", {}, make("button", { type: "button", class: "link", "data-passage": passage.id }, placeOf({ paragraph: passage.paragraph, document: passage.slug }))))));
  }

  function show(chosen) {
    if (chosen?.node) showNode(nodeById.get(chosen.node));
    if (chosen?.edge) showEdge(edgeById.get(chosen.edge));
    if (chosen?.event) showEvent(eventById.get(chosen.event));
    if (chosen?.thing) showThing(thingById.get(chosen.thing));
    if ((chosen?.edge || chosen?.event) && texts.isThere && !texts.isLoaded()) texts.ready().then(() => show(chosen));
    details.hidden = !chosen;
    glance.hidden = Boolean(chosen);
    details.parentElement.scrollTop = 0;
    document.body.classList.toggle("chosen", Boolean(chosen));
  }
  return { show, details };
})();
