// The board: vis-network on a canvas, with selection, hover, keyboard, zoom and legend. It knows nothing of Streamlit, so that
// an exported page carries it as it is.

import { drawNode, edgeStyle, readTokens } from "./draw.js";

const KINDS = { unit: ["k-unit", "单位"], group: ["k-group", "集合单位"], measure: ["k-measure", "措施"], deadline: ["k-deadline", "时限"], target: ["k-target", "目标"], liab: ["k-liab", "问责"], doc: ["k-doc", "文件"] };
const ROLES = { lead: ["ln", "牵头"], resp: ["ln ln-resp", "责任"], supp: ["ln ln-supp", "配合"], succ: ["ln ln-succ", "承继"], member: ["ln ln-succ", "成员"], cites: ["ln ln-cites", "引用"], part: ["ln ln-part", "所含措施"] };
const NARROW = 560;

export class Board {
  // on: { select(node), move({id: [x, y]}) }, both optional
  constructor(host, on = {}) {
    this.on = on;
    this.host = host;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.selected = "";
    this.hovered = "";
    this.frame = element("div", "g-frame");
    this.canvas = element("div", "g-canvas");
    Object.assign(this.canvas, { tabIndex: 0 });
    this.canvas.setAttribute("role", "application");
    this.live = element("div", "g-live");
    this.live.setAttribute("aria-live", "polite");
    this.legend = element("div", "g-legend");
    this.frame.append(this.canvas, this.zoomButtons(), this.legend, this.live);
    host.append(this.frame);
    this.frame.board = this; // for whoever drives the page from outside, tests above all
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.watch = new ResizeObserver(() => this.resized());
  }

  show(data) {
    const first = !this.network;
    this.data = data;
    if (data.height) this.frame.style.setProperty("--g-height", `${data.height}px`);
    this.canvas.setAttribute("aria-label", `关系图，${data.summary}。方向键在节点之间移动，回车选中，加号减号缩放`);
    this.narrow = this.frame.clientWidth < NARROW;
    this.frame.classList.toggle("g-narrow", this.narrow);
    if (!data.nodes.some((node) => node.id === this.selected)) this.selected = data.centre;
    const fresh = this.put(data);
    readTokens(this.frame);
    if (first) this.start(data);
    this.network.setOptions({
      interaction: { dragView: !this.narrow }, // a finger scrolls the page, not the picture
      edges: { smooth: this.narrow && { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 } },
    });
    if (first || this.shown !== data.view) this.fit();
    else this.reach(fresh);
    this.shown = data.view;
    this.paint();
    this.drawLegend();
  }

  // Nodes that stay keep the place where they stand, moved by hand or not; new ones come where the server put them.
  put(data) {
    const same = this.shown === data.view;
    const old = same ? this.nodes.getIds() : [];
    const keep = new Set(data.nodes.map((node) => node.id));
    this.nodes.remove(this.nodes.getIds().filter((id) => !same || !keep.has(id)));
    const known = new Set(old.filter((id) => keep.has(id)));
    this.nodes.update(
      data.nodes.map((node) => {
        const place = this.narrow ? { x: node.nx, y: node.ny } : { x: node.x, y: node.y };
        const { x, y, ...rest } = node;
        rest.hidden = this.narrow && !data.deep && Boolean(data.centre) && node.level > 1;
        return known.has(node.id) ? rest : { ...rest, ...place };
      }),
    );
    const lines = new Set(data.edges.map((edge) => edge.id));
    this.edges.remove(this.edges.getIds().filter((id) => !lines.has(id)));
    this.edges.update(data.edges);
    return data.nodes.map((node) => node.id).filter((id) => !known.has(id));
  }

  // Zoom out when new nodes lie outside of what is seen; the nodes themselves stay.
  reach(fresh) {
    if (!fresh.length) return;
    const seen = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const end = this.network.DOMtoCanvas({ x: this.canvas.clientWidth, y: this.canvas.clientHeight });
    const box = this.bounds(fresh);
    if (box.left < seen.x || box.top < seen.y || box.right > end.x || box.bottom > end.y) this.fit();
  }

  start(data) {
    const options = structuredClone(data.options);
    options.nodes.ctxRenderer = ({ ctx, id, x, y }) => {
      let size = { width: 10, height: 10 };
      return { drawNode: () => (size = drawNode(ctx, this.nodes.get(id), x, y, this.state(id))), get nodeDimensions() { return size; } };
    };
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.network.on("click", ({ nodes, pointer }) => this.select(nodes[0] ?? this.slipAt(pointer.canvas) ?? this.data.centre));
    this.network.on("hoverNode", ({ node }) => this.hover(node));
    this.network.on("blurNode", () => this.hover(""));
    this.network.on("dragEnd", ({ nodes }) => nodes.length && this.on.move?.(this.network.getPositions(nodes)));
    this.network.on("beforeDrawing", () => readTokens(this.frame) && this.paint());
    this.watch.observe(this.frame);
  }

  select(id, tell = true) {
    if (id !== this.selected) {
      this.selected = id;
      this.paint();
    }
    const node = this.nodes.get(id);
    if (!node) return;
    this.live.textContent = `已选 ${node.name}`;
    if (tell) this.on.select?.(node);
  }

  // On narrow screens a slip lies to the right of its place, where vis-network does not look for it.
  slipAt({ x, y }) {
    if (!this.narrow) return undefined;
    const places = this.network.getPositions();
    return this.nodes.getIds().find((id) => Math.abs(y - places[id].y) < 14 && x > places[id].x - 10 && x < places[id].x + 220);
  }

