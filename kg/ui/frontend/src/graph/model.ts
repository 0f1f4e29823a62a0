/** What the Python side sends: see `kg/ui/graph_data.py`, which builds it. */
export interface GraphNode {
  id: string;
  label: string;
  type: string;
  degree: number;
  centre: boolean;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  label: string;
  modality: string;
}

export interface TypeStyle {
  label: string;
  colour: string;
}

export interface GraphData {
  nodes: GraphNode[];
  edges: GraphEdge[];
  types: Record<string, TypeStyle>;
  modalities: Record<string, string>;
  path: string[];
  focus: string | null;
  height: number;
  words: Record<"label" | "fit" | "zoomIn" | "zoomOut" | "picture" | "fullScreen" | "hint", string>;
}
