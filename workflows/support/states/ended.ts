import { STATE_LABELS } from '../support.labels.js';
import { state } from '../support.setup.js';

/** 已办结, 未办成, 已取消: the case that the measure hangs on is told, once. */
export const done = state({
  type: 'final',
  meta: { label: STATE_LABELS.done },
  entry: ['tellParent', 'tellDone'],
});

export const notDone = state({
  type: 'final',
  meta: { label: STATE_LABELS.notDone },
  entry: ['tellParent', 'tellNotDone'],
});

export const cancelled = state({
  type: 'final',
  meta: { label: STATE_LABELS.cancelled },
  entry: ['tellParent', 'tellCancelled'],
});
