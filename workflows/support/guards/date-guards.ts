import type { Refusal } from '../../process.js';
import { type On, refusalIf } from './refusal-if.js';

/** One date, which may be moved once and is never behind the day on which it is set. */
const ONE_DATE = '办理期限（交办时确定）';

export const dateIsAhead: On<'SUPPORT.PROPOSED' | 'CHANGE_DATE'> = {
  name: 'dateIsAhead',
  needsPayload: true,
  judge: (_, { payload, facts }) => notPast(payload.dueOn, facts.today),
};

/** Assigned as proposed, its date may have passed meanwhile. */
export const assignedDateIsAhead: On<'ASSIGN'> = {
  name: 'assignedDateIsAhead',
  needsPayload: true,
  judge: ({ dueOn }, { payload, facts }) => notPast(payload.dueOn ?? dueOn ?? facts.today, facts.today),
};

export const dateNotChanged: On<'CHANGE_DATE'> = {
  name: 'dateNotChanged',
  needsPayload: false,
  judge: ({ dateChanged }) =>
    refusalIf(
      dateChanged,
      'date-changed-before',
      '办理期限只能变更一次，请督促办理，或转办、取消本事项。',
      undefined,
      ONE_DATE,
    ),
};

/** Waiting moves no date: whoever needs longer asks for another. */
export const waitEndsInTime: On<'WAIT'> = {
  name: 'waitEndsInTime',
  needsPayload: true,
  judge: ({ dueOn }, { payload, facts }) => {
    const { until } = payload;
    if (until === undefined) return [];
    return [
      ...refusalIf(
        until <= facts.today,
        'not-later',
        '等待截止日须晚于今天，请重新选择。',
        '/until',
        ONE_DATE,
      ),
      ...refusalIf(
        dueOn !== null && until > dueOn,
        'beyond-due-date',
        '等待不能超过办理期限，请先商市金融部门变更期限。',
        '/until',
        ONE_DATE,
      ),
    ];
  },
};

function notPast(day: string, today: string): Refusal[] {
  return refusalIf(day < today, 'in-past', '办理期限不能早于今天，请重新选择。', '/dueOn', ONE_DATE);
}
