"use strict";
// The biography of each workstream: what has happened to it, and what is suggested to happen, on one line.
const timeline = (() => {
  const section = by("timeline");
  const DONE = { establish: "established", endorse: "endorsed", extend: "extended", continue: "continued", conclude: "concluded", rename: "renamed", convert: "converted", absorb: "absorbed", task: "tasked" };
  const done = (effect) => DONE[effect] || effect;

  /** An event in words: "to be extended for one more year", "endorsed". */
  function words(event) {
    const detail = event.effect === "rename" && event.detail ? `“${event.detail}”` : event.effect === "convert" || event.effect === "absorb" ? "" : event.detail;
    return capital([event.past ? done(event.effect) : event.status === "rejected" ? `not ${done(event.effect)}` : `to be ${done(event.effect)}`, detail].filter(Boolean).join(" "));
  }

  /** When an event stands: on its own date, on that of the meeting that decides or suggests it, or before, where only told. */
  function occasionOf(event) {
    if (event.date) return event.date;
    return event.told ? "" : dateOf(event.document) || "?";
  }
  const meetings = (date) => [...new Set(about.papers.filter((paper) => paper.date === date).map((paper) => paper.meeting || paper.symbol || paper.title))].join(", ");
  const shownEvents = () => events.filter(isShown.event);

  /** Lanes in an order in which a successor follows the workstream it comes from. */
  function lanes(shown) {
    const mine = new Map();
    for (const event of shown) mine.set(event.workstream, [...(mine.get(event.workstream) || []), event]);
    const from = new Map();
    for (const event of shown) if (event.successor && event.successor !== event.workstream) from.set(event.successor, [...(from.get(event.successor) || []), event]);
    const starts = [...mine.keys()].filter((id) => !from.has(id)).sort((a, b) => nodeById.get(a).name.localeCompare(nodeById.get(b).name, "en"));
    const listed = [];
    const visit = (id) => {
      if (listed.includes(id)) return;
      listed.push(id);
      for (const event of mine.get(id) || []) if (event.successor) visit(event.successor);
    };
    for (const id of [...starts, ...mine.keys()]) visit(id);
    return listed.map((id) => ({ node: nodeById.get(id), events: mine.get(id) || [], from: from.get(id) || [] }));
  }

  function chip(event) {
    const next = event.successor && event.successor !== event.workstream && ["convert", "absorb"].includes(event.effect)
      ? make("span", { class: "next" }, event.effect === "absorb" ? "into " : "→ ", nodeButton(event.successor)) : "";
    return make("li", { class: `event ${event.past ? "past" : "suggested"}` },
      make("button", { type: "button", class: "what", "data-event": event.id, title: event.quote }, make("span", { class: "dot", "aria-hidden": "true" }), words(event)),
      make("small", {}, event.past ? "adopted" : event.status, event.told ? ", told in passing" : ""), next);
  }
  /** How a successor begins: from which workstream, by which event. */
  const coming = (event) => make("li", { class: `event coming ${event.past ? "past" : "suggested"}` }, make("span", {}, make("span", { class: "dot", "aria-hidden": "true" }),
    event.effect === "absorb" ? (event.past ? "Absorbed " : "To absorb ") : event.past ? "Came from " : "To come from ", nodeButton(event.workstream)));
  function lane({ node, events: list, from }, occasions) {
    const cells = occasions.map((occasion) => {
      const begun = [...new Map(from.filter((event) => occasionOf(event) === occasion).map((event) => [event.workstream, event])).values()];
      const here = list.filter((event) => occasionOf(event) === occasion);
      return make("td", {}, here.length || begun.length ? make("ul", { class: "plain" }, begun.map(coming), here.map(chip)) : "");
    });
    const name = make("th", { scope: "row" }, make("div", { class: "who-lane" }, symbol(node.group), nodeButton(node.id)));
    return make("tr", { class: from.length ? "follows" : null, "data-lane": node.id }, name, cells);
  }

  function refresh() {
    const shown = shownEvents();
    const found = [...new Set(shown.map(occasionOf))];
    const occasions = [...(found.includes("") ? [""] : []), ...found.filter((date) => date && date !== "?").sort(), ...(found.includes("?") ? ["?"] : [])];
    const heads = occasions.map((date) => make("th", { scope: "col" }, date === "" ? "Before" : date === "?" ? "Date unknown" : date, make("small", {}, date === "" ? "told without a date" : meetings(date))));
    const quiet = nodes.filter((node) => node.kind === "workstream" && isShown.node(node) && !shown.some((event) => [event.workstream, event.successor].includes(node.id)));
    section.replaceChildren(
      make("p", { class: "key" }, make("span", { class: "event past" }, make("span", { class: "dot" }), " adopted: it has happened"), make("span", { class: "event suggested" }, make("span", { class: "dot" }), " suggested: not decided yet")),
      shown.length ? make("table", { class: "lanes" }, make("caption", {}, `What happened to ${plural(new Set(shown.map((event) => event.workstream)).size, "workstream")}, and what is suggested to happen`),
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Workstream"), heads)), make("tbody", {}, lanes(shown).map((one) => lane(one, occasions))))
        : make("p", {}, events.length ? "Every event is hidden by the filters." : "No document read so far tells what happened to a workstream."),
      quiet.length ? make("details", {}, make("summary", {}, `${plural(quiet.length, "workstream")} without an event`), make("ul", { class: "plain" }, quiet.map((node) => make("li", {}, symbol(node.group), nodeButton(node.id))))) : "");
  }
  function mark(chosen) {
    for (const item of section.querySelectorAll('[aria-current="true"]')) item.removeAttribute("aria-current");
    const item = chosen?.event ? section.querySelector(`[data-event="${chosen.event}"]`) : chosen?.node ? section.querySelector(`[data-lane="${chosen.node}"] th [data-node]`) : null;
    item?.setAttribute("aria-current", "true");
    if (item && document.body.dataset.view === "timeline") item.scrollIntoView({ block: "nearest" });
  }
  const asRows = () => [["workstream", "event", "status", "date", "successor", "document", "paragraph", "quote"],
    ...shownEvents().map((event) => [nodeById.get(event.workstream).name, event.effect, event.status, event.date, event.successor ? nodeById.get(event.successor).name : "", event.document, event.paragraph, event.quote])];
  return { refresh, mark, words, asRows, shownEvents };
})();
