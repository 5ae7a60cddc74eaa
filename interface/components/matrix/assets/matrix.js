// Units × measures as a table. Every text is set as text; the cross-hair moves here, and the cell goes to Python when it rests.

const ROLES = [
  { sign: "牵", word: "牵头", form: "lead" },
  { sign: "责", word: "责任", form: "resp" },
  { sign: "配", word: "配合", form: "supp" },
];
const REST = 180; // milliseconds without a further step before a cell is sent
const tables = new WeakMap();

export default function matrix({ data, parentElement, setTriggerValue }) {
  const { chosen, ...rest } = data;
  const text = JSON.stringify(rest);
  const before = tables.get(parentElement);
  if (before && before.text === text) return;
  const table = new Table(data, setTriggerValue);
  if (before) before.box.replaceWith(table.box);
  else parentElement.append(table.box);
  tables.set(parentElement, Object.assign(table, { text }));
  table.choose(table.indexOf(chosen), { silent: true, focus: before?.focused() });
}

class Table {
  constructor(data, send) {
    Object.assign(this, { data, send, cells: [], heads: [], names: [], at: null, timer: 0 });
    const grid = element("table", { role: "grid", "aria-label": "单位与措施的矩阵" });
    grid.style.setProperty("--n", data.columns.length);
    grid.append(this.head(), this.body(), this.foot());
    this.box = element("div", { class: "mx" }, grid);
    grid.addEventListener("keydown", (event) => this.key(event));
    grid.addEventListener("click", (event) => this.click(event));
  }

  head() {
    const rows = [];
    if (this.data.bands.length) {
      const bands = this.data.bands.map(([name, size]) => element("th", { colspan: size, title: name }, element("span", {}, name)));
      rows.push(element("tr", { class: "bands" }, element("td", { class: "un" }), ...bands));
    }
    this.heads = this.data.columns.map((column) => {
      const narrow = /^[\x20-\x7e]{1,4}$/.test(column.head) ? "flat" : "tall";
      const name = this.link("measure", column.id, column.head);
      name.setAttribute("aria-label", column.name);
      return element("th", { scope: "col", title: column.name }, element("span", { class: narrow }, name));
    });
    rows.push(element("tr", { class: "hn" }, element("th", { class: "un", scope: "col" }, "单位", element("span", {}, "合计")), ...this.heads));
    const limits = this.data.columns.map((column) => element("td", {}, ...this.limits(column)));
    rows.push(element("tr", { class: "lim" }, element("th", { class: "un", scope: "row" }, element("i", { class: "k k-deadline" }), "时限"), ...limits));
    return element("thead", {}, ...rows);
  }

  limits(column) {
    return column.limits ? [element("b", { class: `tn tn-${column.state}` }, String(column.limits))] : [];
  }

  body() {
    const body = element("tbody", {});
    this.data.rows.forEach((row, index) => {
      if (row.group && (index === 0 || !this.data.rows[index - 1].group)) {
        const band = element("th", { class: "un", colspan: this.data.columns.length + 1, scope: "rowgroup" }, "集合单位");
        body.append(element("tr", { class: "gap" }, band));
      }
      body.append(this.row(row, index));
    });
    return body;
  }

  row(row, index) {
    const filled = new Map(row.cells);
    const ring = row.group ? [element("i", { class: "k k-group" })] : [];
    const name = element("th", { class: "un", scope: "row", title: row.name }, element("span", {}, String(row.total)), ...ring, this.link("unit", row.id, row.name));
    this.names.push(name);
    this.cells.push(
      this.data.columns.map((column, place) => {
        const cell = element("td", { tabindex: -1 });
        cell.dataset.at = `${index} ${place}`;
        const roles = filled.get(place);
        if (roles) {
          const [role, certain] = roles[0];
          cell.append(element("i", { class: `c c-${ROLES[role].form}${certain ? "" : " c-inf"}` }, ROLES[role].sign));
          cell.setAttribute("aria-label", this.say(row, column, roles));
        }
        return cell;
      }),
    );
    const every = index % 5 === 4 ? "g5" : "";
    return element("tr", { class: every }, name, ...this.cells[index]);
  }

