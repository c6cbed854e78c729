import { STATE_LABELS } from '../resolution.labels.js';
import { notice } from '../resolution.notices.js';
import { resolutionSetup } from '../resolution.setup.js';
import { dropping } from './transitions.js';

const { createStateConfig: state } = resolutionSetup;

/**
 * 议题拟定: born without a subject, and in the same transaction told what it is about. Whoever presides puts it to the vote;
 * when that takes too long the member that asked may do so itself, so that no item dies in a drawer.
 */
export const drafted = state({
  meta: {
    label: STATE_LABELS.drafted,
    waitsFor: ['bank.delegate'],
    clause: '银保监发〔2020〕57号；债权人协议（拟题时限）',
  },
  initial: 'unborn',
  states: {
    unborn: {
      on: {
        'RESOLUTION.DRAFTED': { target: 'open', actions: ['drafted', 'tellOfAsking'] },
        'FILING.REFERRED': { target: 'open', actions: ['referred', 'tellOfAsking'] },
      },
    },
    open: {
      entry: 'armDraft',
      exit: { type: 'disarmDeadline', params: { name: 'draft' } },
      on: {
        NOTICE: { target: '#resolution.noticed', actions: ['noticed', 'tellOfNotice'] },
        DECIDE: [
          {
            guard: 'isCarriedByChair',
            target: '#resolution.carried',
            actions: ['decided', 'tellOfDecision'],
          },
          {
            target: '#resolution.failed',
            actions: ['decided', { type: 'notify', params: notice('resolutionDecided') }],
          },
        ],
        ...dropping,
        'DEADLINE.draft': {
          actions: ['draftOverdue', { type: 'notify', params: notice('resolutionDraftOverdue') }],
        },
      },
    },
  },
});
