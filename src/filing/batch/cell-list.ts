import { ACT_KINDS, ACT_STATUSES } from '../../../workflows/rules/filing-codes.js';
import { amountOf, type CellValue, choiceOf, dayOf } from './cell-parts.js';

/** Instalments and earlier acts are several in one cell: one after the other, behind a semicolon or a line of its own. */
export function entriesOf(text: string, read: (parts: readonly string[]) => CellValue): CellValue {
  const entries: unknown[] = [];
  const written = text.split(/[;；\n]/).map((entry) => entry.trim());
  for (const [index, entry] of written.filter((each) => each !== '').entries()) {
    const value = read(
      entry
        .normalize('NFKC')
        .split(/[\s,，、]+/)
        .filter((part) => part !== ''),
    );
    if ('fault' in value) return { fault: `第${String(index + 1)}项${value.fault}` };
    entries.push(value.value);
  }
  return entries.length === 0 ? { fault: '没有内容，请填写或清空该格' } : { value: entries };
}

/** 2026-12-08 300000.00 */
export function instalmentIn([date = '', amount = '', ...rest]: readonly string[]): CellValue {
  if (amount === '') return { fault: '须写日期、金额，例如 2026-12-08 300000.00' };
  if (rest.length > 0) return { fault: '只写日期、金额；期与期用分号隔开，金额不加千分号' };
  return together({ date: dayOf(date), amount: amountOf(amount) });
}

/** 压贷 2026-10-08 300000.00 已实施; of a withdrawal also whether the relation continues. */
export function priorActIn([kind = '', on = '', amount = '', ...rest]: readonly string[]): CellValue {
  if (amount === '') return { fault: '须写类型、日期、金额，例如 压贷 2026-10-08 300000.00 已实施' };
  const said: Record<string, CellValue> = {
    kind: choiceOf(kind, listed(ACT_KINDS)),
    on: dayOf(on),
    amount: amountOf(amount),
  };
  for (const word of rest) {
    const relation = RELATION[word];
    if (relation === undefined) said['status'] = choiceOf(word, listed(ACT_STATUSES));
    else said['relationContinues'] = { value: relation };
  }
  return together(said);
}

const RELATION: Readonly<Record<string, boolean>> = { 关系保留: true, 关系不保留: false };

const listed = (codes: Readonly<Record<string, string>>) =>
  Object.entries(codes).map(([code, label]) => ({ code, label }));

/** What an entry's parts come to together, or the first that is wrong. */
function together(parts: Readonly<Record<string, CellValue>>): CellValue {
  const entry: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) {
    if ('fault' in part) return part;
    entry[name] = part.value;
  }
  return { value: entry };
}
