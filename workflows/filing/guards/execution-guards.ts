import type { Guard, Refusal } from '../../process.js';
import { parseYuan } from '../../rules/fen.js';
import type { FilingContext } from '../filing.context.js';
import type { FilingEventOf } from '../filing.events.js';

const CLAUSE = '泉政办规〔2023〕1号（十）；实施情况报告要求（政策参数）';

/** As many lines as a report has loans, and one for the limit. */
export const MAX_EXECUTION_LINES = 51;

type BankAct = FilingEventOf<'AMEND' | 'WITHDRAW' | 'UNDERTAKE' | 'POSTPONE'>;

/** Once something is done, the filing can no longer be changed into one about something else. */
export const nothingDone: Guard<FilingContext, BankAct> = {
  name: 'nothingDone',
  needsPayload: false,
  judge: ({ executed }) => (executed === null ? [] : [alreadyExecuted]),
};

export const nothingDoneIfMaterial: Guard<FilingContext, FilingEventOf<'RESUBMIT'>> = {
  name: 'nothingDoneIfMaterial',
  needsPayload: false,
  judge: ({ executed }, { facts }) => (facts.material && executed !== null ? [alreadyExecuted] : []),
};

/** A filing about an act already done may be voided as long as nothing more was reported about it. */
export const nothingReported: Guard<FilingContext, FilingEventOf<'VOID'>> = {
  name: 'nothingReported',
  needsPayload: false,
  judge: ({ executed }) => (executed === null || executed.reports === 0 ? [] : [alreadyExecuted]),
};

export const isNotInFuture: Guard<FilingContext, FilingEventOf<'REPORT_EXECUTION'>> = {
  name: 'isNotInFuture',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    payload.date <= facts.today
      ? []
      : [refusal('execution-in-future', '/date', '实施日期不能晚于今日，请在实施后报告。')],
};

export const figuresHold: Guard<FilingContext, FilingEventOf<'REPORT_EXECUTION'>> = {
  name: 'figuresHold',
  needsPayload: true,
  judge: (_, { payload: { lines } }) => {
    if (lines.length === 0 || lines.length > MAX_EXECUTION_LINES) {
      return [refusal('execution-lines', '/lines', `请填写1至${MAX_EXECUTION_LINES}笔实施明细。`)];
    }
    return lines.flatMap(({ amount }, index) =>
      (parseYuan(amount) ?? 0n) > 0n
        ? []
        : [
            refusal(
              'amount-not-positive',
              `/lines/${index}/amount`,
              '实施金额须大于零，请填写实际减少的金额。',
            ),
          ],
    );
  },
};

/** What was reported as done is mended, not added to: in `executed`, and where the filing itself said so. */
export const correctsWhereNeeded: Guard<FilingContext, FilingEventOf<'REPORT_EXECUTION'>> = {
  name: 'correctsWhereNeeded',
  needsPayload: true,
  judge: ({ figuresFinal }, { payload }) =>
    !figuresFinal || payload.corrects === true
      ? []
      : [
          refusal(
            'correction-needed',
            '/corrects',
            '本件已报实施金额，如有出入，请选择「更正」并填报全部明细。',
          ),
        ],
};

export const hasSomethingToCorrect: Guard<FilingContext, FilingEventOf<'REPORT_EXECUTION'>> = {
  name: 'hasSomethingToCorrect',
  needsPayload: true,
  judge: ({ executed }, { payload }) =>
    payload.corrects !== true || executed !== null
      ? []
      : [refusal('nothing-to-correct', '/corrects', '此前没有报告过实施情况，请直接填报。')],
};

const alreadyExecuted: Refusal = {
  code: 'already-executed',
  message: '本件已有实施，不能再变更、撤回、作废或推迟，请报告实施情况。',
  clause: CLAUSE,
};

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, pointer, message, clause: CLAUSE };
}
