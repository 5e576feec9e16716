// Finds things by name on the home page; without a script the lists do the same.
"use strict";
const form = document.querySelector("form.find");
const input = document.getElementById("find");
const list = document.getElementById("found");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

fetch("names.json").then((answer) => answer.json()).then((names) => {
  const known = names.map(([name, path, kind]) => [fold(name), name, path, kind]);
  form.hidden = false;
  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    if (!words.length) return;
    const hits = known.filter(([folded]) => words.every((word) => folded.includes(word))).slice(0, 12);
    for (const [, name, path, kind] of hits) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = name;
      const what = document.createElement("span");
      what.className = "what";
      what.textContent = kind;
      item.append(link, what);
      list.append(item);
    }
    if (!hits.length) {
      const item = document.createElement("li");
      item.textContent = "Nothing by that name.";
      list.append(item);
    }
  };
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
}).catch(() => { form.hidden = true; });
