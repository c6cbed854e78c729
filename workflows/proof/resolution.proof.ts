import { begin, type ProcessEvent } from '../process.js';
import type { ResolutionContext } from '../resolution/resolution.context.js';
import type { ResolutionEventType } from '../resolution/resolution.events.js';
import { resolution1, waitsFor } from '../resolution/resolution.js';
import type { Subject } from '../resolution/subjects.js';
import { type Explored, explore } from './explore.js';
import { endsByClocksAlone, type Finding, findingsIn, unattended } from './findings.js';
import {
  delegateOf,
  FAILED,
  PASSED,
  type ResolutionDifference,
  resolutionSample,
  resolutionStrike,
} from './resolution.samples.js';

/** What `resolution@1` is proved to be, for each way that an item may go. */
export interface ResolutionProof {
  explored: Explored;
  findings: readonly Finding[];
  /** Configurations after the notice from which doing nothing does not come to rest. */
  stuck: readonly string[];
}

const RESTING = ['expired', 'rescinded', 'superseded'];
const LIMIT = 5_000;
const MOST_BREACHES = 2;

/** No way depends on these: they tell readers of the log. */
const NOISE: readonly (keyof ResolutionContext)[] = ['number', 'policy', 'tally', 'closedOn', 'turnout'];

/** Items that hold for a time, act once, answer a filing, speak to another resolution, or are the chair's to decide. */
export const PROVED_SUBJECTS: readonly (Subject | 'referral')[] = [
  { type: 'standstill', days: 90 },
  { type: 'chair', chair: 'haisi' },
  'referral',
  { type: 'procedural' },
];

export function proveResolution(subject: Subject | 'referral'): ResolutionProof {
  const explored = explore({
    definition: resolution1,
    start: begin(resolution1, {}),
    offers: (snapshot) => offersAt(snapshot.context, subject),
    strike: (clock, snapshot) => resolutionStrike(clock, snapshot.context),
    keyOf: (context) =>
      Object.entries(context as ResolutionContext).filter(([field]) => !NOISE.some((name) => name === field)),
    limit: LIMIT,
  });
  const question = { resting: RESTING };
  // Before its first event a case exists in no other transaction than the one that bears it.
  const born = {
    ...explored,
    configurations: explored.configurations.filter(({ trace }) => trace.length > 0),
  };
  return {
    explored,
    findings: [
      ...findingsIn(explored, question),
      ...unattended(born, question, ({ snapshot }) => waitsFor(snapshot)),
    ],
    stuck: born.configurations
      .filter((at) => isStuck(at))
      .map(({ state, trace }) => `${state}: ${trace.join(' → ')}`),
  };
}

/** Once noticed, clocks alone lead to a result and to its end. Drafts wait for whoever presides, and for whoever asked. */
function isStuck(at: Parameters<typeof endsByClocksAlone>[0]): boolean {
  if (at.state === 'drafted') return false;
  const { ends, cycles } = endsByClocksAlone(at);
  return cycles || ends.some((end) => end.snapshot.status === 'active' && !RESTING.includes(end.state));
}

/** Both ways that a count may go, and none while the vote goes on. */
function offersAt(context: ResolutionContext, subject: Subject | 'referral'): ProcessEvent[] {
  const offer = <Type extends ResolutionEventType>(type: Type, difference: ResolutionDifference<Type> = {}) =>
    resolutionSample(type, context, difference);
  if (context.subject === null) {
    return [
      subject === 'referral'
        ? offer('FILING.REFERRED')
        : offer('RESOLUTION.DRAFTED', { payload: { subject } }),
    ];
  }
  const deputy = delegateOf(subject !== 'referral' && subject.type === 'chair' ? 'citong' : 'jinli');
  const ballots = [
    {},
    { complete: true, missingPapers: 1 },
    { complete: true, tally: PASSED },
    { complete: true, tally: FAILED },
  ];
  return [
    offer('NOTICE', { actor: deputy }),
    offer('DECIDE'),
    offer('DECIDE', { payload: { carried: false } }),
    offer('DROP', { actor: deputy }),
    offer('DECLARE_CONFLICT'),
    ...ballots.map((facts) => offer('RECORD_CONFLICT', { facts, actor: deputy })),
    offer('NAME_PROXY'),
    offer('REVOKE_PROXY'),
    ...ballots.map((facts) => offer('CAST_BALLOT', { facts })),
    ...ballots.map((facts) => offer('ATTACH_PAPER', { facts: { ...facts, missingPapers: 0 } })),
    offer('STATE_PENDING_APPROVAL'),
    offer('EXTEND_VOTE', { actor: deputy }),
    ...(context.breaches < MOST_BREACHES ? [offer('BREACH'), offer('STANDSTILL.BREACHED')] : []),
    offer('RESOLUTION.DRAFTED'),
    offer('FILING.REFERRED'),
    offer('REFERRAL.LEFT'),
    offer('COMMITTEE.ENDED'),
    offer('COMMITTEE.ENDED', { payload: { committee: 'another' } }),
    offer('COURT.ACCEPTED'),
    offer('EXTEND_TERM'),
    offer('RESCIND'),
    offer('SUPERSEDE'),
  ];
}
