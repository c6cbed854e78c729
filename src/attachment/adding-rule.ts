import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext } from '../../workflows/filing/filing.context.js';
import { OPINING_OFFICES } from '../../workflows/filing/filing.context.js';
import { reviewStateOf, stateOf } from '../../workflows/filing/filing.js';
import { STATE_LABELS } from '../../workflows/filing/filing.labels.js';

/**
 * Whether the filing's own bank may add evidence now, and if not, why: to what it is still writing (draft, completion,
 * amendment), to an answer that an office has asked for, and to what it reports as done. In between the offices judge what
 * they have: it does not grow under their hands.
 */
export function whyNotAdd(snapshot: AnyMachineSnapshot, hasOpenRevision: boolean): string | undefined {
  const state = stateOf(snapshot);
  const { executed }: FilingContext = snapshot.context;
  switch (state) {
    case 'drafting':
    case 'completing':
    // What was done is reported here, also after the filing has come to rest.
    case 'cleared':
    case 'executed':
    case 'withdrawn':
    case 'lapsed':
    case 'outOfScope':
      return undefined;
    case 'acknowledging':
    case 'reviewing':
    case 'concluding':
    case 'suggested':
    case 'deferred':
    case 'coordinating':
    case 'referred':
      return hasOpenRevision || executed !== null || isSupplementing(snapshot)
        ? undefined
        : `当前为“${STATE_LABELS[state]}”，如需补充附件，请先编制变更报告。`;
    case 'checking':
      return '本件正在行内复核，附件不可变动；请退回经办后再添加。';
    case 'closed':
    case 'voided':
    case 'judicial':
      return `本件已为“${STATE_LABELS[state]}”，不再接收附件。`;
  }
}

/** Whether the filing's own bank may take evidence away. Whatever an office may have seen stays, as the report itself does. */
export function whyNotRemove(snapshot: AnyMachineSnapshot): string | undefined {
  if (stateOf(snapshot) === 'drafting') return undefined;
  return '仅草稿的附件可以移除；已提交复核或已报送的附件随报告留存。';
}

function isSupplementing(snapshot: AnyMachineSnapshot): boolean {
  return OPINING_OFFICES.some((office) => reviewStateOf(snapshot, office) === 'supplementing');
}
