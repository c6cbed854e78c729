import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { EVENT_LABELS, labelOf } from '../../../workflows/filing/filing.labels.js';
import type { CaseDescription } from '../../cases/case-description.js';
import { audienceOf } from '../view/audience.js';
import { CLOCKS, STOP_LABELS, seesClock } from './clocks.js';
import { FILING_FIELDS } from './filing-fields.js';
import { isFilingState, stateLabel } from './state-label.js';

/** The bank's own date has a reason of its own and asks nobody for anything. */
const { bankDate: _, ...clocks } = CLOCKS;

/** How a filing (提前报告) is told to its readers. */
export const FILING_DESCRIPTION: CaseDescription<FilingContext> = {
  process: 'filing',
  openedLabel: '新建草稿',
  hiddenLabel: '主管部门研判',
  stateLabel: (state, context) =>
    context !== undefined && isFilingState(state) ? labelOf(state, context) : stateLabel(state),
  eventLabels: EVENT_LABELS,
  clocks,
  stopLabels: STOP_LABELS,
  fields: FILING_FIELDS,
  // What a bank does before it files, and again while it signs: no reader's but its own.
  inHouse: ['OPENED', 'SEND_TO_CHECK', 'SIGN_FILING', 'RETURN_TO_MAKER', 'DISCARD'],
  audienceOf,
  seesClock,
  countyOf: ({ county }) => county,
};
