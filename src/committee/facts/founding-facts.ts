import type { CommitteeEventOf, NamedCreditor } from '../../../workflows/committee/committee.events.js';
import type {
  CreditorsFacts,
  InviteFacts,
  ProposeFacts,
} from '../../../workflows/committee/committee.facts.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { baseFacts, isKnownBank, policyFor, rosterFor } from './base-facts.js';

const FIRM: Statement = {
  name: 'firm-of-committee',
  text: `select f.trade, exists (select from court_acceptance a where a.jurisdiction = f.jurisdiction and a.firm = f.id
      and a.ended_on is null) as "inCourt", exists (select from committee c where c.jurisdiction = f.jurisdiction and c.firm = f.id
      and c.form = 'full' and c.state not in ('dissolved', 'notFounded') and c.id <> $3) as "openCommittee"
    from firm f where f.jurisdiction = $1 and f.id = $2`,
};

/** 57号 2 is about firms that are no financial institutions themselves; the directory knows them by their trade. */
const FINANCIAL_TRADE = /银行|保险|证券|信托|基金|期货|融资租赁|小额贷款|金融/;

export async function proposeFacts(question: FactQuestion): Promise<ProposeFacts> {
  const { tx, stored, payload } = question;
  const [firm] = await tx.query<{ trade: string | null; inCourt: boolean; openCommittee: boolean }>(FIRM, [
    stored.jurisdiction,
    stored.firm,
    stored.id,
  ]);
  const { id, values } = policyFor(question);
  return {
    ...baseFacts(question),
    policy: { id, values: { committeeMinCreditors: values.committeeMinCreditors } },
    unknown: unknownAmong(question, namedIn(payload)),
    firmIsFinancial: firm?.trade == null ? null : FINANCIAL_TRADE.test(firm.trade),
    inCourt: firm?.inCourt === true,
    openCommittee: firm?.openCommittee === true,
  };
}

export async function inviteFacts(question: FactQuestion): Promise<InviteFacts> {
  const named = namedIn(question.payload);
  const { creditors } = await rosterFor(question);
  const before = creditors.map(({ bank }) => bank);
  const organizations = named.map(({ organization }) => organization);
  return {
    ...baseFacts(question),
    unknown: unknownAmong(question, named),
    alreadyInvited: organizations.filter((organization) => before.includes(organization)),
    creditors: new Set([...before, ...organizations]).size,
  };
}

/** `DEADLINE.propose`: those whom the proposal names. */
export async function creditorsFacts(question: FactQuestion): Promise<CreditorsFacts> {
  const { creditors } = await rosterFor(question);
  return { ...baseFacts(question), creditors: creditors.length };
}

function namedIn(payload: object): readonly NamedCreditor[] {
  return (payload as Partial<CommitteeEventOf<'PROPOSE' | 'INVITE'>['payload']>).creditors ?? [];
}

function unknownAmong(question: FactQuestion, named: readonly NamedCreditor[]): string[] {
  return named.filter((creditor) => !isKnownBank(question, creditor)).map(({ organization }) => organization);
}
