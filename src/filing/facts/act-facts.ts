import { amountOf } from '../../../workflows/filing/execution.js';
import type { PayloadOf } from '../../../workflows/filing/filing.events.js';
import type { DateFacts, ExecutionFacts, ScopeFacts } from '../../../workflows/filing/filing.facts.js';
import { type Act, actIn, assess, declaredPieces } from '../../../workflows/rules/assessment.js';
import { fenOf, formatYuan } from '../../../workflows/rules/fen.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { contentInForce, revisionsOf } from '../revisions.js';
import { actsOfBank } from './acts-of-bank.js';
import { baseFacts, contextOf, policyFact, policyFor } from './base-facts.js';
import { findFirm, firmCondition } from './firm-facts.js';

/** `UNDERTAKE`, `POSTPONE`. */
export function dateFacts(question: FactQuestion): DateFacts {
  return { ...baseFacts(question), policy: policyFact(policyFor(question)) };
}

/** `RULE_OUT_OF_SCOPE`: §1 asked again today, since acts may have been added or fallen away. */
export async function scopeFacts(question: FactQuestion): Promise<ScopeFacts> {
  const { content, act } = await actInForce(question);
  return { ...baseFacts(question), assessment: await assessment(question, content, act) };
}

/** `REPORT_EXECUTION`: §1 asked about what was done, and the standstill that held on that day. */
export async function executionFacts(question: FactQuestion): Promise<ExecutionFacts> {
  const { tx, stored, day: receivedOn, today, preview } = question;
  const context = contextOf(question);
  if (preview) {
    const { reportable } = context;
    return { ...baseFacts(question), assessment: { reportable }, standstill: context.standstill };
  }
  const { date, lines, corrects } = question.payload as PayloadOf<'REPORT_EXECUTION'>;
  const { content, act } = await actInForce(question);
  const firm = await findFirm(tx, stored, content);
  const before = corrects || context.executed === null ? 0n : fenOf(context.executed.total);
  const done = before + amountOf(lines);
  const amount = done > fenOf(context.amount) ? formatYuan(done) : context.amount;
  const { standstill } = await firmCondition(
    tx,
    { jurisdiction: stored.jurisdiction, id: firm?.id ?? null, bank: stored.ownerOrg },
    { receivedOn, today, standstillOn: date },
  );
  return {
    ...baseFacts(question),
    assessment: await assessment(question, content, { ...act, amount, on: date }),
    standstill,
  };
}

async function actInForce(question: FactQuestion): Promise<{ content: FilingContent; act: Act }> {
  const { tx, stored, today } = question;
  const content = contentInForce(await revisionsOf(tx, stored, contextOf(question).revision));
  const act = actIn(content, today);
  if (act === undefined) throw new Error('A revision in force names no act.');
  return { content, act };
}

async function assessment(
  question: FactQuestion,
  content: FilingContent,
  act: Act,
): Promise<{ reportable: boolean }> {
  const { tx, stored, reference } = question;
  const creditCode = content.firm?.creditCode ?? '';
  const pieces = await actsOfBank(tx, reference, {
    jurisdiction: stored.jurisdiction,
    bank: stored.ownerOrg,
    creditCode,
    except: stored.id,
  });
  const { reportable } = assess({
    act: { ...act, filing: contextOf(question).number },
    pieces: [...pieces, ...declaredPieces(content)],
    policy: policyFor(question).values,
  });
  return { reportable };
}
