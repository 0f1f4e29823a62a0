/** The drawn graph: draws what Python sends, reports what is clicked, and keeps every placed node in its place. */
import cytoscape from "cytoscape";
import "./graph.css";
import { iconOf } from "./graph/icons";
import { drawLegend } from "./graph/legend";
import type { GraphData, GraphNode } from "./graph/model";
import { fit, outOfView, place, positionsOf, type Positions } from "./graph/placing";
import { paletteOf, styleSheet } from "./graph/style";
import { find, type Host } from "./types/streamlit";

type Parent = Host<GraphData>["parentElement"];

interface Drawing {
  cy: cytoscape.Core;
  host: Host<GraphData>;
  hidden: Set<string>;
}

const drawings = new WeakMap<Parent, Drawing>();
/** Outlives the drawing, so that coming back to a page finds the graph as it was left. */
const remembered = new Map<string, Positions>();

export default function show(host: Host<GraphData>): () => void {
  const drawing = drawings.get(host.parentElement) ?? start(host);
  drawing.host = host;
  update(drawing);
  return () => {
    drawings.delete(host.parentElement);
    drawing.cy.destroy();
  };
}

function start(host: Host<GraphData>): Drawing {
  const canvas = find(host.parentElement, ".canvas");
  canvas.style.height = `${host.data.height}px`;
  const cy = cytoscape({ container: canvas, minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: false });
  const drawing: Drawing = { cy, host, hidden: new Set() };
  drawings.set(host.parentElement, drawing);
  listen(drawing, canvas);
  addTools(drawing);
  return drawing;
}

function update(drawing: Drawing): void {
  const { cy, host } = drawing;
  const canvas = find(host.parentElement, ".canvas");
  canvas.setAttribute("aria-label", host.data.words.label);
  find(host.parentElement, ".hint").textContent = host.data.words.hint;
  cy.style(styleSheet(paletteOf(canvas)));
  const placed = cy.nodes().empty() ? (remembered.get(keyOf(host)) ?? new Map()) : positionsOf(cy);
  const added = replaceElements(cy, host.data);
  place(cy, placed);
  remembered.set(keyOf(host), positionsOf(cy));
  const first = added.length === cy.nodes().length;
  if (first || outOfView(cy, added)) fit(cy, !first);
  markPath(cy, host.data.path);
  markFocus(cy, host.data.focus);
  applyHidden(drawing);
}

function keyOf(host: Host<GraphData>): string {
  return host.key;
}

/** Takes out what is no longer there, updates what stays and adds what is new; returns the new nodes. */
function replaceElements(cy: cytoscape.Core, data: GraphData): cytoscape.NodeCollection {
  const wanted = new Set([...data.nodes, ...data.edges].map((item) => item.id));
  cy.elements().filter((element) => !wanted.has(element.id())).remove();
  const before = new Set(cy.nodes().map((node) => node.id()));
  for (const node of data.nodes) upsert(cy, "nodes", nodeData(node, data));
  for (const edge of data.edges) upsert(cy, "edges", { ...edge });
  cy.edges().toggleClass("named", data.edges.length <= 14);
  return cy.nodes().filter((node) => !before.has(node.id()));
}

function upsert(cy: cytoscape.Core, group: "nodes" | "edges", data: { id: string }): void {
  const known = cy.getElementById(data.id);
  if (known.nonempty()) known.data(data);
  else cy.add({ group, data } as cytoscape.ElementDefinition);
}

function nodeData(node: GraphNode, data: GraphData): { id: string } & Record<string, unknown> {
  const icon = iconOf(node.type);
  return {
    ...node,
    colour: data.types[node.type]?.colour ?? "#7a8087",
    size: Math.min(54, 24 + 5 * Math.sqrt(node.degree)) + (node.centre ? 8 : 0),
    ...(icon ? { icon } : {}),
  };
}

function markPath(cy: cytoscape.Core, path: string[]): void {
  cy.edges().removeClass("path");
  for (const id of path) cy.getElementById(id).addClass("path");
}

