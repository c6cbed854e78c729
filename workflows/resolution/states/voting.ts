import { STATE_LABELS, VOTING_LABELS } from '../resolution.labels.js';
import { notice } from '../resolution.notices.js';
import { resolutionSetup } from '../resolution.setup.js';
import { conflictRecorded, counted, dropping, membersNotes } from './transitions.js';

const { createStateConfig: state } = resolutionSetup;

const papersDue = { type: 'notify', params: notice('resolutionPapersDue') } as const;
const extended = { type: 'notify', params: notice('resolutionVoteExtended') } as const;

/** When the time for ballots is over: sealed papers may be on their way, else it is counted. */
const atTheEnd = [
  { guard: 'lacksPapers', target: 'papers', actions: ['turnedOut', papersDue] },
  ...counted,
] as const;

/**
 * 表决: ballots are sealed and may be changed until the close, which is the end of the time or the last entitled head. What
 * they say comes out with the count. A major item's ballots need a sealed paper each; those that are missing when the
 * ballots are in may still follow, and count as silence after that.
 */
export const voting = state({
  meta: {
    label: STATE_LABELS.voting,
    waitsFor: ['bank.delegate'],
    clause: '银监办便函〔2016〕1196号；债权人协议（表决期）',
  },
  initial: 'open',
  on: dropping,
  states: {
    open: {
      meta: { label: VOTING_LABELS.open },
      entry: 'armVote',
      exit: [
        { type: 'disarmDeadline', params: { name: 'vote' } },
        { type: 'disarmDeadline', params: { name: 'extend' } },
      ],
      on: {
        ...membersNotes,
        CAST_BALLOT: [
          { guard: 'waitsForPapers', target: 'papers', actions: ['turnedOut', papersDue] },
          ...counted,
          { actions: 'turnedOut' },
        ],
        ATTACH_PAPER: [...counted, { actions: 'turnedOut' }],
        // A ballot of whoever is recused is no ballot any more; it may have been the last that was waited for.
        RECORD_CONFLICT: [
          {
            guard: 'waitsForPapers',
            target: 'papers',
            actions: ['conflictRecorded', 'turnedOut', conflictRecorded, papersDue],
          },
          ...counted.map((closing) => ({
            ...closing,
            actions: ['conflictRecorded', conflictRecorded, ...closing.actions] as const,
          })),
          { actions: ['conflictRecorded', 'turnedOut', conflictRecorded] },
        ],
        EXTEND_VOTE: { actions: ['voteExtended', extended] },
        'DEADLINE.vote': [
          // The extension counts from the day on which the vote would have closed.
          {
            guard: 'isExtended',
            actions: 'armExtension',
          },
          ...atTheEnd,
        ],
        'DEADLINE.extend': [...atTheEnd],
      },
    },
    papers: {
      meta: { label: VOTING_LABELS.papers },
      entry: {
        type: 'armDeadline',
        params: { name: 'sealedPaper', budget: { workingDays: 'sealedPaperWd' } },
      },
      exit: { type: 'disarmDeadline', params: { name: 'sealedPaper' } },
      on: {
        ATTACH_PAPER: [...counted, { actions: 'turnedOut' }],
        'DEADLINE.sealedPaper': [...counted],
      },
    },
  },
});
