// The component: hands data from Python to a board and the board's events back to Python.

import "./vis-network/vis-network.min.js"; // sets globalThis.vis
import { Board } from "./board.js";
import { save } from "./files.js";

const boards = new WeakMap();

export default function graph({ data, parentElement, setStateValue }) {
  let board = boards.get(parentElement);
  if (!board) {
    const seen = {};
    board = new Board(parentElement, {
      select: (node) => setStateValue("selected", node.key),
      move: (places) => setStateValue("moved", { ...(seen.moved = { ...seen.moved, ...named(board, places) }) }),
    });
    board.listen = (event) => act(board, event.detail);
    document.addEventListener("zeren-graph", board.listen);
    boards.set(parentElement, board);
  }
  const text = JSON.stringify(data);
  if (board.text !== text) {
    board.text = text;
    board.show(data);
  } else board.paint(); // the theme may have changed
  return () => {
    document.removeEventListener("zeren-graph", board.listen);
    board.destroy();
    boards.delete(parentElement);
  };
}

const named = (board, places) =>
  Object.fromEntries(Object.entries(places).map(([id, { x, y }]) => [board.nodes.get(id).key, [Math.round(x), Math.round(y)]]));

// Buttons elsewhere on the page speak to the board by events: "select ID", "png", "svg", "html".
function act(board, detail) {
  const [order, ...rest] = detail.split(" ");
  if (order !== "select") return save(board, order);
  const wanted = rest.join(" ");
  const node = board.nodes.get().find((each) => each.key === wanted);
  if (node) board.select(node.id);
  return undefined;
}
