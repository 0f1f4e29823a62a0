import type { GraphData } from "./model";

/** Draws which colour is which type and which line which modality; a click on a type hides it. */
export function drawLegend(
  list: HTMLElement,
  data: GraphData,
  hidden: Set<string>,
  onToggle: (type: string) => void,
): void {
  const present = new Map<string, number>();
  for (const node of data.nodes) present.set(node.type, (present.get(node.type) ?? 0) + 1);
  const types = [...present.keys()].filter((type) => data.types[type]);
  const lines = Object.keys(data.modalities).filter((kind) => data.edges.some((edge) => edge.modality === kind));
  list.replaceChildren(
    ...types.map((type) => typeButton(type, data, present.get(type) ?? 0, hidden.has(type), onToggle)),
    ...(lines.some((kind) => kind !== "actual") ? lines.map((kind) => lineSample(kind, data.modalities[kind])) : []),
  );
}

function typeButton(
  type: string,
  data: GraphData,
  count: number,
  off: boolean,
  onToggle: (type: string) => void,
): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "type";
  button.setAttribute("aria-pressed", String(!off));
  const dot = document.createElement("i");
  dot.style.background = data.types[type].colour;
  const number = document.createElement("small");
  number.textContent = String(count);
  button.append(dot, data.types[type].label, number);
  button.addEventListener("click", () => onToggle(type));
  return button;
}

function lineSample(kind: string, label: string): HTMLElement {
  const item = document.createElement("span");
  item.className = `line ${kind}`;
  const sample = document.createElement("i");
  item.append(sample, label);
  return item;
}
