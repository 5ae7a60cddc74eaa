// What a node and an edge look like. The same functions draw on the canvas and, through svg.js, into a file.

const SANS = () => token("--sans") || "sans-serif";
const LINE = 15.5;
const STATES = { overdue: "--overdue", soon: "--soon", going: "--going", long: "--long", wait: "--long", target: "--target", liab: "--liab" };
export const LINES = {
  lead: { color: "--lead", width: 3 },
  resp: { color: "--resp", width: 1.5 },
  supp: { color: "--supp", width: 1.5, dashes: [5, 3] },
  succ: { color: "--unit", width: 1.6, dashes: [1.5, 4] },
  member: { color: "--unit", width: 1, dashes: [1.5, 4] },
  cites: { color: "--doc", width: 1.2 },
  part: { color: "--border", width: 1 },
};

let tokens = {};

export function readTokens(element) {
  const style = getComputedStyle(element);
  const names = "bg surface text muted faint border accent unit measure measure-bg doc doc-bg lead resp supp sans overdue soon going long target liab";
  const next = Object.fromEntries(names.split(" ").map((name) => [`--${name}`, style.getPropertyValue(`--${name}`).trim()]));
  const changed = JSON.stringify(next) !== JSON.stringify(tokens);
  tokens = next;
  return changed;
}

export const token = (name) => tokens[name] ?? "";

// state: { selected, hover, dim, narrow, pinned }. Returns the size that edges end at.
export function drawNode(ctx, node, x, y, state) {
  ctx.save();
  ctx.globalAlpha = state.dim ? 0.28 : 1;
  const size = node.kind === "measure" ? slip(ctx, node, x, y, state) : node.kind === "doc" ? page(ctx, node, x, y, state) : disc(ctx, node, x, y, state);
  if (state.pinned) pin(ctx, x - size.width / 2, y - size.height / 2);
  ctx.restore();
  return size;
}

function slip(ctx, node, x, y, state) {
  const lines = state.narrow ? [node.line] : node.lines;
  const strong = state.selected || state.hover;
  ctx.font = font(12.5, strong);
  const width = state.narrow ? 216 : Math.max(...lines.map((line) => ctx.measureText(line).width)) + 16;
  const height = lines.length * LINE + 9;
  const [left, top] = [state.narrow ? x : x - width / 2, y - height / 2];
  box(ctx, left, top, width, height, strong ? token("--bg") : token("--measure-bg"), border(state));
  ctx.fillStyle = token("--text");
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  const shown = state.narrow ? [fitted(ctx, node.line, width - 16)] : lines;
  shown.forEach((line, index) => ctx.fillText(line, left + 8, top + 5 + LINE * (index + 0.5)));
  if (state.narrow) hang(ctx, node.marks, left + width + 10, y, 12, false);
  else hang(ctx, node.marks, left + 8, top + height + 11, 0, true);
  return state.narrow ? { width: 2, height } : { width, height };
}

