import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext } from '../filing/filing.context.js';
import { filing1, waitsFor } from '../filing/filing.js';
import { begin, type ProcessEvent } from '../process.js';
import { type Configuration, type Explored, explore } from './explore.js';
import { strikeOf } from './filing.samples.js';
import type { Slice } from './filing.slices.js';
import { endsByClocksAlone, type Finding, findingsIn, unattended } from './findings.js';

/** What `filing@1` is proved to be, part by part. */
export interface SliceProof {
  name: string;
  explored: Explored;
  findings: readonly Finding[];
  /** Configurations after `FILE` from which doing nothing does not clear the filing and then come to rest. */
  stuck: readonly Configuration[];
}

const RESTING = ['withdrawn', 'lapsed', 'outOfScope'];
const BEFORE_FILING = ['drafting', 'checking'];
const LIMIT = 60_000;

/** No way depends on these: they tell readers of the log, or how much an inquiry or a breach is about. */
const NOISE: readonly (keyof FilingContext)[] = [
  'number',
  'registerNumber',
  'policy',
  'contentHash',
  'acknowledged',
  'reviewedOn',
  'basis',
  'clearedOn',
  'outcome',
  'consentCap',
  'allowances',
];

export function proveSlice(slice: Slice): SliceProof {
  const explored = explore({
    definition: filing1,
    start: begin(filing1, { filing: 'filing-1', bank: 'jinli', maker: 'maker' }),
    offers: (snapshot) => offered(slice, snapshot),
    strike: (clock, snapshot) => strikeOf(clock, contextOf(snapshot)),
    keyOf,
    limit: LIMIT,
  });
  const question = { resting: RESTING };
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

/** From every configuration after `FILE` clocks alone lead to `cleared` at the bank date at the latest, then to rest. */
function isStuck(at: Configuration): boolean {
  if (BEFORE_FILING.includes(at.state)) return false;
  const { ends, cycles } = endsByClocksAlone(at);
  if (cycles || ends.some((end) => !RESTING.includes(end.state) && end.snapshot.status === 'active'))
    return true;
  const context = contextOf(at.snapshot);
  if (!at.snapshot.matches('pending') || context.bankDate === null) return false;
  return !at.steps.some(({ clock, to }) => clock === 'bankDate' && to.state === 'cleared');
}

function offered(slice: Slice, snapshot: AnyMachineSnapshot): ProcessEvent[] {
  const context = contextOf(snapshot);
  return slice.offers.filter((offer) => offer.while(context, snapshot)).map((offer) => offer.event(context));
}

function keyOf(context: unknown): unknown {
  return Object.entries(context as FilingContext).filter(([field]) => !NOISE.some((name) => name === field));
}

function contextOf(snapshot: AnyMachineSnapshot): FilingContext {
  return snapshot.context;
}
