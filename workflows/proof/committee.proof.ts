import type { AnyMachineSnapshot } from 'xstate';
import type { CommitteeContext } from '../committee/committee.context.js';
import { committee1, waitsFor } from '../committee/committee.js';
import { begin, type ProcessEvent } from '../process.js';
import { strikeOf } from './committee.samples.js';
import type { CommitteeSlice } from './committee.slices.js';
import { type Configuration, type Explored, explore } from './explore.js';
import { endsByClocksAlone, type Finding, findingsIn, unattended } from './findings.js';

/** What `committee@1` is proved to be, part by part. */
export interface CommitteeProof {
  name: string;
  explored: Explored;
  findings: readonly Finding[];
  /** Configurations from which doing nothing neither founds the committee, nor ends it, nor leaves it to a post. */
  stuck: readonly Configuration[];
}

/** Where a committee may stay as long as it likes: its chair works, or the court does. */
const STAYING = ['active', 'judicial'];
const LIMIT = 60_000;

/** No way depends on these: they tell readers when and how. */
const NOISE: readonly (keyof CommitteeContext)[] = ['policy', 'recordDate', 'foundedOn', 'chairBy'];

export function proveCommittee(slice: CommitteeSlice): CommitteeProof {
  const explored = explore({
    definition: committee1,
    start: begin(committee1, { committee: 'committee-1' }),
    offers: (snapshot) => offered(slice, snapshot),
    strike: (clock, snapshot) => struck(slice, clock, contextOf(snapshot)),
    keyOf: (context) =>
      Object.entries(context as CommitteeContext).filter(([field]) => !NOISE.some((name) => name === field)),
    limit: LIMIT,
  });
  const question = { resting: [] };
  return {
    name: slice.name,
    explored,
    findings: [
      ...findingsIn(explored, question),
      ...unattended(explored, question, ({ snapshot }) => waitsFor(snapshot)),
    ],
    stuck: explored.configurations.filter(isStuck),
  };
}

function isStuck(at: Configuration): boolean {
  const [first] = at.trace;
  // Nobody finds a case before its first event.
  if (first === undefined || at.snapshot.matches('unproposed')) return false;
  const { ends, cycles } = endsByClocksAlone(at);
  return cycles || ends.some((end) => end.snapshot.status === 'active' && !STAYING.includes(end.state));
}

function offered(slice: CommitteeSlice, snapshot: AnyMachineSnapshot): ProcessEvent[] {
  const context = contextOf(snapshot);
  return slice.offers.filter((offer) => offer.while(context, snapshot)).map((offer) => offer.event(context));
}

function struck(slice: CommitteeSlice, clock: string, context: CommitteeContext): ProcessEvent {
  const found = Object.entries(slice.strikes).find(([name]) => name === clock)?.[1] ?? {};
  const event = strikeOf(clock, context);
  return { ...event, facts: { ...event.facts, ...found } };
}

function contextOf(snapshot: AnyMachineSnapshot): CommitteeContext {
  return snapshot.context;
}
