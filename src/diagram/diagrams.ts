import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/problem.js';
import { eventInWords, type Naming } from './arrows.js';
import type { DiagramDto, DiagramStateDto } from './diagram.dto.js';
import { type CaseOnDiagram, centreOf, svgOf } from './drawing.js';
import { DRAWN_PROCESSES } from './drawn-processes.js';
import type { Layout } from './layout.js';
import type { Language } from './picture-words.js';
import type { GraphState, ProcessGraph } from './process-graph.js';
import { waysFrom } from './proof.js';

/** Written by `npm run build`. */
const LAID_OUT = fileURLToPath(new URL('../../diagrams.json', import.meta.url));

interface LaidOut {
  process: string;
  version: number;
  language: Language;
  layout: Layout;
}

/** One process of one version in one language, ready to be drawn. */
export interface Diagram extends Naming {
  graph: ProcessGraph;
  language: Language;
  layout: Layout;
}

/** 流程图: the pictures of all processes, laid out when the system was built. */
@Injectable()
export class Diagrams {
  private readonly diagrams: readonly Diagram[] = read();

  /** @throws {Problem} not-found */
  of(process: string, version: number, wanted: Language = 'zh'): Diagram {
    const diagram = this.diagrams.find(
      ({ graph, language }) => graph.process === process && graph.version === version && language === wanted,
    );
    if (diagram === undefined) throw new Problem('not-found');
    return diagram;
  }

  /** Without a case it is the picture of the process as a whole. */
  svg({ graph, layout, words }: Diagram, onCase: CaseOnDiagram | null): string {
    const here = graph.states.find(({ name }) => onCase?.placeOf(name) === 'current');
    const title = here === undefined ? words.title : words.titleOf(here.label);
    return svgOf(graph, { layout, words, title, onCase });
  }

  /** The same in words, in the order of the process. */
  inWords(diagram: Diagram, onCase: CaseOnDiagram | null): Omit<DiagramDto, 'steps'> {
    const { graph, eventLabels } = diagram;
    const labels = new Map(graph.states.map(({ name, label }) => [name, label]));
    return {
      process: graph.process,
      version: graph.version,
      events: Object.entries(eventLabels).map(([code, label]) => ({ code, label })),
      states: graph.states.map((state) => stateInWords(state, { ...diagram, labels, onCase })),
    };
  }
}

function stateInWords(
  { name, label, clause, final }: GraphState,
  {
    graph,
    layout,
    labels,
    onCase,
    ...naming
  }: Diagram & {
    labels: ReadonlyMap<string, string>;
    onCase: CaseOnDiagram | null;
  },
): DiagramStateDto {
  const byTarget = new Map<string, Set<string>>();
  for (const { to, events } of waysFrom(graph, name)) {
    const words = byTarget.get(to) ?? new Set<string>();
    for (const type of events) words.add(eventInWords(type, naming));
    byTarget.set(to, words);
  }
  const box = layout.states.find(({ id }) => id === name);
  if (box === undefined) throw new Error(`${name} was not laid out.`);
  return {
    name,
    label,
    clause,
    final,
    place: onCase?.placeOf(name) ?? null,
    parts: [...(onCase?.partsIn(name) ?? [])],
    centre: centreOf(box),
    ways: [...byTarget].map(([to, words]) => ({ to, toLabel: labels.get(to) ?? to, events: [...words] })),
  };
}

function read(): Diagram[] {
  if (!existsSync(LAID_OUT)) throw new Error('The diagrams are missing: build with npm run build.');
  // What the build has written beside this very code.
  const laidOut = JSON.parse(readFileSync(LAID_OUT, 'utf8')) as LaidOut[];
  return DRAWN_PROCESSES.map((drawn) => {
    const { process, version } = drawn.graph;
    const found = laidOut.find(
      (one) => one.process === process && one.version === version && one.language === drawn.language,
    );
    if (found === undefined) throw new Error(`${process}@${String(version)} was not laid out.`);
    return { ...drawn, layout: found.layout };
  });
}
