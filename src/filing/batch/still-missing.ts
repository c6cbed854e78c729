import { missingAnswers } from '../../../workflows/rules/required-answers.js';
import type { Actor } from '../../access/actor.js';
import { referenceData } from '../../directory/reference-data.js';
import { timeOf } from '../../platform/database-time.js';
import type { Transaction } from '../../platform/transaction.js';
import { findFirm } from '../facts/firm-facts.js';
import { placeOf, type Remark, type SheetReport } from './reports-in-sheet.js';

/** A draft saves incomplete: what it still has to answer before it can go to the checker, in the line of each of its rows. */
export async function stillMissing(tx: Transaction, actor: Actor, report: SheetReport): Promise<Remark[]> {
  const { content, rows } = report;
  const [{ today }, reference, firm] = await Promise.all([
    timeOf(tx),
    referenceData(tx),
    findFirm(tx, { jurisdiction: actor.jurisdiction, ownerOrg: actor.organization ?? '' }, content),
  ]);
  const missing = missingAnswers(content, {
    firm,
    policy: reference.policyOn(today).values,
    administered: reference.counties.filter(({ administered }) => administered).map(({ key }) => key),
    today,
  });
  const byRow = new Map<number, Set<string>>();
  for (const { pointer, message } of missing) {
    const { row, column } = placeOf(pointer, report);
    byRow.set(row, (byRow.get(row) ?? new Set()).add(column ?? message));
  }
  return [...byRow].map(([at, columns]) => ({
    row: rows[at] ?? 0,
    column: null,
    message: `草稿还须填写：${[...columns].join('、')}。请打开草稿补填。`,
  }));
}
