import type { ContentFacts } from '../../../workflows/filing/filing.facts.js';
import { BANK_CHAIN_LENGTH, DEFAULT_BANK_CHAIN } from '../../../workflows/filing/sign-off.js';
import type { Role } from '../../../workflows/process.js';
import { contentRefusals } from '../../../workflows/rules/content-checks.js';
import type { ContentRefusal } from '../../../workflows/rules/content-refusal.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { revisionsOf } from '../revisions.js';
import { baseFacts, contextOf, policyFor } from './base-facts.js';
import { findFirm, type KnownFirm } from './firm-facts.js';

/** `SEND_TO_CHECK`, `SIGN_FILING`: the content is judged before anybody signs it. */
export async function contentFacts(question: FactQuestion): Promise<ContentFacts> {
  const { tx, stored, reference } = question;
  const { open } = await revisionsOf(tx, stored, contextOf(question).revision);
  const content = open?.content ?? {};
  const firm = await findFirm(tx, stored, content);
  return {
    ...baseFacts(question),
    contentRefusals: refusalsOf(content, firm, question),
    chain: bankChain(reference, stored.ownerOrg),
  };
}

export function refusalsOf(
  content: FilingContent,
  firm: KnownFirm | null,
  question: FactQuestion,
): ContentRefusal[] {
  return contentRefusals(content, {
    firm: firm === null ? null : { sizeClass: firm.sizeClass },
    policy: policyFor(question).values,
    administered: question.reference.counties
      .filter(({ administered }) => administered)
      .map(({ key }) => key),
    today: question.today,
  });
}

/** Who signs a filing inside the bank, in order: its own chain where it has set one, else maker and checker. */
export function bankChain(reference: ReferenceData, bank: string): readonly Role[] {
  const own = reference.chains.find(({ organization, act }) => organization === bank && act === 'file');
  return own === undefined || own.posts.length < BANK_CHAIN_LENGTH.min ? DEFAULT_BANK_CHAIN : own.posts;
}
