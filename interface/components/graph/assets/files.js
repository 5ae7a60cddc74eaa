// The picture as a file, as it stands on the board: PNG, SVG, or a page that opens without a network.

import { drawNode, edgeStyle, token } from "./draw.js";
import { SvgContext } from "./svg.js";

const MARGIN = 24;
const NAME = "责任图谱";

export async function save(board, kind) {
  if (kind === "svg") download(new Blob([svg(board)], { type: "image/svg+xml" }), "svg");
  else if (kind === "png") download(await png(board), "png");
  else if (kind === "html") download(new Blob([await html(board)], { type: "text/html" }), "html");
}

function svg(board) {
  const ctx = new SvgContext();
  const places = board.network.getPositions();
  for (const edge of board.edges.get()) {
    const style = edgeStyle(edge, { near: false, home: true, hover: false, dim: false });
    if (style.hidden) continue;
    Object.assign(ctx, { strokeStyle: style.color.color, lineWidth: style.width, globalAlpha: style.color.opacity });
    const [a, b] = [places[edge.from], places[edge.to]];
    ctx.line(a.x, a.y, b.x, b.y, style.dashes || undefined);
  }
  ctx.globalAlpha = 1;
  for (const node of board.nodes.get()) {
    const state = { ...board.state(node.id), selected: false, hover: false, dim: false };
    drawNode(ctx, node, places[node.id].x, places[node.id].y, state);
  }
  const { left, top, width, height } = frame(board);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" lang="zh-CN"><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${token("--bg")}"/>${ctx.parts.join("")}</svg>`;
}

function frame(board) {
  const box = board.bounds(board.nodes.getIds());
  const [left, top] = [Math.floor(box.left - MARGIN), Math.floor(box.top - MARGIN)];
  return { left, top, width: Math.ceil(box.right + MARGIN) - left, height: Math.ceil(box.bottom + MARGIN) - top };
}

// The drawing at twice its size, whatever the zoom: from the SVG, so that both files show the same.
async function png(board) {
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([svg(board)], { type: "image/svg+xml" }));
  picture.src = url;
  await picture.decode();
  const scale = Math.min(2, 8000 / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * scale, height: picture.height * scale });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

// vis-network, our own scripts, the styles and the data in one file; the nodes stand where they stand now.
async function html(board) {
  const read = async (name) => (await fetch(new URL(name, import.meta.url))).text();
  const [vis, draw, code, style] = await Promise.all(["vis-network/vis-network.min.js", "draw.js", "board.js", "graph.css"].map(read));
  const places = board.network.getPositions();
  const nodes = board.data.nodes.map((node) => ({ ...node, ...places[node.id] }));
  const data = JSON.stringify({ ...board.data, nodes }).replace(/</g, "\\u003c");
  const script = [draw, code].map((text) => text.replace(/^import .*$/gm, "").replace(/^export (?=class|function|const)/gm, "").replace(/^export \{.*$/gm, ""));
  const page = [...document.querySelectorAll("style")].map((each) => each.textContent).find((text) => text.includes("--accent-bg")) ?? "";
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${NAME}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>${page.replace(/</g, "\\3c ")}\n${style}\nbody{margin:0;background:var(--bg);color:var(--text);font-family:var(--sans)}.g-frame{height:100vh;border:0}</style></head>
<body><div id="board"></div><script>${safe(vis)}</script>
<script type="application/json" id="data">${data}</script>
<script type="module">${safe(script.join("\n"))}
new Board(document.getElementById("board")).show(JSON.parse(document.getElementById("data").textContent));
</script></body></html>`;
}

const safe = (text) => text.replace(/<\/script/gi, "<\\/script");

function download(blob, kind) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${NAME}.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
