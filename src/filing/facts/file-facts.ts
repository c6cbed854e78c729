import type { FileFacts } from '../../../workflows/filing/filing.facts.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { takeNumber } from '../filing-number.js';
import { type Revision, revisionsOf } from '../revisions.js';
import { baseFacts, contextOf } from './base-facts.js';
import { refusalsOf } from './content-facts.js';
import { findFirm } from './firm-facts.js';
import { figuresIn, revisionFacts, type SentFacts } from './revision-facts.js';

/** What `FILE` fixes for good. */
export interface FiledFacts extends SentFacts, Omit<FileFacts, keyof SentFacts> {
  machineNumber: string;
}

/**
 * `FILE`: the draft is judged by the policy and the basis of its received day, whatever they were when it was begun. Nothing
 * is taken or noted while somebody only asks, or when the content does not hold.
 */
export async function fileFacts(question: FactQuestion): Promise<object> {
  const { tx, stored, reference, day, preview } = question;
  const { open } = await revisionsOf(tx, stored, contextOf(question).revision);
  const content = open?.content ?? {};
  const firm = await findFirm(tx, stored, content);
  const contentRefusals = refusalsOf(content, firm, question);
  const figures = figuresIn(content);
  if (open === undefined || figures === undefined || contentRefusals.length > 0 || preview) {
    return { ...baseFacts(question), contentRefusals, courtAccepted: false, ...preparerOf(open) };
  }
  const sent = await revisionFacts(question, { ...open, content, figures, receivedOn: day });
  const number = await takeNumber(tx, stored.jurisdiction, reference.organization(stored.ownerOrg), day);
  const facts: FiledFacts = {
    ...sent.facts,
    ...number,
    courtAccepted: sent.condition.courtAccepted,
    chairToldAtOnce: sent.committee?.chairToldAtOnce === true,
  };
  return facts;
}

/** Who last changed a revision. Nobody, when none is open. */
export function preparerOf(revision: Revision | undefined): { preparedBy: string; preparedFor?: string } {
  if (revision === undefined) return { preparedBy: '' };
  const { preparedBy, preparedFor } = revision;
  return preparedFor === null ? { preparedBy } : { preparedBy, preparedFor };
}
