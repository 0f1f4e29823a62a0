import type cytoscape from "cytoscape";
import { themeValue } from "../types/streamlit";

/** Only one hue means something on its own (the type of an entity); everything else follows the theme. */
export interface Palette {
  text: string;
  paper: string;
  line: string;
  accent: string;
  refused: string;
  font: string;
}

export function paletteOf(element: Element): Palette {
  const text = themeValue(element, "text-color", "#1b1f23");
  const paper = themeValue(element, "background-color", "#ffffff");
  return {
    text,
    paper,
    line: mix(element, text, paper, 38),
    accent: themeValue(element, "primary-color", "#0a6c74"),
    refused: themeValue(element, "red-color", "#c0392b"),
    // Cytoscape takes double quotes only.
    font: themeValue(element, "font", "sans-serif").replaceAll("'", '"'),
  };
}

/** Cytoscape knows no color-mix(), so the browser computes it. */
function mix(element: Element, front: string, back: string, share: number): string {
  const probe = document.createElement("span");
  probe.style.color = `color-mix(in srgb, ${front} ${share}%, ${back})`;
  element.appendChild(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const parts = colour.match(/color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/);
  return parts ? `rgb(${parts.slice(1, 4).map((part) => Math.round(Number(part) * 255)).join(",")})` : colour;
}

export function styleSheet(palette: Palette): cytoscape.StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "background-color": "data(colour)",
        "border-width": 2,
        "border-color": palette.paper,
        label: "data(label)",
        color: palette.text,
        "font-family": palette.font,
        "font-size": 13,
        "text-valign": "bottom",
        "text-margin-y": 5,
        "text-wrap": "wrap",
        "text-max-width": "136px",
        "text-outline-color": palette.paper,
        "text-outline-width": 2.5,
        "min-zoomed-font-size": 7,
        "overlay-opacity": 0,
      },
    },
    {
      selector: "node[icon]",
      style: { "background-image": "data(icon)", "background-width": "62%", "background-height": "62%" },
    },
    { selector: "node[?centre]", style: { "font-weight": 600, "font-size": 14 } },
    {
      selector: "edge",
      style: {
        width: 1.4,
        "curve-style": "bezier",
        "control-point-step-size": 36,
        "line-color": palette.line,
        "target-arrow-color": palette.line,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
        "font-family": palette.font,
        "font-size": 11.5,
        color: palette.text,
        "text-rotation": "autorotate",
        "text-background-color": palette.paper,
        "text-background-opacity": 0.92,
        "text-background-padding": "2px",
        "min-zoomed-font-size": 7,
        "overlay-opacity": 0,
      },
    },
    { selector: "edge[modality = 'planned']", style: { "line-style": "dashed", "line-dash-pattern": [7, 5] } },
    { selector: "edge[modality = 'reported']", style: { "line-style": "dotted" } },
    {
      selector: "edge[modality = 'denied']",
      style: {
        "line-style": "dashed",
        "line-dash-pattern": [2, 5],
        "line-color": palette.refused,
        "target-arrow-color": palette.refused,
        "target-arrow-shape": "tee",
      },
    },
    { selector: "edge.named", style: { label: "data(label)" } },
    { selector: ".faded", style: { opacity: 0.14 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": palette.accent } },
    {
      selector: "edge:selected, edge.path",
      style: { width: 3.2, "line-color": palette.accent, "target-arrow-color": palette.accent, label: "data(label)" },
    },
    { selector: ".absent", style: { display: "none" } },
  ];
}
