// A drawing context that writes SVG: as much of the canvas's interface as draw.js uses.

export class SvgContext {
  constructor() {
    this.parts = [];
    this.states = [];
    this.ruler = document.createElement("canvas").getContext("2d");
    Object.assign(this, { globalAlpha: 1, fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, font: "12px sans-serif", textAlign: "left", textBaseline: "middle", lineJoin: "miter" });
  }

  save() {
    const { globalAlpha, fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, lineJoin } = this;
    this.states.push({ globalAlpha, fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, lineJoin });
  }

  restore() {
    Object.assign(this, this.states.pop());
  }

  beginPath() {
    this.path = "";
  }

  moveTo(x, y) {
    this.path += `M${round(x)} ${round(y)}`;
  }

  lineTo(x, y) {
    this.path += `L${round(x)} ${round(y)}`;
  }

  closePath() {
    this.path += "Z";
  }

  rect(x, y, width, height) {
    this.path += `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
  }

  arc(x, y, r) {
    this.path += `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }

  fill() {
    this.add("path", { d: this.path, fill: this.fillStyle });
  }

  stroke() {
    this.add("path", { d: this.path, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth });
  }

  line(x1, y1, x2, y2, dashes) {
    this.add("line", { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), stroke: this.strokeStyle, "stroke-width": this.lineWidth, ...(dashes && { "stroke-dasharray": dashes.join(" ") }) });
  }

  fillText(text, x, y) {
    this.text(text, x, y, { fill: this.fillStyle });
  }

  strokeText(text, x, y) {
    this.text(text, x, y, { fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": this.lineJoin });
  }

  measureText(text) {
    this.ruler.font = this.font;
    return this.ruler.measureText(text);
  }

  text(text, x, y, paint) {
    const [, weight, size, family] = /^(\d+) ([\d.]+px) (.*)$/.exec(this.font) ?? ["", "400", "12px", "sans-serif"];
    const anchor = { left: "start", center: "middle", right: "end" }[this.textAlign];
    this.add("text", { x: round(x), y: round(y), "font-size": size, "font-weight": weight, "font-family": family, "text-anchor": anchor, "dominant-baseline": "central", ...paint }, text);
  }

  add(tag, attributes, text = "") {
    if (this.globalAlpha < 1) attributes.opacity = this.globalAlpha;
    const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
    this.parts.push(`<${tag}${list.join("")}${text ? `>${escape(text)}</${tag}>` : "/>"}`);
  }
}

const round = (value) => Math.round(value * 10) / 10;
const escape = (text) => String(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