  foot() {
    const all = this.data.columns.reduce((sum, column) => sum + column.leads, 0);
    const counts = this.data.columns.map((column) => element("td", {}, String(column.leads)));
    return element("tfoot", {}, element("tr", {}, element("th", { class: "un", scope: "row" }, element("span", {}, String(all)), "牵头单位数"), ...counts));
  }

  // A link in a head: a plain click changes the page in place, a middle click opens the address. The grid is one stop of the Tab
  // key, so its links are reached from the card beside it.
  link(page, id, name) {
    const url = new URL(this.data.path[page], document.baseURI);
    url.search = new URLSearchParams({ ...this.data.carried, id }).toString();
    const link = element("a", { href: url.href, tabindex: -1 }, name);
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.send("go", { [page]: id });
    });
    return link;
  }

  say(row, column, roles = []) {
    const words = roles.map(([role, certain]) => ROLES[role].word + (certain ? "" : "（推断）")).join("、");
    return `${row.name}，${column.name}，${words || "没有角色"}`;
  }

  indexOf([unit, measure]) {
    const row = this.data.rows.findIndex((each) => each.id === unit);
    const column = this.data.columns.findIndex((each) => each.id === measure);
    return [row, column];
  }

  // Put the cross-hair on a cell. silent: Python knows already. focus: the keyboard goes along.
  choose([row, column], { silent = false, focus = false } = {}) {
    this.mark(false);
    const cell = this.cells[row]?.[column];
    if (!cell) {
      this.at = null;
      const first = this.cells[0]?.[0];
      if (first) first.tabIndex = 0;
      return;
    }
    this.at = [row, column];
    this.mark(true);
    if (!cell.hasAttribute("aria-label")) cell.setAttribute("aria-label", this.say(this.data.rows[row], this.data.columns[column]));
    if (focus) cell.focus({ preventScroll: true });
    if (focus || !silent) this.reveal(cell);
    if (silent) return;
    clearTimeout(this.timer);
    const [unit, measure] = [this.data.rows[row].id, this.data.columns[column].id];
    this.timer = setTimeout(() => this.send("pick", { unit, measure }), REST);
  }

  mark(on) {
    if (!this.at) {
      if (on || !this.cells[0]?.[0]) return;
      this.cells[0][0].tabIndex = -1;
      return;
    }
    const [row, column] = this.at;
    for (const cell of [this.names[row], ...this.cells[row], this.heads[column], ...this.cells.map((cells) => cells[column])])
      cell.classList.toggle("on", on);
    const cell = this.cells[row][column];
    cell.classList.toggle("sel", on);
    cell.tabIndex = on ? 0 : -1;
    if (on) cell.setAttribute("aria-selected", "true");
    else cell.removeAttribute("aria-selected");
  }

  // Scroll the box so far that the sticky heads do not cover the cell.
  reveal(cell) {
    const box = this.box.getBoundingClientRect();
    const place = cell.getBoundingClientRect();
    const left = box.left + this.names[0].offsetWidth;
    const top = box.top + this.box.querySelector("thead").offsetHeight;
    if (place.left < left) this.box.scrollLeft -= left - place.left;
    if (place.right > box.right) this.box.scrollLeft += place.right - box.right + 2;
    if (place.top < top) this.box.scrollTop -= top - place.top;
    if (place.bottom > box.bottom) this.box.scrollTop += place.bottom - box.bottom + 2;
  }

  key(event) {
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const last = [this.cells.length - 1, this.data.columns.length - 1];
    const [row, column] = this.at ?? [0, 0];
    let next = null;
    if (steps[event.key]) {
      const [down, right] = steps[event.key];
      next = [clamp(row + down, last[0]), clamp(column + right, last[1])];
    } else if (event.key === "Home") next = [event.ctrlKey ? 0 : row, 0];
    else if (event.key === "End") next = [event.ctrlKey ? last[0] : row, last[1]];
    else if (event.key === "Enter" || event.key === " ") next = [row, column];
    if (!next || !event.target.matches("td")) return;
    event.preventDefault();
    this.choose(next, { focus: true });
  }

  click(event) {
    const cell = event.target.closest("td[data-at]");
    if (cell) this.choose(cell.dataset.at.split(" ").map(Number), { focus: true });
  }

  focused() {
    return this.box.contains(document.activeElement);
  }
}

const clamp = (value, last) => Math.max(0, Math.min(value, last));

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(name, value);
  made.append(...children);
  return made;
}