  hover(id) {
    this.hovered = id;
    this.paint();
  }

  state(id) {
    const chosen = this.selected;
    const home = !chosen || chosen === this.data.centre;
    return {
      selected: id === chosen,
      hover: id === this.hovered,
      centre: id === this.data.centre,
      dim: !home && id !== chosen && id !== this.hovered && !this.near.has(id),
      narrow: this.narrow,
      pinned: Boolean(this.nodes.get(id)?.fixed),
    };
  }

  // Edges follow the selection and the pointer; only those whose look changes are touched.
  paint() {
    const chosen = this.selected;
    const home = !chosen || chosen === this.data?.centre;
    this.near = new Set();
    const changed = [];
    for (const edge of this.edges.get()) {
      const touches = (id) => id && (edge.from === id || edge.to === id);
      if (touches(chosen)) this.near.add(edge.from === chosen ? edge.to : edge.from);
      const hub = touches(this.data.centre) && home ? "" : chosen;
      const near = touches(this.hovered) || (!home && touches(hub)) || (home && !edge.closed && touches(chosen));
      const style = edgeStyle(edge, { near, home, narrow: this.narrow, hover: touches(this.hovered), dim: !home && !touches(chosen) && !touches(this.hovered) });
      const mark = JSON.stringify(style);
      if (edge.mark !== mark) changed.push({ id: edge.id, ...style, mark });
    }
    if (changed.length) this.edges.update(changed);
    else this.network?.redraw();
  }

  fit() {
    const ids = this.nodes.getIds();
    if (!ids.length) return;
    if (this.narrow) {
      const rows = this.data.nodes.filter((node) => node.level <= 1).map((node) => node.ny);
      const height = Math.max(...rows) - Math.min(...rows) + 60;
      const scale = Math.min(1, this.frame.clientWidth / 390);
      this.canvas.style.height = `${Math.ceil(height * scale)}px`;
      this.network.setSize("100%", `${Math.ceil(height * scale)}px`);
      this.network.moveTo({ position: { x: 390 / 2 - 20, y: (Math.max(...rows) + Math.min(...rows)) / 2 }, scale });
    } else {
      this.canvas.style.height = "";
      this.network.setSize("100%", "100%");
      const box = this.bounds(ids);
      const [wide, high] = [this.canvas.clientWidth, this.canvas.clientHeight];
      const scale = Math.min(1.05, wide / (box.right - box.left), high / (box.bottom - box.top));
      this.network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: Math.max(0.3, scale) });
    }
    this.network.redraw();
  }

  // What the nodes take up with their labels, which vis-network does not count.
  bounds(ids) {
    const places = this.network.getPositions(ids);
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of this.nodes.get(ids)) {
      const { x, y } = places[node.id];
      const below = node.note || !node.side || node.id === this.data.centre;
      const [left, right] = below || node.kind !== "unit" ? [Math.max(70, node.reach / 2), Math.max(70, node.reach / 2)] : node.side > 0 ? [20, node.reach + 26] : [node.reach + 26, 20];
      box.left = Math.min(box.left, x - left);
      box.right = Math.max(box.right, x + right);
      box.top = Math.min(box.top, y - 34);
      box.bottom = Math.max(box.bottom, y + (below ? 60 : 40));
    }
    return box;
  }

  resized() {
    const narrow = this.frame.clientWidth < NARROW;
    if (narrow === this.narrow) return;
    this.shown = undefined;
    this.show(this.data);
  }

  key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step) this.walk(step);
    else if (event.key === "Enter" || event.key === " ") this.select(this.hovered || this.selected);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // The nearest node in the direction of the arrow key.
  walk([dx, dy]) {
    const places = this.network.getPositions();
    const from = places[this.hovered || this.selected || this.nodes.getIds()[0]];
    let best = ["", Infinity];
    for (const [id, place] of Object.entries(places)) {
      const [ahead, aside] = [(place.x - from.x) * dx + (place.y - from.y) * dy, Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx)];
      if (ahead > 1 && ahead + 2 * aside < best[1]) best = [id, ahead + 2 * aside];
    }
    if (!best[0]) return;
    this.hover(best[0]);
    this.live.textContent = this.nodes.get(best[0]).name;
  }

  zoom(factor) {
    this.network.moveTo({ scale: Math.min(3, Math.max(0.15, this.network.getScale() * factor)) });
  }

  zoomButtons() {
    const bar = element("div", "g-zoom");
    const buttons = [["＋", "放大", () => this.zoom(1.25)], ["－", "缩小", () => this.zoom(0.8)], ["⤢", "看全图", () => this.fit()]];
    for (const [sign, name, act] of buttons) {
      const button = element("button", "", sign);
      Object.assign(button, { type: "button", title: name });
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      bar.append(button);
    }
    return bar;
  }

  drawLegend() {
    const item = ([cls, word], line) => {
      const entry = element("span", "");
      entry.append(element("i", line ? cls : `k ${cls}`), word);
      return entry;
    };
    const kinds = Object.keys(KINDS).filter((kind) => this.data.kinds.includes(kind)).map((kind) => item(KINDS[kind], false));
    const lines = Object.keys(ROLES).filter((line) => this.data.lines.includes(line)).map((line) => item(ROLES[line], true));
    this.legend.replaceChildren(...kinds, element("i", "g-bar"), ...lines, element("span", "g-count", this.data.summary));
  }

  destroy() {
    this.watch.disconnect();
    this.network?.destroy();
    this.frame.remove();
  }
}

function element(tag, cls, text = "") {
  const made = document.createElement(tag);
  made.className = cls;
  made.textContent = text;
  return made;
}

