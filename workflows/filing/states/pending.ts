import { notice } from '../filing.notices.js';
import { acknowledging, completing } from './acknowledging.js';
import { concluding, deferred, suggested } from './concluding.js';
import { coordinating } from './coordinating.js';
import { referred } from './referred.js';
import { reviewing } from './reviewing.js';
import { amendedMaterially, endings, state } from './transitions.js';

/**
 * From `FILE` until the bank may act, whatever the offices do: one state over eight, because one clock runs over all of them,
 * the bank's own date (商业银行法 4; 行政许可法 17: a report is no licence). Never shown by itself.
 */
export const pending = state({
  entry: 'armBankDate',
  exit: 'disarmBankDate',
  initial: 'acknowledging',
  states: { acknowledging, completing, reviewing, concluding, suggested, deferred, coordinating, referred },
  on: {
    ...endings,
    AMEND: [
      amendedMaterially,
      {
        guard: 'movesBankDate',
        actions: [
          'disarmBankDate',
          'tellOfAmendment',
          'amendedSlightly',
          'armBankDate',
          { type: 'notify', params: notice('amended') },
        ],
      },
      { actions: ['tellOfAmendment', 'amendedSlightly', { type: 'notify', params: notice('amended') }] },
    ],
    // Before the offices have concluded, the review goes on beside the bank's undertaking.
    UNDERTAKE: {
      actions: [
        'disarmBankDate',
        'undertaken',
        'armBankDate',
        { type: 'notify', params: notice('bankDateMoved') },
      ],
    },
    // A note that comes late is a note all the same.
    REPORT_FACTS: { actions: ['factsReported', { type: 'notify', params: notice('factsReported') }] },
    SUSPECT_SPLIT: { actions: 'splitSuspected' },
  },
});
