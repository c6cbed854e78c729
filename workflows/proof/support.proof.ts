import { begin, type ProcessEvent } from '../process.js';
import type { SupportContext } from '../support/support.context.js';
import { MESSAGES, PUBLIC_EVENTS } from '../support/support.events.js';
import { support1, waitsFor } from '../support/support.js';
import { type Explored, explore } from './explore.js';
import { type Finding, findingsIn, unattended } from './findings.js';
import { sampleOf, strikeOf } from './support.samples.js';

export interface SupportProof {
  explored: Explored;
  findings: readonly Finding[];
}

const LIMIT = 20_000;
/** One owner is as good as another; a measure is explored with two, and with a date changed once. */
const NOISE: readonly (keyof SupportContext)[] = ['remindOn', 'dueOn', 'outcome'];

/** `support@1`, whole: every event offered in every configuration, proposed or given at once, with and without a day to wait for. */
export function proveSupport(): SupportProof {
  const explored = explore({
    definition: support1,
    start: begin(support1, {}),
    offers: ({ context }) => offered(context),
    strike: (clock, { context }) => strikeOf(clock, context),
    keyOf: (context) =>
      Object.entries(context as SupportContext).filter(([field]) => !NOISE.some((name) => name === field)),
    limit: LIMIT,
  });
  const question = { resting: [] };
  return {
    explored,
    findings: [
      ...findingsIn(explored, question),
      ...unattended(explored, question, ({ snapshot }) => waitsFor(snapshot)),
    ],
  };
}

function offered(context: SupportContext): ProcessEvent[] {
  const ordinary = [...PUBLIC_EVENTS, ...MESSAGES].map((type) => sampleOf(type, context));
  return [
    ...ordinary,
    sampleOf('SUPPORT.PROPOSED', context, { payload: { assigned: true } }),
    sampleOf('SUPPORT.PROPOSED', context, { facts: { remindOn: null }, payload: { parent: FIRM } }),
    {
      ...sampleOf('WAIT', context),
      payload: { for: '待法院通知' },
    },
  ];
}

const FIRM = { process: 'firm', id: 'firm-1' } as const;
