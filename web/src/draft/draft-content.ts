import dayjs, { type Dayjs } from 'dayjs';
import type { Schema } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { filledWith } from '../form/event-fields.js';
import { YUAN } from '../shell/money.js';

export type Content = Schema<'FilingContent'>;
type Days = 'plannedDate' | 'actedOn';

/** What the form holds: the report itself, its days as the date picker wants them. Everything may still be missing. */
export type DraftForm = Omit<Content, Days> & { [Day in Days]?: Dayjs | null };

const AMOUNTS: readonly string[] = ['limit', 'balance', 'amount', 'fundGap'];

/** The form as the API takes it. What was left open is left out, and an amount that is none. */
export function contentOf(form: DraftForm): Content {
  const content = pruned(form) as Content;
  if (content.kind !== undefined && content.kind !== 'withdraw') delete content.relationContinues;
  const [only, ...others] = content.loans ?? [];
  // One loan bears the whole amount, which need not be typed twice.
  if (only !== undefined && others.length === 0 && content.amount != null) only.amount = content.amount;
  return content;
}

/** A report, or what was noted of one, as the form holds it. */
export function formOf(content: Content): DraftForm {
  return filledWith(fieldsOf('new', 'filings'), content) as DraftForm;
}

/** The answers that differ, as a change names them: what was taken back is null. */
export function changesBetween(before: Content, after: Content): Content {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Content>;
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null))
      .map((name) => [name, after[name] ?? null]),
  ) as Content;
}

function pruned(value: unknown, name = ''): unknown {
  if (dayjs.isDayjs(value)) return value.format('YYYY-MM-DD');
  if (Array.isArray(value)) {
    const items = value.map((item) => pruned(item) ?? {});
    return items.some((item) => typeof item !== 'object' || Object.keys(item).length > 0) ? items : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([key, member]) => {
      const kept = pruned(member, key);
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return members.length === 0 && name !== '' ? undefined : Object.fromEntries(members);
  }
  if (value === undefined || value === null || value === '') return undefined;
  return AMOUNTS.includes(name) && !YUAN.test(String(value)) ? undefined : value;
}
