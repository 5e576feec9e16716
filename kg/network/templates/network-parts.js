"use strict";
// Small parts of which every view is made. Texts become text nodes: nothing here ever becomes markup.
const by = (id) => document.getElementById(id);
const announce = (text) => (by("announcer").textContent = text);
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
const nodeButton = (id, text = nodeById.get(id).name) => make("button", { type: "button", class: "link", "data-node": id }, text);
const badge = (text, alarm = false) => make("span", { class: alarm ? "badge alarm" : "badge" }, text);
const sign = (change) => (change ? make("span", { class: "change" }, make("span", { class: `sign sign-${change}`, "aria-hidden": "true" }), change) : null);
const paragraphWords = (paragraph) => (/^\d/.test(paragraph) ? `paragraph ${paragraph}` : paragraph);
/** Where something is said: "Paragraph 5, EMGSOM.28". */
const placeOf = (item) => capital([paragraphWords(item.paragraph), item.document && paperName(item.document)].filter(Boolean).join(", "));
const standing = (status) => ({ "": "in force", suggested: "suggested, not decided" })[status] || status;
/** People are not part of the picture; that somebody leads is. */
const isLedByPerson = (node) => node.group === "led" && !node.edges.some((edge) => edge.to === node.id && edge.style === "lead" && edge.basis === "stated" && edge.change !== "gone");
const KINDS = { agency: "dot", mechanism: "hexagon", idle: "dot", led: "square", open: "square", nobody: "square", other: "diamond" };
const PATHS = { dot: "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z", hexagon: "M8 5h8l4 7-4 7H8l-4-7z", square: "M5 5h14v14H5z", diamond: "M12 4l8 8-8 8-8-8z" };

/** The symbol of a node, as in the picture and the legend. */
function symbol(group) {
  const space = "http://www.w3.org/2000/svg";
  const [svg, path] = [document.createElementNS(space, "svg"), document.createElementNS(space, "path")];
  for (const [name, value] of Object.entries({ class: `swatch group-${group}`, viewBox: "0 0 24 24", "aria-hidden": "true" })) svg.setAttribute(name, value);
  path.setAttribute("d", PATHS[KINDS[group]]);
  svg.append(path);
  return svg;
}

/** Lets the browser save a file. */
function save(name, type, content) {
  const link = make("a", { href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Copies the text of a field, and says so. */
async function copy(field, button) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy"); // pages opened from a disk may have no clipboard of their own
  }
  button.textContent = "Copied";
  announce("Copied.");
  setTimeout(() => (button.textContent = "Copy"), 2000);
}
