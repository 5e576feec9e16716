// The editor: YASGUI over our endpoint, completing our prefixes, classes and properties. Nothing is fetched from elsewhere.
"use strict";

(async () => {
  const place = document.getElementById("yasgui");
  if (!place || typeof Yasgui === "undefined") return;
  const endpoint = new URL(place.dataset.endpoint, location.href).href;
  const answer = await fetch("/terms.json");
  const terms = answer.ok ? await answer.json() : { prefixes: {}, classes: [], properties: [] };
  const starting = (list) => (yasqe, token) => {
    const typed = ((token && token.autocompletionString) || "").toLowerCase();
    const space = (token && token.tokenPrefixUri) || "";
    const name = space ? typed.slice(space.length) : typed.split(/[/#]/).pop();
    const fits = (iri) => iri.toLowerCase().startsWith(typed) || (name && iri.slice(space.length).split(/[/#]/).pop().toLowerCase().includes(name));
    return list.filter((iri) => iri.startsWith(space) && fits(iri)).slice(0, 60);
  };
  const Yasqe = Yasgui.Yasqe;
  Yasqe.defaults.autocompleters.length = 0;
  const plain = { bulk: false, persistenceId: null };
  Yasqe.forkAutocompleter("prefixes", { name: "prefixes", bulk: true, persistenceId: null, get: () => Object.entries(terms.prefixes).map(([p, iri]) => `${p}: <${iri}>`) });
  Yasqe.forkAutocompleter("property", { ...plain, name: "property", autoShow: false, get: starting(terms.properties) });
  Yasqe.forkAutocompleter("class", { ...plain, name: "class", autoShow: false, get: starting(terms.classes) });
  Yasqe.registerAutocompleter(Yasqe.Autocompleters.variables);

  const first = document.getElementById("query").value;
  place.hidden = false;
  const gui = new Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    persistenceId: "uneg-kg",
    populateFromUrl: true,
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
    yasqe: { value: first, persistenceId: null, createShortLink: undefined, showQueryButton: true, resizeable: true },
    yasr: { prefixes: terms.prefixes },
  });
  for (const tab of Object.values(gui._tabs)) tab.setEndpoint(endpoint);
  document.getElementById("plain").hidden = true;
  document.querySelectorAll("#yasgui textarea").forEach((area) => area.setAttribute("aria-label", "SPARQL query"));

  document.querySelectorAll("#examples a").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    const tab = gui.addTab(true, { name: link.textContent.slice(0, 30), yasqe: { value: link.dataset.query }, requestConfig: { endpoint } });
    place.scrollIntoView({ block: "start" });
    tab.query().catch(() => {});
  }));

  // Labels instead of IRIs in the table of results.
  const known = new Map();
  let waiting = 0;
  const label = async () => {
    const links = [...place.querySelectorAll(".yasr a.iri")];
    for (const link of links) if (!link.dataset.iri) link.dataset.iri = link.href;
    const wanted = [...new Set(links.map((link) => link.dataset.iri))].filter((iri) => !known.has(iri) && !/[<>"{}|\\^`\s]/.test(iri)).slice(0, 300);
    if (wanted.length) {
      const query = `SELECT ?i (MIN(?l) AS ?label) { VALUES ?i { ${wanted.map((iri) => `<${iri}>`).join(" ")} } ?i rdfs:label|foaf:name|dcterms:title ?l FILTER(LANG(?l) IN ("en", "")) } GROUP BY ?i`;
      const answer = await fetch(endpoint, { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" }, body: query });
      wanted.forEach((iri) => known.set(iri, ""));
      if (answer.ok) for (const row of (await answer.json()).results.bindings) if (row.i) known.set(row.i.value, row.label ? row.label.value : "");
    }
    for (const link of links) {
      const iri = link.dataset.iri;
      const name = known.get(iri);
      if (link.dataset.shown) continue;
      link.dataset.shown = "yes";
      link.title = iri;
      link.href = iri.startsWith(place.dataset.base) ? `/${iri.slice(place.dataset.base.length)}` : `/resource?iri=${encodeURIComponent(iri)}`;
      if (!name) continue;
      link.textContent = name;
      for (const beside of [link.previousSibling, link.nextSibling]) if (beside && beside.nodeType === 3) beside.textContent = beside.textContent.replace(/[<>]/g, "");
    }
  };
  new MutationObserver(() => { clearTimeout(waiting); waiting = setTimeout(label, 120); }).observe(place, { childList: true, subtree: true });
})();
