import type { CoordinationContext } from '../coordination/coordination.context.js';
import { MESSAGES, PUBLIC_EVENTS } from '../coordination/coordination.events.js';
import { coordination1, waitsFor } from '../coordination/coordination.js';
import { begin, type ProcessEvent } from '../process.js';
import { JOINED, sampleOf, strikeOf } from './coordination.samples.js';
import { type Explored, explore } from './explore.js';
import { type Finding, findingsIn, unattended } from './findings.js';

export interface CoordinationProof {
  explored: Explored;
  findings: readonly Finding[];
}

const LIMIT = 20_000;
/** How many meetings there were moves nothing. */
const NOISE: readonly (keyof CoordinationContext)[] = ['meetings'];

/**
 * `coordination@1`, whole. The filings lie in a table that the machine does not see, so that every answer the table could give is
 * offered everywhere: the last one or one of two, still joined or not.
 */
export function proveCoordination(): CoordinationProof {
  const explored = explore({
    definition: coordination1,
    start: begin(coordination1, {}),
    offers: offered,
    strike: (clock, { context }) => strikeOf(clock, context),
    keyOf: (context) =>
      Object.entries(context as CoordinationContext).filter(
        ([field]) => !NOISE.some((name) => name === field),
      ),
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

const OFFERS: readonly ProcessEvent[] = [
  ...[...PUBLIC_EVENTS, ...MESSAGES].map((type) => sampleOf(type)),
  sampleOf('FILING.JOINED', { payload: { support: 'foundCommittee' } }),
  sampleOf('FILING.JOINED', { facts: { open: 1 } }),
  sampleOf('FILING.LEFT', { facts: { open: 1 } }),
  sampleOf('FILING.LEFT', { facts: { courtAccepted: true } }),
  sampleOf('FILING.LEFT', { facts: { filing: { ...JOINED, state: 'concluded' } } }),
  sampleOf('FILING.LEFT', { facts: { filing: { ...JOINED, revision: 2 } } }),
  sampleOf('CONCLUDE_FILING', { facts: { open: 1 } }),
  sampleOf('CONCLUDE_FILING', { payload: { outcome: 'notAgreed' } }),
  sampleOf('DEADLINE.assign', { facts: { reviewer: null } }),
];

function offered(): readonly ProcessEvent[] {
  return OFFERS;
}
