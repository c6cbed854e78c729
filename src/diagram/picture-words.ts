import { FILING_IN_ENGLISH } from '../../workflows/filing/filing.english.js';
import { REVIEW_LABELS } from '../../workflows/filing/filing.labels.js';

/** The languages in which a picture can be had. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a picture says beside the names of its states and events. */
export interface PictureWords {
  title: string;
  titleOf(state: string): string;
  here: string;
  passed: string;
  final: string;
  movers: { act: string; clock: string; case: string };
  /** What the parts of a state come to when all have ended: no event has that name. */
  allEnded: string;
  /** The first of several events, and how many they are. */
  named(first: readonly string[], all: number): string;
  offices: Readonly<Record<string, string>>;
  reviews: Readonly<Record<string, string>>;
  part(office: string, how: string): string;
  /** One step of a case; `null` where the history has its own sentence in this language. */
  step: ((event: string, state: string) => string) | null;
}

const zh: PictureWords = {
  title: '流程图',
  titleOf: (state) => `流程图：目前为“${state}”`,
  here: '● 目前在此',
  passed: '✓ 已经过',
  final: '终结',
  movers: { act: '由人办理', clock: '期限届满', case: '其他事项的消息' },
  allEnded: '各方均已反馈或到期',
  named: (first, all) => `${first.join('、')}${all > first.length ? `等${String(all)}项` : ''}`,
  offices: { finance: '金融部门', industry: '工信部门' },
  reviews: REVIEW_LABELS,
  part: (office, how) => `${office}：${how}`,
  step: null,
};

const en: PictureWords = {
  title: 'Process diagram',
  titleOf: (state) => `Process diagram: now “${state}”`,
  here: '● here now',
  passed: '✓ passed',
  final: 'final',
  movers: { act: 'by a person', clock: 'time is up', case: 'by another case' },
  allEnded: 'All have answered or are out of time',
  named: (first, all) =>
    `${first.join(', ')}${all > first.length ? ` and ${String(all - first.length)} more` : ''}`,
  offices: { finance: 'Finance', industry: 'Industry' },
  reviews: FILING_IN_ENGLISH.reviews,
  part: (office, how) => `${office}: ${how}`,
  step: (event, state) => `${event}. Now: ${state}`,
};

export const PICTURE_WORDS: Readonly<Record<Language, PictureWords>> = { zh, en };
