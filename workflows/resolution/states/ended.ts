import { STATE_LABELS } from '../resolution.labels.js';
import { type NoticeTemplate, notice } from '../resolution.notices.js';
import { resolutionSetup } from '../resolution.setup.js';

const { createStateConfig: state } = resolutionSetup;

/** What is in force was a major item: its end is reported like its beginning. */
function told(template: NoticeTemplate) {
  return [
    { type: 'notify', params: notice(template) },
    { type: 'notify', params: notice('resolutionEndReported') },
  ] as const;
}

/** No successor keeps the marks (企业破产法 19, 46). */
const supersededByCourt = {
  target: 'superseded',
  actions: ['endStandstill', ...told('resolutionSuperseded')],
} as const;

/** 执行中: a standstill, a consent or a plan holds until its day. A breach leaves it in force for all others. */
export const inForce = state({
  meta: { label: STATE_LABELS.inForce, clause: '债权人协议；稳定期（政策参数）' },
  entry: 'armTerm',
  exit: { type: 'disarmDeadline', params: { name: 'term' } },
  on: {
    BREACH: { actions: ['breached', 'fileBreach'] },
    'STANDSTILL.BREACHED': [
      { guard: 'isMyBreach', actions: ['breached', 'fileBreach'] },
      { actions: 'record' },
    ],
    EXTEND_TERM: [
      {
        guard: 'isExtendable',
        actions: [
          { type: 'disarmDeadline', params: { name: 'term' } },
          'termExtended',
          'armTerm',
          'tellOfNewTerm',
          { type: 'notify', params: notice('resolutionTermExtended') },
        ],
      },
      { actions: 'record' },
    ],
    'DEADLINE.term': {
      target: 'expired',
      actions: ['endStandstill', ...told('resolutionExpired')],
    },
    RESCIND: {
      target: 'rescinded',
      actions: ['endStandstill', ...told('resolutionRescinded')],
    },
    // The successor holds the marks: nothing ends.
    SUPERSEDE: {
      target: 'superseded',
      actions: [...told('resolutionSuperseded')],
    },
    'COMMITTEE.ENDED': [
      { guard: 'endsByCourt', ...supersededByCourt },
      {
        guard: 'isMyCommittee',
        target: 'expired',
        actions: ['endStandstill', ...told('resolutionExpired')],
      },
      { actions: 'record' },
    ],
    'COURT.ACCEPTED': supersededByCourt,
  },
});

/** 决议通过, and carried out by others at once: nothing is left to wait for. */
export const carried = state({ type: 'final', meta: { label: STATE_LABELS.carried } });

export const failed = state({ type: 'final', meta: { label: STATE_LABELS.failed } });

export const dropped = state({
  type: 'final',
  meta: { label: STATE_LABELS.dropped },
  entry: 'answerDrop',
});

/**
 * Where a resolution rests that was in force: what a member did while it was may be reported long after. So these are not
 * final for XState, which would take nothing any more.
 */
export const expired = rested('expired');
export const rescinded = rested('rescinded');
export const superseded = rested('superseded');

function rested(name: 'expired' | 'rescinded' | 'superseded') {
  return state({
    meta: { label: STATE_LABELS[name] },
    on: {
      'STANDSTILL.BREACHED': [
        { guard: 'isMyBreach', actions: ['breached', 'fileBreach'] },
        { actions: 'record' },
      ],
    },
  });
}
