import { normaliseCreditCode } from '../../../workflows/rules/credit-code.js';
import { formatYuan, parseYuan } from '../../../workflows/rules/fen.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { FilingContentDto } from './filing-content.dto.js';

/** Where amounts stand in a report, whichever object they are in. */
const AMOUNTS = new Set(['amount', 'limit', 'balance', 'fundGap']);

/**
 * A report as it is stored and hashed: amounts with two decimals, the credit code as it is printed, texts without blanks
 * around them, and nothing that was not answered. Two ways to write one report have one hash.
 */
export function normalContent(content: FilingContent): FilingContentDto {
  const normal = answered(content) as FilingContentDto;
  if (normal.firm?.creditCode) normal.firm.creditCode = normaliseCreditCode(normal.firm.creditCode);
  return normal;
}

/** The same for what an event says: it holds no null either, for machines ask whether something was said at all. */
export function answered(body: object): object {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const normal = normalValue(name, value);
      return normal === undefined ? [] : [[name, normal] as const];
    }),
  );
}

function normalValue(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return AMOUNTS.has(name) ? normalAmount(value) : value.trim();
  if (Array.isArray(value)) return value.map((item) => normalValue('', item));
  return typeof value === 'object' ? answered(value) : value;
}

function normalAmount(text: string): string {
  const fen = parseYuan(text);
  return fen === undefined ? text : formatYuan(fen);
}
