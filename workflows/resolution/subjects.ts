import type { CivilDay } from '../process.js';

/** How the committee treats the firm's credit: 增、稳、减、重组. */
export const STRATEGIES = ['increase', 'stabilise', 'reduce', 'restructure'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What a resolution is about, with what others need to carry it out. Its text lies beside the case. */
export type Subject =
  | { type: 'chair'; chair: string }
  | { type: 'strategy'; strategy: Strategy }
  | { type: 'standstill'; days: number }
  | { type: 'restructuring'; until: CivilDay }
  /** Consent to a member's own act, up to a cap in yuan. */
  | {
      type: 'consent';
      filing: string;
      revision: number;
      referral: number;
      bank: string;
      cap: string;
      days: number;
    }
  | { type: 'newMoneyPriority'; bank: string; amount: string }
  /** 债权人协议 amended: the whole of it as it is to be. What may stand in it the committee's rules say. */
  | { type: 'agreement'; agreement: object }
  | { type: 'dissolution' }
  | { type: 'extendTerm'; resolution: string; days: number }
  | { type: 'rescission'; resolution: string }
  | { type: 'accession'; organization: string }
  | { type: 'ordinary' }
  | { type: 'procedural' };
export type SubjectType = Subject['type'];

/** 重大事项、一般事项、程序性事项. */
export type ItemKind = 'major' | 'ordinary' | 'procedural';

/**
 * 银监办便函〔2016〕1196号 [M]: chair, strategy, standstill, restructuring, consent to a member's act, priority of new money and
 * dissolution are major; so is whatever lengthens or takes back one of them, and a change of what all have signed. The rest is ordinary; order of business is the
 * chair's.
 */
export function kindOf({ type }: Subject): ItemKind {
  switch (type) {
    case 'accession':
    case 'ordinary':
      return 'ordinary';
    case 'procedural':
      return 'procedural';
    default:
      return 'major';
  }
}

/** Whether the resolution holds for a time; the others act once. */
export function hasTerm({ type }: Subject): boolean {
  return type === 'standstill' || type === 'restructuring' || type === 'consent';
}

/** The resolution in force that this one lengthens or takes back. */
export function targetOf(subject: Subject): string | undefined {
  return subject.type === 'extendTerm' || subject.type === 'rescission' ? subject.resolution : undefined;
}