function markFocus(cy: cytoscape.Core, focus: string | null): void {
  const target = focus ? cy.getElementById(focus) : cy.collection();
  if (target.nonempty() && !target.selected()) {
    cy.elements().unselect();
    target.select();
  }
}

function applyHidden(drawing: Drawing): void {
  const { cy, hidden, host } = drawing;
  cy.nodes().forEach((node) => void node.toggleClass("absent", hidden.has(String(node.data("type")))));
  drawLegend(find(host.parentElement, ".legend"), host.data, hidden, (type) => {
    if (!hidden.delete(type)) hidden.add(type);
    applyHidden(drawing);
  });
}

function listen(drawing: Drawing, canvas: HTMLElement): void {
  const { cy } = drawing;
  cy.on("onetap", (event) => report(drawing, event));
  cy.on("dbltap", "node", (event) => drawing.host.setTriggerValue("expand", event.target.id()));
  cy.on("mouseover", "node, edge", (event) => spotlight(cy, event.target));
  cy.on("mouseout", "node, edge", () => spotlight(cy, null));
  cy.on("dragfree", "node", () => remembered.set(keyOf(drawing.host), positionsOf(cy)));
  // The wheel scrolls the page until the reader has touched the drawing.
  cy.userZoomingEnabled(false);
  cy.on("tapstart", () => cy.userZoomingEnabled(true));
  canvas.addEventListener("mouseleave", () => cy.userZoomingEnabled(false));
  new ResizeObserver(() => cy.resize()).observe(canvas);
  // What stands above may have grown and moved the canvas without changing its size.
  canvas.addEventListener("pointerenter", () => cy.resize());
}

function report(drawing: Drawing, event: cytoscape.EventObject): void {
  const target = event.target;
  const nothing = target === drawing.cy;
  if (nothing) drawing.cy.elements().unselect();
  drawing.host.setStateValue("selected", nothing ? null : { kind: target.isNode() ? "node" : "edge", id: target.id() });
}

/** Keeps one element and what it touches bright while the rest fades. */
function spotlight(cy: cytoscape.Core, target: cytoscape.NodeSingular | cytoscape.EdgeSingular | null): void {
  cy.batch(() => {
    cy.elements().removeClass("faded");
    if (!target) {
      cy.edges().toggleClass("named", cy.edges().length <= 14);
      return;
    }
    const bright = target.isNode() ? target.closedNeighborhood() : target.union((target as cytoscape.EdgeSingular).connectedNodes());
    cy.elements().difference(bright).addClass("faded");
    bright.edges().addClass("named");
  });
}

function addTools(drawing: Drawing): void {
  const { cy, host } = drawing;
  const words = host.data.words;
  const zoom = (factor: number) => () =>
    cy.animate({ zoom: { level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } }, { duration: 150 });
  const tools: [string, string, () => void][] = [
    ["◎", words.fit, () => fit(cy, true)],
    ["⤢", words.fullScreen, () => toggleFullScreen(drawing)],
    ["+", words.zoomIn, zoom(1.3)],
    ["−", words.zoomOut, zoom(1 / 1.3)],
    ["⤓", words.picture, () => savePicture(drawing)],
  ];
  const few = host.data.height < 400;
  find(host.parentElement, ".tools").replaceChildren(...(few ? tools.slice(0, 2) : tools).map(([sign, label, act]) => toolButton(sign, label, act)));
}

function toolButton(sign: string, label: string, act: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

function toggleFullScreen(drawing: Drawing): void {
  const frame = find(drawing.host.parentElement, ".frame");
  if (document.fullscreenElement) void document.exitFullscreen();
  else void frame.requestFullscreen().then(() => fit(drawing.cy, false));
}

function savePicture(drawing: Drawing): void {
  const canvas = find(drawing.host.parentElement, ".canvas");
  const link = document.createElement("a");
  link.href = drawing.cy.png({ full: true, scale: 2, bg: paletteOf(canvas).paper });
  link.download = "graph.png";
  link.click();
}
