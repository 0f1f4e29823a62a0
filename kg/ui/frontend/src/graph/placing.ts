import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);

export type Positions = Map<string, cytoscape.Position>;

const OPTIONS = {
  name: "fcose",
  quality: "proof",
  animate: false,
  fit: false,
  nodeDimensionsIncludeLabels: true,
  nodeRepulsion: 4500,
  nodeSeparation: 60,
  gravity: 0.35,
  numIter: 3000,
  packComponents: true,
};

/** Kept free around the picture: the buttons stand at the right, the hint at the bottom. */
const FREE = { left: 18, top: 18, right: 56, bottom: 36 };
/** Up to so many nodes, lines are long enough to be read along. */
const ROOMY = 12;

/** Lays the new nodes out around those that already have a place; these stay exactly where they are. */
export function place(cy: cytoscape.Core, placed: Positions): void {
  const fixed = cy.nodes().filter((node) => placed.has(node.id())) as cytoscape.NodeCollection;
  fixed.forEach((node) => void node.position({ ...(placed.get(node.id()) as cytoscape.Position) }));
  if (fixed.length === cy.nodes().length) return;
  cy.nodes()
    .filter((node) => !placed.has(node.id()))
    .forEach((node, order) => startNear(node, order));
  const options = {
    ...OPTIONS,
    idealEdgeLength: cy.nodes().length > ROOMY ? 46 : 100,
    randomize: fixed.empty(),
    fixedNodeConstraint: fixed.map((node) => ({ nodeId: node.id(), position: { ...node.position() } })),
  };
  withFixedChance(() => cy.layout(options as unknown as cytoscape.LayoutOptions).run());
  if (fixed.empty()) turnToFit(cy);
  // The layout may still shift everything by a common amount; what was placed goes back to its place.
  fixed.forEach((node) => void node.position({ ...(placed.get(node.id()) as cytoscape.Position) }));
}

/** Gives the layout the same numbers each time, so that a link shows everybody the same picture. */
function withFixedChance(lay: () => void): void {
  const chance = Math.random;
  let seed = 20;
  Math.random = () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
  try {
    lay();
  } finally {
    Math.random = chance;
  }
}

/** Lays a wide picture upright on a narrow screen, and the other way round. */
function turnToFit(cy: cytoscape.Core): void {
  const box = cy.elements().boundingBox();
  if (box.w > box.h === cy.width() > cy.height()) return;
  cy.nodes().forEach((node) => void node.position({ x: node.position().y, y: node.position().x }));
}

function startNear(node: cytoscape.NodeSingular, order: number): void {
  const neighbours = node.openNeighborhood().nodes().map((other) => other.position());
  const centre = neighbours.find(({ x, y }) => x !== 0 || y !== 0) ?? { x: 0, y: 0 };
  const angle = order * 2.4; // the golden angle spreads any number of nodes evenly
  node.position({ x: centre.x + 110 * Math.cos(angle), y: centre.y + 110 * Math.sin(angle) });
}

export function positionsOf(cy: cytoscape.Core): Positions {
  return new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}

/** Brings everything into view, but never blows a handful of nodes up to poster size. */
export function fit(cy: cytoscape.Core, animated: boolean): void {
  const shown = cy.elements().not(".absent");
  if (shown.empty()) return;
  const box = shown.boundingBox({ includeLabels: true });
  const width = cy.width() - FREE.left - FREE.right;
  const height = cy.height() - FREE.top - FREE.bottom;
  const zoom = Math.min(1.25, width / box.w, height / box.h);
  const pan = {
    x: FREE.left + (width - zoom * (box.x1 + box.x2)) / 2,
    y: FREE.top + (height - zoom * (box.y1 + box.y2)) / 2,
  };
  if (animated) cy.animate({ zoom, pan }, { duration: 250 });
  else cy.viewport({ zoom, pan });
}

/** Tells whether some of these nodes lie outside the part that is in view. */
export function outOfView(cy: cytoscape.Core, nodes: cytoscape.NodeCollection): boolean {
  const view = cy.extent();
  const outside = ({ x, y }: cytoscape.Position): boolean => x < view.x1 || x > view.x2 || y < view.y1 || y > view.y2;
  return nodes.map((node) => node.position()).some(outside);
}
