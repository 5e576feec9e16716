"use strict";
// Pointer and keys in the picture.
(() => {
  const tip = by("tip");
  let pointerAt = null;
  drawing.network.on("click", ({ pointer }) => page.choose(drawing.under(pointer.DOM)));
  drawing.frame.addEventListener("pointermove", (event) => {
    if (!pointerAt) requestAnimationFrame(lookUnder);
    pointerAt = event;
  });
  drawing.frame.addEventListener("pointerleave", () => ((tip.hidden = true), drawing.hover(null)));
  function lookUnder() {
    const box = drawing.frame.getBoundingClientRect();
    const at = { x: pointerAt.clientX - box.left, y: pointerAt.clientY - box.top };
    const found = pointerAt.pointerType === "mouse" && pointerAt.buttons === 0 ? drawing.under(at, edges.length < 2000) : null;
    pointerAt = null;
    drawing.hover(found?.node || null);
    drawing.frame.style.cursor = found ? "pointer" : "grab";
    tip.hidden = !found;
    if (!found) return;
    tip.textContent = found.edge ? edgeById.get(found.edge).sentence : nodeById.get(found.node).label;
    tip.style.left = `${Math.max(4, Math.min(at.x + 14, box.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${at.y + 18 + tip.offsetHeight > box.height ? at.y - tip.offsetHeight - 10 : at.y + 18}px`;
  }

  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** The nearest shown node in a direction; what lies straight ahead counts as nearer. */
  function neighbour([dx, dy]) {
    const shown = nodes.filter(isShown.node);
    const from = page.selected()?.node ? nodeById.get(page.selected().node) : null;
    if (!from) return shown[0];
    const far = (node) => {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const ahead = x * dx + y * dy;
      return ahead > 0 ? ahead + 2 * Math.abs(x * dy - y * dx) : Infinity;
    };
    return shown.filter((node) => far(node) < Infinity).sort((a, b) => far(a) - far(b))[0] || from;
  }
  drawing.frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      Enter: () => page.selected() && panels.details.querySelector("h2").focus(),
      "+": () => drawing.zoom(1.3), "=": () => drawing.zoom(1.3), "-": () => drawing.zoom(1 / 1.3), 0: () => drawing.fit(),
    }[event.key];
    const step = directions[event.key];
    if (step && nodes.some(isShown.node)) page.choose({ node: neighbour(step).id }, { move: true });
    else if (act) act();
    else return;
    event.preventDefault();
  });

  // A screen that turns, or a window that grows, shows everything again; a bar that only comes and goes does not undo what somebody looks at.
  let [wide, high] = [drawing.frame.clientWidth, drawing.frame.clientHeight];
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = drawing.frame;
    if ((clientWidth !== wide || (clientHeight !== high && !drawing.isMoved())) && !page.selected()) drawing.fit(false);
    [wide, high] = [clientWidth, clientHeight];
  }).observe(drawing.frame);
})();
