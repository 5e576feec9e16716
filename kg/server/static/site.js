// Small helps; every page works without them.
"use strict";

// A quote's address (#char=120,150) lights up its words in the document.
function light() {
  document.querySelectorAll(".span.lit").forEach((span) => span.classList.remove("lit"));
  const mark = decodeURIComponent(location.hash.slice(1));
  if (!mark.startsWith("char=")) return;
  const spans = [...document.querySelectorAll(".span")].filter((span) => span.dataset.marks.split(" ").includes(mark));
  spans.forEach((span) => span.classList.add("lit"));
  if (spans.length) spans[0].scrollIntoView({ block: "center" });
}
addEventListener("hashchange", light);
light();

// The values of an entity parameter are fetched when somebody is about to choose one.
document.querySelectorAll("input[data-choices]").forEach((input) => {
  const fill = async () => {
    const answer = await fetch(input.dataset.choices);
    if (!answer.ok) return;
    const seen = new Set();
    for (const choice of await answer.json()) {
      if (seen.has(choice.label)) continue;
      seen.add(choice.label);
      const option = document.createElement("option");
      option.value = choice.label;
      if (choice.acronym) option.label = choice.acronym;
      input.list.append(option);
    }
  };
  input.addEventListener("focus", () => { input.select(); fill(); }, { once: true });
});

// "/" goes to the search field.
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, [contenteditable], .CodeMirror");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  (document.getElementById("search") || document.getElementById("find")).focus();
});
