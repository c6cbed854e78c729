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
import type { ProcessGraph } from './process-graph.js';

const PART_LABELS: Readonly<Record<string, string>> = { finance: '金融部门', industry: '工信部门' };

/** A case on the picture of its process: where it is and how it came there, as far as its reader may know. */
@Injectable()
export class CaseDiagrams {
  constructor(
    private readonly descriptions: CaseDescriptions,
    private readonly history: CaseHistory,
    private readonly diagrams: Diagrams,
  ) {}

  /** @throws {Problem} not-found */
  async svg(process: ProcessName, actor: Actor, id: string): Promise<string> {
    const { diagram, onCase, label } = await this.placed(process, actor, id);
    return this.diagrams.svg(diagram, `流程图：目前为“${label}”`, onCase);
  }

  /** @throws {Problem} not-found */
  async inWords(process: ProcessName, actor: Actor, id: string): Promise<DiagramDto> {
    const { diagram, onCase, path } = await this.placed(process, actor, id);
    return {
      ...this.diagrams.inWords(diagram, onCase),
      steps: path.map(({ seq, at, text }) => ({ seq, at, text })),
    };
  }

  private async placed(
    process: ProcessName,
    actor: Actor,
    id: string,
  ): Promise<{ diagram: Diagram; onCase: CaseOnDiagram; path: HistoryEntryDto[]; label: string }> {
    const description = this.descriptions.of(process);
    const { reading, path } = await this.history.wayOf(description, actor, id);
    const { seen } = reading;
    const diagram = this.diagrams.of(process, seen.version);
    const parts = readsAsOffice(audienceIn(reading)) ? partsIn(seen.snapshot) : [];
    return {
      diagram,
      onCase: onDiagram(diagram.graph, { state: seen.state, path, parts }),
      path,
      label: description.stateLabel(seen.state, seen.context),
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

/** 金融部门：待反馈意见. Where parts run side by side, each says how far it is. */
function partsIn(snapshot: AnyMachineSnapshot): string[] {
  return Object.entries(snapshot.getMeta()).flatMap(([node, meta]: [string, StateMeta | undefined]) => {
    const part = node.split('.').find((key) => PART_LABELS[key] !== undefined);
    return part === undefined || meta === undefined ? [] : [`${PART_LABELS[part] ?? part}：${meta.label}`];
  });
}
