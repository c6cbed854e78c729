import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { AmendFacts, FilingFigures } from '../../../workflows/filing/filing.facts.js';
import type { Refusal } from '../../../workflows/process.js';
import { fenOf } from '../../../workflows/rules/fen.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { withheldInLog } from '../content/confidential.js';
import { contentDiff } from '../content/content-diff.js';
import { revisionsOf } from '../revisions.js';
import { baseFacts, contextOf, policyFact, policyFor } from './base-facts.js';
import { refusalsOf } from './content-facts.js';
import { preparerOf } from './file-facts.js';
import { findFirm } from './firm-facts.js';
import { figuresIn, revisionFacts, type SentFacts } from './revision-facts.js';

export interface AmendedFacts extends SentFacts, Omit<AmendFacts, keyof SentFacts> {}

/**
 * `AMEND`, `RESUBMIT`: the revision that was prepared, against the one in force. A bank may send its completion without a
 * changed field, when what was asked for was an attachment: then the revision in force is sent again.
 */
export async function amendFacts(question: FactQuestion): Promise<object> {
  const { tx, stored, day, preview } = question;
  const context = contextOf(question);
  const { open, inForce } = await revisionsOf(tx, stored, context.revision);
  const sent = open ?? inForce;
  if (sent === undefined || inForce === undefined) throw new Error('A filing without a revision was filed.');
  const { content } = sent;
  const firm = await findFirm(tx, stored, content);
  const contentRefusals: Refusal[] = [
    ...refusalsOf(content, firm, question),
    ...otherFirm(inForce.content, content),
  ];
  const figures = figuresIn(content);
  const diffs = withheldInLog(contentDiff(inForce.content, content));
  const material = figures !== undefined && isMaterial(context, figures);
  if (figures === undefined || contentRefusals.length > 0 || preview) {
    return {
      ...baseFacts(question),
      contentRefusals,
      policy: policyFact(policyFor(question)),
      figures: figures ?? figuresIn(inForce.content),
      diffs,
      material,
      ...preparerOf(sent),
    };
  }
  // What goes on under the notice given before is judged by the day of that notice.
  const receivedOn = material ? day : (context.receivedOn ?? day);
  const { facts } = await revisionFacts(question, { ...sent, figures, receivedOn });
  return { ...facts, diffs, material } satisfies AmendedFacts;
}

/** More, earlier, or of another kind: a new notice, and a new review. */
function isMaterial(context: FilingContext, { kind, amount, plannedDate }: FilingFigures): boolean {
  return (
    fenOf(amount) > fenOf(context.amount) ||
    (context.plannedDate !== null && plannedDate < context.plannedDate) ||
    kind !== context.kind
  );
}

/** A report on another firm is another report. */
function otherFirm(before: FilingContent, after: FilingContent): Refusal[] {
  if (before.firm?.creditCode === after.firm?.creditCode) return [];
  return [
    {
      code: 'firm-changed',
      pointer: '/firm/creditCode',
      message: '报告所涉企业不能变更，请作废本件后对该企业另行报告。',
      clause: '泉政办规〔2023〕1号（十）',
    },
  ];
}
