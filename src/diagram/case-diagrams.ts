import { Injectable } from '@nestjs/common';
import type { AnyMachineSnapshot } from 'xstate';
import type { ProcessName, StateMeta } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { readsAsOffice } from '../cases/case-description.js';
import { CaseDescriptions } from '../cases/case-descriptions.js';
import { audienceIn, CaseHistory } from '../cases/case-history.js';
import type { HistoryEntryDto } from '../cases/history.dto.js';
import type { DiagramDto } from './diagram.dto.js';
import { type Diagram, Diagrams } from './diagrams.js';
import type { CaseOnDiagram } from './drawing.js';
import type { Language, PictureWords } from './picture-words.js';
import type { ProcessGraph } from './process-graph.js';

/** The one whose case it is seen by, which it is, and in which language. */
interface Wanted {
  actor: Actor;
  id: string;
  language: Language;
}

/** A case on the picture of its process: where it is and how it came there, as far as its reader may know. */
@Injectable()
export class CaseDiagrams {
  constructor(
    private readonly descriptions: CaseDescriptions,
    private readonly history: CaseHistory,
    private readonly diagrams: Diagrams,
  ) {}

  /** @throws {Problem} not-found */
  async svg(process: ProcessName, wanted: Wanted): Promise<string> {
    const { diagram, onCase } = await this.placed(process, wanted);
    return this.diagrams.svg(diagram, onCase);
  }

  /** @throws {Problem} not-found */
  async inWords(process: ProcessName, wanted: Wanted): Promise<DiagramDto> {
    const { diagram, onCase, path } = await this.placed(process, wanted);
    return {
      ...this.diagrams.inWords(diagram, onCase),
      steps: path.map((step) => ({ seq: step.seq, at: step.at, text: stepInWords(step, diagram) })),
    };
  }

  private async placed(
    process: ProcessName,
    { actor, id, language }: Wanted,
  ): Promise<{ diagram: Diagram; onCase: CaseOnDiagram; path: HistoryEntryDto[] }> {
    const description = this.descriptions.of(process);
    const { reading, path } = await this.history.wayOf(description, actor, id);
    const { seen } = reading;
    const diagram = this.diagrams.of(process, seen.version, language);
    const parts = readsAsOffice(audienceIn(reading)) ? partsIn(seen.snapshot, diagram.words) : [];
    return {
      diagram,
      onCase: onDiagram(diagram.graph, { state: seen.state, path, parts }),
      path,
    };
  }
}

function onDiagram(
  { frames }: ProcessGraph,
  { state, path, parts }: { state: string; path: readonly HistoryEntryDto[]; parts: readonly string[] },
): CaseOnDiagram {
  const passed = new Set(path.flatMap(({ from, to }) => (from === null ? [to] : [from, to])));
  const walked = new Set(path.map(({ from, to }) => `${from ?? ''}>${to}`));
  const statesOf = (place: string) => frames.find(({ id }) => id === place)?.states ?? [place];
  return {
    placeOf: (name) => (name === state ? 'current' : passed.has(name) ? 'walked' : 'ahead'),
    isWalked: ({ from, to }) => statesOf(from).some((start) => walked.has(`${start}>${to}`)),
    partsIn: (name) => (name === state ? parts : []),
  };
}

/** The history has a sentence for each step in Chinese; in another language the names of event and state make one. */
function stepInWords(
  { type, label, to, text }: HistoryEntryDto,
  { graph, eventLabels, words }: Diagram,
): string {
  if (words.step === null) return text;
  const state = graph.states.find(({ name }) => name === to);
  return words.step(eventLabels[type ?? ''] ?? label, state?.label ?? to);
}

/** 金融部门：待反馈意见. Where parts run side by side, each says how far it is. */
function partsIn(snapshot: AnyMachineSnapshot, { offices, reviews, part: said }: PictureWords): string[] {
  return Object.entries(snapshot.getMeta()).flatMap(([node, meta]: [string, StateMeta | undefined]) => {
    const keys = node.split('.');
    const office = offices[keys.find((key) => offices[key] !== undefined) ?? ''];
    if (office === undefined || meta === undefined) return [];
    return [said(office, reviews[keys.at(-1) ?? ''] ?? meta.label)];
  });
}
