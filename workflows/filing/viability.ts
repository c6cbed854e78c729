import type { CivilDay } from '../process.js';
import type { TriState } from '../rules/filing-codes.js';
import type { Position } from './positions.js';

/**
 * 企业生产经营情况研判单: what the industry bureau knows of the firm. Every figure may be missing, since a bureau answers
 * what it knows; the three tests of 泉政办规〔2023〕1号（十） (有市场、能正常经营、资金暂时困难) are always answered.
 */
export interface Viability {
  tests: { hasMarket: TriState; operatesNormally: TriState; shortForNow: TriState };
  source: string;
  date: CivilDay;
  market?: string;
  orders?: string;
  /** Year on year, per cent, as the bureau knows it: `-12.5`. */
  outputYearOnYear?: string;
  powerYearOnYear?: string;
  staff?: number;
  wagesPaid?: TriState;
  litigation?: string;
  controllerPresent?: TriState;
}

/**
 * The position that the three tests show. The measure protects firms that pass all three, so that these are coordinated; one
 * that fails a test is not protected by it; while a test cannot be answered, time is what helps.
 */
export function positionShownBy({ tests }: Viability): Position {
  const answers = [tests.hasMarket, tests.operatesNormally, tests.shortForNow];
  if (answers.includes('no')) return 'noObjection';
  return answers.includes('unknown') ? 'suggestDeferral' : 'coordinate';
}
