import { isCivilDay } from '../../workflows/calendar/civil-day.js';

/**
 * What a notice says, once for inbox and mail: a short title and one or two sentences. Nothing else of a case gets in
 * than `NoticeFacts`, so no amount and no name of a firm can: mails leave the protected network.
 */
export interface NoticeText {
  title: string;
  text(facts: NoticeFacts): string;
}

/** The few things about a case that a notice may say, each of a shape that holds nothing else. */
export interface NoticeFacts {
  /** 报告编号; null while the report is a draft. */
  number: string | null;
  /** How a sentence names the case: a report by its number or as one that was not sent yet, others by what they are. */
  report: string;
  /** The deadline that a reminder is about, and its last day. */
  deadline: string | null;
  dueOn: string | null;
  bankDate: string | null;
}

/** 泉贷报〔2026〕晋鲤12号: the city's prefix, the year, the bank's series and its count. */
const REPORT_NUMBER = /^\p{Script=Han}{1,8}〔\d{4}〕\p{Script=Han}{1,12}[1-9]\d{0,6}号$/u;
const DEADLINE_NAME = /^[a-zA-Z]{1,30}(\.[a-zA-Z]{1,30})?$/;

/** Reads a notice's data. What does not have its shape is left out rather than sent on. */
export function factsIn(data: Readonly<Record<string, unknown>>): NoticeFacts {
  const number = textLike(data['number'], (text) => REPORT_NUMBER.test(text));
  return {
    number,
    report: number === null ? subjectOf(data['process']) : `${number}报告`,
    deadline: textLike(data['deadline'], (text) => DEADLINE_NAME.test(text)),
    dueOn: textLike(data['dueOn'], isCivilDay),
    bankDate: textLike(data['bankDate'], isCivilDay),
  };
}

/** The processes whose cases have no number: a mail says what it is about, the system says which. */
const SUBJECTS: Readonly<Record<string, string>> = {
  coordination: '一件企业协调事项',
  support: '一项帮扶事项',
  committee: '一个债委会',
  consultation: '一项主办行会商',
  resolution: '一项债委会议题',
  inquiry: '一件核查事项',
};

function subjectOf(process: unknown): string {
  return (typeof process === 'string' ? SUBJECTS[process] : undefined) ?? '一份尚未报送的报告';
}

/** `2026-12-08` → 2026年12月8日 */
export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

function textLike(value: unknown, hasShape: (text: string) => boolean): string | null {
  return typeof value === 'string' && hasShape(value) ? value : null;
}
