"use strict";
// "Show this as SPARQL": the query whose rows are what is on the screen, in the words of the ontology.
const sparql = (() => {
  const PREFIXES = {
    oa: "http://www.w3.org/ns/oa#", prov: "http://www.w3.org/ns/prov#", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    skos: "http://www.w3.org/2004/02/skos/core#", uneg: "https://w3id.org/uneg/ontology#",
  };
  // relations the page shows in other words than the ontology; the last three follow from effects of decisions
  const PROPERTIES = { "related to": "refersTo", "contributes to": "refersTo" };
  const OCCASIONS = "/(person|meeting|event|cop|document|statement)/[^/ ]+( |$)";
  const text = (value) => `"${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t")}"`;
  const iri = (value) => `<${value.replace(/[\x00-\x20<>"{}|\\^`]/g, (character) => encodeURIComponent(character))}>`;
  const camel = (words) => words.replace(/ (\w)/g, (_, letter) => letter.toUpperCase());
  const propertyOf = (role) => `uneg:${PROPERTIES[role] || camel(role)}`;
  const list = (values, form) => [...values].map(form).join(", ");
  const documentIri = (slug) => paperBySlug.get(slug)?.iri || `https://w3id.org/uneg/document/${slug}`;

  const ROLE_PART = `  {
    # who has which role in what
    ?claim a uneg:RoleAssignment ; uneg:agent ?agent ; uneg:role/skos:notation ?role ; uneg:target ?target .
    FILTER(?role != "participant" && !REGEX(CONCAT(STR(?agent), " ", STR(?target)), "${OCCASIONS}"))
  }`;
  const isWorkstream = (name) => `EXISTS { ${name} a/rdfs:subClassOf* uneg:Workstream }`;
  const isDrawn = (name) => `(REGEX(STR(${name}), "/(agency|mechanism|workstream)/[^/]+$") || EXISTS {
      ?any uneg:agent ?who ; uneg:role/skos:notation ?as ; uneg:target ?what .
      FILTER(${name} IN (?who, ?what) && ?as != "participant" && !REGEX(CONCAT(STR(?who), " ", STR(?what)), "${OCCASIONS}")) })`;

  /** How workstreams hang together: claims of the text, and what decisions would make of them. */
  function linkParts(roles) {
    const claimed = roles.filter((role) => !["becomes", "absorbs"].includes(role));
    const plain = claimed.filter((role) => !["established", "collaborates with"].includes(role));
    const parts = [];
    const noOther = "FILTER NOT EXISTS { ?claim a ?kind FILTER(?kind IN (uneg:RoleAssignment, uneg:LifecycleEvent, uneg:Decision, uneg:Proposal)) }";
    if (plain.length) parts.push(`    VALUES (?property ?role) { ${plain.map((role) => `(${propertyOf(role)} ${text(role)})`).join(" ")} }
    ?claim uneg:subject ?agent ; uneg:predicate ?property ; uneg:object ?target .
    FILTER(${isWorkstream("?agent")})
    ${noOther}`);
    if (claimed.includes("established")) parts.push(`    ?claim uneg:subject ?agent ; uneg:predicate uneg:established ; uneg:object ?target .
    FILTER(${isWorkstream("?target")})
    FILTER NOT EXISTS { ?claim a ?kind FILTER(?kind IN (uneg:RoleAssignment, uneg:LifecycleEvent)) }
    BIND("established" AS ?role)`);
    if (claimed.includes("collaborates with")) parts.push(`    # said once, and true both ways
    ?claim uneg:subject ?one ; uneg:predicate uneg:collaboratesWith ; uneg:object ?two .
    FILTER(${isWorkstream("?one")} || ${isWorkstream("?two")})
    FILTER NOT EXISTS { ?claim a ?kind FILTER(?kind IN (uneg:RoleAssignment, uneg:LifecycleEvent)) }
    BIND(IF(STR(?one) < STR(?two), ?one, ?two) AS ?agent) BIND(IF(STR(?one) < STR(?two), ?two, ?one) AS ?target)
    BIND("collaborates with" AS ?role)`);
    if (roles.includes("becomes")) parts.push(`    ?change uneg:effectKind uneg:effect-convert ; uneg:affects ?agent ; uneg:successor ?target .
    ?claim uneg:foresees|uneg:hasEffect ?change .
    BIND("becomes" AS ?role)`);
    if (roles.includes("absorbs")) parts.push(`    ?change uneg:effectKind uneg:effect-absorb ; uneg:affects ?target ; uneg:successor ?agent .
    ?claim uneg:foresees|uneg:hasEffect ?change .
    BIND("absorbs" AS ?role)`);
    if (roles.includes("part of")) parts.push(`    ?change uneg:successor ?agent ; uneg:within ?target .
    ?claim uneg:foresees|uneg:hasEffect ?change .
    BIND("part of" AS ?role)`);
    return parts.map((part) => `  {\n${part}\n    ?claim uneg:evidence/oa:exact ?said .\n    FILTER(${isDrawn("?agent")} && ${isDrawn("?target")})\n  }`);
  }
  const NOT_TWICE = `  # who established a group need not be called its whole as well
  FILTER(?role != "part of" || NOT EXISTS {
    ?made uneg:subject ?target ; uneg:predicate uneg:established ; uneg:object ?agent ; uneg:evidence/oa:exact ?quote })`;

  const without = (values, all, name, form) => {
    if (!values.length) return "";
    const kept = all.filter((value) => !values.includes(value));
    return kept.length < values.length ? `  FILTER(${name} IN (${list(kept, form)}))` : `  FILTER(${name} NOT IN (${list(values, form)}))`;
  };
  /** Filters of the legend in the words of SPARQL. */
  function filters() {
    const busy = nodes.filter((node) => node.change !== "gone" && node.edges.length);
    const hidden = busy.filter((node) => !isShown.node(node)).map((node) => node.iri);
    const all = busy.map((node) => node.iri);
    const off = (facet, values) => values.filter((value) => switchedOff[facet].has(value));
    const [bases, states] = ["basis", "status"].map((facet) => [...new Set(edges.map((edge) => edge[facet]))]);
    return [
      without(off("basis", bases), bases, "?basis", text), without(off("status", states), states, "?status", text),
      without([...closed].map(documentIri), slugs.map(documentIri), "?document", iri),
      without(hidden, all, "?agent", iri), without(hidden, all, "?target", iri),
    ].filter(Boolean);
  }

  function wrap(comment, columns, parts, last) {
    const body = [...parts, ...last].filter(Boolean).join("\n");
    const used = Object.entries(PREFIXES).filter(([prefix]) => body.includes(`${prefix}:`)).map(([prefix, value]) => `PREFIX ${prefix}: <${value}>`);
    return [...used, "", `# ${comment}`, `SELECT DISTINCT ${columns}`, "WHERE {", body, "}"].join("\n") + "\n";
  }
  const WHERE_SAID = `  ?claim prov:wasQuotedFrom ?passage .
  ?passage uneg:partOfDocument ?document ; uneg:number ?paragraph .
  OPTIONAL { ?claim uneg:evidence/oa:exact ?quote }
  OPTIONAL { ?claim uneg:status/skos:notation ?standing }
  BIND(COALESCE(?standing, "") AS ?status)`;

  /** The query for a set of statements, with filters; `roles` and `links` are what the set may hold. */
  function statements(comment, roles, links, last) {
    const parts = [...(roles.length ? [ROLE_PART] : []), ...linkParts(links)];
    const known = [...new Set(edges.filter((edge) => edge.legend !== "link").map((edge) => edge.role))];
    const gone = known.filter((role) => !roles.includes(role));
    const whole = [WHERE_SAID, `  OPTIONAL { ?claim uneg:basis/skos:notation ?given }\n  BIND(COALESCE(?given, "stated") AS ?basis)`];
    const tail = [links.includes("part of") && links.includes("established") || links.includes("part of") && edges.some((edge) => edge.role === "established") ? NOT_TWICE : "",
      gone.length ? `  FILTER(?role NOT IN (${list(gone, text)}))` : "", ...last];
    return wrap(comment, "?agent ?role ?target ?basis ?status ?document ?paragraph ?quote", [parts.join("\n  UNION\n"), ...whole], [...tail]) + "ORDER BY ?agent ?role ?target ?document ?paragraph\n";
  }
  const distinct = (found) => new Set(found.map((edge) => JSON.stringify([edge.from, edge.role, edge.to, edge.basis, edge.status, edge.document, edge.paragraph, edge.quote]))).size;
  const isHere = (edge) => edge.change !== "gone";

  function forShown() {
    const shown = edges.filter((edge) => isHere(edge) && isShown.edge(edge));
    const allowed = [...new Set(edges.filter((edge) => isHere(edge) && !switchedOff.legend.has(edge.legend)))];
    const roles = [...new Set(allowed.filter((edge) => edge.legend !== "link").map((edge) => edge.role))];
    const links = [...new Set(allowed.filter((edge) => edge.legend === "link").map((edge) => edge.role))];
    return { count: distinct(shown), words: "What the picture shows", query: shown.length ? statements("What the picture shows", roles, links, filters()) : "" };
  }
  function forChosen(chosen) {
    const found = (chosen.edge ? [edgeById.get(chosen.edge)] : nodeById.get(chosen.node).edges).filter(isHere);
    if (!found.length) return null;
    const [one] = found;
    const node = chosen.node && nodeById.get(chosen.node);
    const words = node ? `What is said of ${node.name}` : "The chosen statement";
    const last = node ? [`  FILTER(${iri(node.iri)} IN (?agent, ?target))`]
      : [`  FILTER(?agent = ${iri(nodeById.get(one.from).iri)} && ?target = ${iri(nodeById.get(one.to).iri)} && ?role = ${text(one.role)} && STR(?paragraph) = ${text(one.paragraph)})`];
    const roles = [...new Set(found.filter((edge) => edge.legend !== "link").map((edge) => edge.role))];
    const links = [...new Set(found.filter((edge) => edge.legend === "link").map((edge) => edge.role))];
    return { count: distinct(found), words, query: statements(words.replace(/\s+/g, " "), roles, links, last) };
  }
  function forEvents() {
    const shown = timeline.shownEvents();
    const streams = nodes.filter((node) => node.events.length);
    const hidden = streams.filter((node) => !isShown.node(node)).map((node) => node.iri);
    const states = [...new Set(events.map((event) => event.status))];
    const off = states.filter((status) => switchedOff.status.has(["adopted", "amended"].includes(status) ? "" : status));
    const effects = [...new Set(events.map((event) => event.effect))];
    const parts = [`  {
    # told of the past
    ?claim a uneg:LifecycleEvent ; uneg:workstream ?workstream ; uneg:effectKind/skos:notation ?event .
  }
  UNION
  {
    # decided, or suggested to be decided
    VALUES ?event { ${effects.map(text).join(" ")} }
    ?change uneg:effectKind/skos:notation ?event ; uneg:affects ?workstream .
    ?claim uneg:foresees|uneg:hasEffect ?change .
    OPTIONAL { ?change uneg:status/skos:notation ?own }
    OPTIONAL { ?change uneg:successor ?successor }
  }
  FILTER(${isWorkstream("?workstream")})`, WHERE_SAID.replace("?standing, \"\"", "?own, ?standing, \"\"")];
    const query = wrap("What happened to workstreams, and what is suggested", "?workstream ?event ?status ?successor ?document ?paragraph ?quote", parts,
      [without(off, states, "?status", text), without([...closed].map(documentIri), slugs.map(documentIri), "?document", iri), without(hidden, streams.map((node) => node.iri), "?workstream", iri)]);
    const rows = new Set(shown.map((event) => JSON.stringify([event.workstream, event.effect, event.status, event.successor, event.document, event.paragraph, event.quote])));
    return { count: rows.size, words: "What the timeline shows", query: `${query}ORDER BY ?workstream ?event ?document ?paragraph\n`, unit: "event" };
  }

  /** Opens the dialog with the query for the view, or for what is chosen. */
  function open(chosen) {
    const about = document.body.dataset.view === "timeline" ? forEvents() : forShown();
    const special = chosen?.edge || chosen?.node ? forChosen(chosen) : null;
    const fill = (one) => {
      by("sparql-text").value = one.query;
      by("sparql-note").textContent = one.query ? `${one.words}: ${plural(one.count, one.unit || "statement")}, the same rows in the dataset.` : "Nothing is shown.";
      const other = one === special ? about : special;
      if (other) by("sparql-note").append(" ", make("button", { type: "button", class: "link" }, other === special ? `Only ${other.words.charAt(0).toLowerCase()}${other.words.slice(1)}` : "All that is shown"));
      by("sparql-note").querySelector("button")?.addEventListener("click", () => fill(other));
    };
    fill(about);
    by("sparql").showModal();
  }
  return { open };
})();
