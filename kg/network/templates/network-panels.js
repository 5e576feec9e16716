"use strict";
// The details of what is chosen, as elements and text: nothing here ever becomes markup.
const panels = (() => {
  const details = document.getElementById("details");
  const glance = document.getElementById("glance");

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  const nodeButton = (id) => make("button", { type: "button", class: "link", "data-node": id }, nodeById.get(id).name);
  const badge = (text, alarm = false) => make("span", { class: alarm ? "badge alarm" : "badge" }, text);

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const place = (edge) => {
    const paragraph = /^\d/.test(edge.paragraph) ? `paragraph ${edge.paragraph}` : edge.paragraph;
    return capital([paragraph, edge.document].filter(Boolean).join(", "));
  };
  const standing = (edge) => ({ "": "in force", suggested: "suggested, not decided" })[edge.status] || edge.status;

  /** One or more sentences and the quote they share. */
  function statement(shared, asLinks) {
    const [edge] = shared;
    const sentences = shared.map((one) => make("p", {}, asLinks ? make("button", { type: "button", class: "link", "data-edge": one.id }, one.sentence) : one.sentence));
    return make("div", { class: `statement ${edge.basis === "implied" ? "implied" : "stated"} role-${edge.style}` },
      ...sentences, edge.quote ? make("blockquote", {}, `“${edge.quote}”`) : null, make("p", { class: "where" }, place(edge)));
  }
  function sharing(list) {
    const groups = new Map();
    for (const edge of list) {
      const key = JSON.stringify([edge.quote, edge.paragraph, edge.document, edge.basis, edge.from === list[0].from]);
      groups.set(key, [...(groups.get(key) || []), edge]);
    }
    return [...groups.values()];
  }

  const closing = () => make("button", { type: "button", class: "close", "aria-label": "Close the details", "data-close": "" }, "×");
  const heading = (text) => make("h2", { tabindex: "-1" }, text);

  function leadNote(node) {
    if (node.kind !== "workstream") return null;
    if (node.group !== "led") return make("p", {}, badge("no lead stated", true), node.group === "nobody" ? badge("nobody named", true) : null);
    const leads = node.edges.filter((edge) => edge.to === node.id && edge.style === "lead" && edge.basis === "stated");
    const parts = [...new Set(leads.map((edge) => edge.from))].flatMap((id, index) => [index ? ", " : "", nodeButton(id)]);
    return make("p", {}, "Lead stated: ", ...parts);
  }

  function facts(node) {
    const list = make("dl");
    const add = (term, ...values) => values.some(Boolean) && list.append(make("dt", {}, term), make("dd", {}, ...values));
    add("Acronym", node.acronym === node.label ? "" : node.acronym);
    add("Also called", node.aliases.join(" · "));
    for (const identifier of node.identifiers) add("Identifier", /^https?:\/\/[^\s"'<>]+$/.test(identifier) ? outside(identifier) : identifier);
    add("IRI", node.iri);
    return list;
  }
  const outside = (url) => make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, url.replace(/^https?:\/\//, ""));

  /** Statements about a node under one heading a role, the node's own first. */
  function byRole(node) {
    const order = new Map();
    for (const edge of [...node.edges].sort((a, b) => (a.from === node.id ? 0 : 1) - (b.from === node.id ? 0 : 1))) {
      if (!order.has(edge.role)) order.set(edge.role, []);
      order.get(edge.role).push(edge);
    }
    return [...order].flatMap(([role, list]) => [
      make("h3", {}, capital(role), " ", make("span", { class: "count" }, String(list.length))),
      ...sharing(list.slice(0, 60)).map((shared) => statement(shared, true)),
      list.length > 60 ? make("p", { class: "where" }, `and ${list.length - 60} more in the table`) : null,
    ]);
  }

  function showNode(node) {
    details.replaceChildren(closing(), heading(node.label), make("p", { class: "kind" }, node.type), ...[leadNote(node)].filter(Boolean), facts(node),
      ...byRole(node).filter(Boolean), ...(node.edges.length ? [] : [make("p", {}, node.kind === "workstream" ? "No document read so far says who works on it." : "No document read so far states a role.")]));
  }

  function showEdge(edge) {
    details.replaceChildren(closing(), heading(capital(edge.role)),
      make("p", {}, nodeButton(edge.from), " → ", nodeButton(edge.to)),
      make("p", {}, badge(edge.basis), badge(standing(edge)), edge.collective ? badge("together with others") : null),
      statement([edge], false));
  }

  function show(selection) {
    if (selection?.node) showNode(nodeById.get(selection.node));
    if (selection?.edge) showEdge(edgeById.get(selection.edge));
    details.hidden = !selection;
    glance.hidden = Boolean(selection);
    details.parentElement.scrollTop = 0;
    document.body.classList.toggle("chosen", Boolean(selection));
  }
  return { show, details, make };
})();
