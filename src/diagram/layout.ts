import { type Arrow, arrowInWords, arrowsOf, type Naming } from './arrows.js';
import type { ProcessGraph } from './process-graph.js';

interface Point {
  x: number;
  y: number;
}

/** Of the layout engine's own JSON, what is asked and read here: the server itself does not know the engine. */
export interface ElkNode {
  id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  children?: ElkNode[];
  edges?: ElkEdge[];
  layoutOptions?: Record<string, string>;
}

interface ElkEdge {
  id: string;
  sources: string[];
  targets: string[];
  labels?: { text: string; x?: number; y?: number; width: number; height: number }[];
  sections?: { startPoint: Point; bendPoints?: Point[]; endPoint: Point }[];
}

export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DrawnArrow extends Arrow {
  points: readonly { x: number; y: number }[];
  text: string;
  textAt: { x: number; y: number; width: number } | null;
}

/** Where everything of a process is drawn. */
export interface Layout {
  width: number;
  height: number;
  states: readonly Box[];
  frames: readonly Box[];
  arrows: readonly DrawnArrow[];
}

export const STATE_WIDTH = 168;
const LINE_HEIGHT = 18;
const STATE_PADDING = 40;
/** In signs of Chinese; a letter takes about half the room of one. */
const SIGNS_A_LINE = 11;
const LETTER = 0.56;
const LABEL_SIGN_WIDTH = 12;
const LABEL_HEIGHT = 16;

/** A label in lines that fit their box: words stay whole, and a mark of punctuation never begins a line. */
export function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const piece of label.match(/[\u0020-\u024f\u2019]+?(?:\s|$)|./gu) ?? []) {
    const last = lines.at(-1);
    const fits = last !== undefined && signsIn(`${last}${piece}`.trim()) <= SIGNS_A_LINE;
    if (last === undefined || !(fits || /^[，。、；）〕]/u.test(piece))) lines.push(piece);
    else lines[lines.length - 1] = `${last}${piece}`;
  }
  return lines.map((line) => line.trim());
}

function signsIn(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign < '\u2e80' ? LETTER : 1), 0);
}

/** What the layout is asked for: sizes of all boxes and words, and what leads where. */
export function questionOf(graph: ProcessGraph, naming: Naming): ElkNode {
  const boxes = new Map(
    graph.states.map(({ name, label, parts }): [string, ElkNode] => [
      name,
      {
        id: name,
        width: STATE_WIDTH,
        height: STATE_PADDING + (linesOf(label).length + parts.length) * LINE_HEIGHT,
        ...(name === graph.initial
          ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } }
          : {}),
      },
    ]),
  );
  const framed = new Set(graph.frames.flatMap(({ states }) => states));
  const free = [...boxes].filter(([name]) => !framed.has(name)).map(([, box]) => box);
  const frames = graph.frames.map(({ id, states }) => ({
    id,
    children: states.flatMap((name) => boxes.get(name) ?? []),
    layoutOptions: { 'elk.padding': '[top=20,left=20,bottom=20,right=20]' },
  }));
  return {
    id: graph.process,
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': '36',
      'elk.layered.spacing.edgeNodeBetweenLayers': '18',
      'elk.spacing.nodeNode': '28',
      'elk.spacing.edgeNode': '16',
      'elk.spacing.edgeEdge': '12',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: [...free, ...frames],
    edges: arrowsOf(graph).map((arrow, index): ElkEdge => {
      const text = arrowInWords(arrow, naming);
      const width = Math.ceil(signsIn(text) * LABEL_SIGN_WIDTH);
      return {
        id: `arrow:${String(index)}`,
        sources: [arrow.from],
        targets: [arrow.to],
        labels: [{ text, width, height: LABEL_HEIGHT }],
      };
    }),
  };
}

/** The answer to `questionOf` for the same graph. */
export function layoutFrom(answer: ElkNode, graph: ProcessGraph): Layout {
  const outer = answer.children ?? [];
  const frames = outer.filter(({ children }) => (children ?? []).length > 0);
  const states = outer
    .filter((node) => !frames.includes(node))
    .concat(frames.flatMap(({ children }) => children ?? []));
  const edges = [answer, ...frames].flatMap(({ edges: inside }) => inside ?? []);
  return {
    width: Math.ceil(answer.width ?? 0),
    height: Math.ceil(answer.height ?? 0),
    states: states.map(boxOf),
    frames: frames.map(boxOf),
    arrows: arrowsOf(graph).map((arrow, index) =>
      drawn(
        arrow,
        edges.find(({ id }) => id === `arrow:${String(index)}`),
      ),
    ),
  };
}

function drawn(arrow: Arrow, edge: ElkEdge | undefined): DrawnArrow {
  const section = edge?.sections?.[0];
  const label = edge?.labels?.[0];
  if (section === undefined)
    throw new Error(`There is no way from ${arrow.from} to ${arrow.to} in the layout.`);
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  return {
    ...arrow,
    points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
    text: label?.text ?? '',
    textAt:
      label?.x === undefined || label.y === undefined
        ? null
        : { x: round(label.x), y: round(label.y), width: round(label.width ?? 0) },
  };
}

function boxOf({ id, x = 0, y = 0, width = 0, height = 0 }: ElkNode): Box {
  return { id, x: round(x), y: round(y), width: round(width), height: round(height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