function fitted(ctx, text, width) {
  if (ctx.measureText(text).width <= width) return text;
  let kept = text.replace(/…$/, "");
  while (kept && ctx.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

// Deadlines, targets and liabilities of a measure, in a row: at most four, the rest as a number.
function hang(ctx, marks, x, y, step, words) {
  ctx.font = font(11.5);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const mark of marks.slice(0, 4)) {
    ctx.fillStyle = token(STATES[mark.s]);
    glyph(ctx, mark.k, x, y, 5.5);
    ctx.fill();
    if (words && mark.t) halo(ctx, mark.t, x + 8, y, token("--muted"), 3);
    x += step || 14 + (mark.t ? ctx.measureText(mark.t).width + 6 : 0);
  }
  if (words && marks.length > 4) halo(ctx, `+${marks.length - 4}`, x - 2, y, token("--muted"), 3);
}

function glyph(ctx, kind, x, y, r) {
  const points = {
    deadline: [[0, -r], [r, 0], [0, r], [-r, 0]],
    target: [[0, -r * 0.9], [r, r * 0.8], [-r, r * 0.8]],
    liab: [[-r, -r * 0.8], [r, -r * 0.8], [0, r * 0.9]],
  }[kind];
  polygon(ctx, points.map(([a, b]) => [x + a, y + b]));
}

function disc(ctx, node, x, y, state) {
  const r = state.selected && state.centre ? 22 : node.size;
  if (state.selected || state.hover) {
    ctx.beginPath();
    ctx.arc(x, y, r + (state.selected ? 5 : 2), 0, 2 * Math.PI);
    ctx.fillStyle = token("--bg");
    ctx.strokeStyle = state.selected ? token("--accent") : token("--faint");
    ctx.lineWidth = state.selected ? 3 : 4;
    ctx.fill();
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  if (node.kind === "group") {
    ctx.fillStyle = token("--bg");
    ctx.strokeStyle = token("--unit");
    ctx.lineWidth = 2.5;
    ctx.fill();
    ctx.stroke();
  } else {
    ctx.fillStyle = token("--unit");
    ctx.fill();
  }
  const reach = r + (state.selected ? 9 : 5);
  const below = state.centre || node.note || !node.side;
  ctx.textBaseline = "middle";
  ctx.font = font(state.selected && state.centre ? 15 : 12.5, state.selected || state.hover);
  ctx.textAlign = below && !state.narrow ? "center" : state.narrow || node.side > 0 ? "left" : "right";
  if (below && !state.narrow) {
    halo(ctx, node.lines[0], x, y + reach + 10, token("--text"), 4);
    ctx.font = font(11.5);
    if (node.note) halo(ctx, node.note, x, y + reach + 26, token("--muted"), 3);
  } else if (!(state.narrow && state.centre)) {
    halo(ctx, node.lines[0], x + (state.narrow || node.side > 0 ? reach + 1 : -reach - 1), y, token("--text"), 4);
  }
  return { width: 2 * r, height: 2 * r };
}

function page(ctx, node, x, y, state) {
  const [w, h] = [15, 18];
  polygon(ctx, [[x - w / 2, y - h / 2], [x + w / 6, y - h / 2], [x + w / 2, y - h / 6], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]]);
  ctx.fillStyle = token("--doc");
  ctx.fill();
  if (state.selected || state.hover) {
    ctx.strokeStyle = border(state)[0];
    ctx.lineWidth = border(state)[1];
    ctx.stroke();
  }
  ctx.font = font(12.5, state.selected || state.hover);
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  (state.narrow ? [node.line] : node.lines).forEach((line, index) => halo(ctx, line, x, y + h / 2 + 11 + LINE * index, token("--text"), 4));
  return { width: w, height: h };
}

function pin(ctx, x, y) {
  ctx.beginPath();
  ctx.arc(x, y, 3.5, 0, 2 * Math.PI);
  ctx.fillStyle = token("--accent");
  ctx.fill();
}

const border = (state) => (state.selected ? [token("--accent"), 3] : state.hover ? [token("--text"), 2] : [token("--measure"), 1]);

function box(ctx, left, top, width, height, fill, [stroke, weight]) {
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.fillStyle = fill;
  ctx.strokeStyle = stroke;
  ctx.lineWidth = weight;
  ctx.fill();
  ctx.stroke();
}

function polygon(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y], index) => (index ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}

function halo(ctx, text, x, y, color, width) {
  ctx.strokeStyle = token("--bg");
  ctx.lineWidth = width;
  ctx.lineJoin = "round";
  ctx.strokeText(text, x, y);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y);
}

const font = (size, strong = false) => `${strong ? 600 : 400} ${size}px ${SANS()}`;

// The style of an edge: state is { near (of the selected or hovered node), dim, home (the centre is selected) }.
// narrow: the screen is.
export function edgeStyle(edge, state) {
  const line = LINES[edge.line];
  const full = state.narrow ? Math.min(line.width, 2) : line.width;
  const rest = edge.rest && state.home && !state.near;
  return {
    width: (rest || state.dim ? Math.min(line.width, 1.1) : full) + (state.hover ? 1.5 : 0),
    dashes: edge.inferred && edge.line in { lead: 1, resp: 1, supp: 1 } ? [9, 4] : line.dashes ?? false,
    color: { color: token(line.color), opacity: state.dim ? 0.2 : rest ? 0.42 : 1, inherit: false },
    hidden: Boolean(edge.closed) && !state.near,
  };
}
