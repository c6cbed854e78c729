import { FAILED } from '../../../workflows/proof/resolution.samples.js';
import {
  drafted,
  inForce,
  noticed,
  passed,
  type Resolution,
  referred,
  unborn,
  voting,
} from './situations.js';

/** One resolution in each state, and in each part of a state that takes other events. */
export const SITUATIONS = {
  'drafted, unborn': unborn,
  drafted: () => drafted(),
  'drafted, referred by a filing': referred,
  'drafted, procedural': () => drafted({ type: 'procedural' }),
  noticed: () => noticed(),
  voting: () => voting(),
  'voting, extended': () => voting().send('EXTEND_VOTE'),
  'voting, in its extension': () =>
    voting()
      .send('EXTEND_VOTE')
      .send('DEADLINE.vote', { facts: { tally: null } }),
  'voting, papers to come': () =>
    voting().send('DEADLINE.vote', { facts: { tally: null, missingPapers: 1 } }),
  inForce,
  'inForce, a consent': () => passed(referred()),
  'inForce, extended': () => inForce().send('EXTEND_TERM'),
  carried: () => passed(drafted({ type: 'strategy', strategy: 'stabilise' })),
  failed: () => voting().send('DEADLINE.vote', { facts: { tally: FAILED } }),
  dropped: () => noticed().send('DROP'),
  expired: () => inForce().send('DEADLINE.term'),
  rescinded: () => inForce().send('RESCIND'),
  superseded: () => inForce().send('SUPERSEDE'),
} as const satisfies Record<string, () => Resolution>;
export type Situation = keyof typeof SITUATIONS;
