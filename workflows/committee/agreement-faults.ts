import type { Refusal } from '../process.js';
import { type Agreement, COUNTED_KINDS, type Share, WINDOWS, type Window } from './agreement.js';

const CLAUSE = '银保监发〔2020〕57号：债权人协议';

/** Longer than any period that an agreement could mean; a slip of the keyboard is told before anybody signs it. */
const LONGEST_WINDOW_WD = 60;
const LONGEST_STANDSTILL_DAYS = 365;
const LARGEST_DENOMINATOR = 1_000;

const WINDOW_NAMES: Readonly<Record<Window, string>> = {
  draftWd: '拟题期',
  noticeWd: '通知期',
  voteWd: '表决期',
  extensionWd: '表决延长期',
};
const CLASS_NAMES = { major: '重大事项', ordinary: '一般事项' } as const;
const COUNT_NAMES = { claims: '债权比例', heads: '成员比例' } as const;

/** What keeps a draft from being signed, each with its place in it. The shape has been read before; here figures are judged. */
export function agreementFaults(agreement: Agreement): Refusal[] {
  return [
    ...COUNTED_KINDS.flatMap((item) =>
      (['claims', 'heads'] as const).flatMap((count) =>
        shareFaults(
          agreement.majorities[item][count],
          `/majorities/${item}/${count}`,
          `${CLASS_NAMES[item]}的${COUNT_NAMES[count]}`,
        ),
      ),
    ),
    ...WINDOWS.filter((window) => !isWithin(agreement.windows[window], LONGEST_WINDOW_WD)).map((window) =>
      fault(
        'window-out-of-range',
        `/windows/${window}`,
        `${WINDOW_NAMES[window]}请填写1至${LONGEST_WINDOW_WD}个工作日。`,
      ),
    ),
    ...(['days', 'extensionDays'] as const)
      .filter((part) => !isWithin(agreement.standstill[part], LONGEST_STANDSTILL_DAYS))
      .map((part) =>
        fault(
          'standstill-out-of-range',
          `/standstill/${part}`,
          `稳定期请填写1至${LONGEST_STANDSTILL_DAYS}个日历日。`,
        ),
      ),
  ];
}

/** A share that nobody can reach, or that everything reaches, decides nothing. */
function shareFaults({ numerator, denominator, compare }: Share, pointer: string, name: string): Refusal[] {
  if (!isWithin(denominator, LARGEST_DENOMINATOR)) {
    return [
      fault(
        'denominator-invalid',
        `${pointer}/denominator`,
        `${name}的分母请填写1至${LARGEST_DENOMINATOR}的整数。`,
      ),
    ];
  }
  if (!Number.isInteger(numerator) || numerator < 1) {
    return [fault('numerator-invalid', `${pointer}/numerator`, `${name}的分子请填写大于零的整数。`)];
  }
  if (numerator > denominator) {
    return [fault('majority-above-one', `${pointer}/numerator`, `${name}不能超过全部，请核对分子与分母。`)];
  }
  if (numerator === denominator && compare === 'moreThan') {
    return [
      fault(
        'majority-unreachable',
        `${pointer}/compare`,
        `${name}不可能超过全部，须全体同意的，请选择“以上”。`,
      ),
    ];
  }
  return [];
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function fault(code: string, pointer: string, message: string): Refusal {
  return { code, pointer, message, clause: CLAUSE };
}
