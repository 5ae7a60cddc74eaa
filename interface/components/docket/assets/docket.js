// Draws a tree of tags, classes and texts as elements. Texts become text nodes only: nothing from a document is ever parsed.

import { speakChinese } from "./chinese.js";

const TAGS = new Set(
  ("div section nav span p b i sup small mark time h2 h3 br hr table caption thead tbody tr th td ul ol li dl dt dd " +
    "blockquote cite a button details summary").split(" "),
);
const ATTRIBUTES = /^(aria-[a-z]+|title|scope|colspan|rowspan|datetime|role|lang|tabindex|open|disabled|id)$/;
const STYLES = new Set(["left", "width", "--x", "--w", "--n"]);
const drawn = new WeakMap();

export default function docket({ data, parentElement, setTriggerValue }) {
  speakChinese();
  const text = JSON.stringify(data);
  let root = parentElement.querySelector(":scope > .d-root");
  if (root && drawn.get(root) === text) return;
  const focus = root ? focusPlace(root) : -1;
  const next = document.createElement("div");
  next.className = `d-root ${data.form ?? ""}`.trim();
  next.append(...(data.nodes ?? []).map((node) => build(node, setTriggerValue)));
  if (root) root.replaceWith(next);
  else parentElement.append(next);
  drawn.set(next, text);
  if (focus >= 0) focusable(next)[focus]?.focus();
}

function build(node, send) {
  if (typeof node === "string") return document.createTextNode(node);
  const element = document.createElement(TAGS.has(node.t) ? node.t : "span");
  if (node.c) element.className = node.c;
  for (const [name, value] of Object.entries(node.a ?? {})) if (ATTRIBUTES.test(name)) element.setAttribute(name, value);
  for (const [name, value] of Object.entries(node.s ?? {})) if (STYLES.has(name)) element.style.setProperty(name, value);
  if (node.t === "button") element.type = "button";
  if (node.go) link(element, node.go, send);
  if (node.pick) {
    element.dataset.pick = node.pick;
    onPress(element, () => send("pick", node.pick));
  }
  if (node.copy) onPress(element, () => copy(element, address(node.copy).href));
  if (node.emit) onPress(element, () => document.dispatchEvent(new CustomEvent(node.emit[0], { detail: node.emit[1] })));
  element.append(...(node.k ?? []).map((child) => build(child, send)));
  return element;
}

function address({ path, params }) {
  const url = new URL(path, document.baseURI);
  url.search = new URLSearchParams(params).toString();
  return url;
}

function link(element, target, send) {
  element.href = address(target).href;
  element.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    send("go", { page: target.page, params: target.params });
  });
}

function onPress(element, act) {
  element.addEventListener("click", (event) => {
    if (!event.target.closest("a")) act();
  });
  if (element.matches("a, button, summary")) return;
  element.tabIndex = 0;
  element.addEventListener("keydown", (event) => {
    if (event.target !== element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    act();
  });
}

async function copy(element, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // an address without https has no clipboard: the old way, which the browser still offers
    const field = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const before = [...element.childNodes];
  element.replaceChildren("已复制");
  setTimeout(() => element.replaceChildren(...before), 1500);
}

const focusable = (root) => [...root.querySelectorAll("a, button, summary, [tabindex]")];

function focusPlace(root) {
  return focusable(root).indexOf(document.activeElement);
}
