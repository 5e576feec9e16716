"use strict";
// The search field: names as one types, the nearest where nothing is called that.
const search = (() => {
  const input = by("search");
  const list = by("found");
  let offered = [];
  let active = 0;
  let choose = () => {};

  function offer() {
    const text = input.value;
    const hits = find(text).slice(0, 8);
    const near = hits.length || !fold(text) ? [] : nearest(text);
    offered = hits.length ? hits : near;
    active = 0;
    const note = hits.length || !fold(text) ? "" : `Nothing is called “${text.trim()}”.${near.length ? " Nearest:" : ""}`;
    const options = offered.map((item, index) => make("li", { role: "option", id: `found-${index}`, "aria-selected": String(index === 0), "data-offer": String(index) },
      make("span", {}, item.acronym && item.acronym !== item.label ? `${item.acronym} · ${item.label}` : item.label), make("small", {}, item.type)));
    list.replaceChildren(...(note ? [make("li", { class: "nearest", role: "presentation" }, note)] : []), ...options);
    list.hidden = offered.length === 0;
    by("search-note").textContent = note ? `${note} ${near.map((item) => item.name).join(", ")}` : "";
    point();
  }
  function point() {
    input.setAttribute("aria-expanded", String(!list.hidden));
    [...list.querySelectorAll("[role=option]")].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    if (offered.length && !list.hidden) input.setAttribute("aria-activedescendant", `found-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }
  function close() {
    list.hidden = true;
    by("search-note").textContent = "";
    point();
  }
  function take(item) {
    close();
    choose(item.chosen);
  }
  input.addEventListener("input", offer);
  input.addEventListener("focus", () => input.value && offer());
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offered.length) {
      active = (active + step + offered.length) % offered.length;
      point();
      event.preventDefault();
    } else if (event.key === "Enter") {
      const hits = find(input.value);
      if (hits.length) take(offered[active] && !list.hidden ? offered[active] : hits[0]);
      else if (active > 0 || !fold(input.value)) offered[active] && take(offered[active]);
      else offer();
    } else if (event.key === "Escape") {
      input.value = "";
      close();
      event.stopPropagation();
    }
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(offered[Number(option.dataset.offer)]);
    event.preventDefault();
  });
  return { onChoose: (act) => (choose = act) };
})();
