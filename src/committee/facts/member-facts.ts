import type { PayloadOf } from '../../../workflows/committee/committee.events.js';
import type {
  AccedeFacts,
  CarriedFacts,
  ClaimsFacts,
  DeclareFacts,
  DraftAgreementFacts,
  NameViceChairsFacts,
  TransferFacts,
  WindUpFacts,
} from '../../../workflows/committee/committee.facts.js';
import { formatYuan, parseYuan } from '../../../workflows/rules/fen.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { claimNow, creditorIn, isMember, membersIn } from '../roster.js';
import { baseFacts, isKnownBank, rosterFor, standingFacts } from './base-facts.js';
import { signersIn } from './election-facts.js';

const OPEN_RESOLUTIONS: Statement = {
  name: 'open-resolutions-of-firm',
  text: `select count(*)::int as open from process_case where jurisdiction = $1 and firm = $2 and process = 'resolution'
    and status = 'active' and state in ('drafted', 'noticed', 'voting')`,
};

export async function declareFacts(question: FactQuestion): Promise<DeclareFacts> {
  const roster = await rosterFor(question);
  return {
    ...standingFacts(question, roster),
    declaredByUnit: creditorIn(roster, question.actor.organization)?.claim?.unit ?? null,
    unit: question.actor.unit ?? null,
  };
}

export async function claimsFacts(question: FactQuestion): Promise<ClaimsFacts> {
  const { creditors } = await rosterFor(question);
  return { ...baseFacts(question), declared: creditors.filter(({ claim }) => claim !== null).length };
}

export async function draftAgreementFacts(question: FactQuestion): Promise<DraftAgreementFacts> {
  const roster = await rosterFor(question);
  return { ...standingFacts(question, roster), signed: signersIn(roster).length };
}

export async function nameViceChairsFacts(question: FactQuestion): Promise<NameViceChairsFacts> {
  const { viceChairs = [] } = question.payload as Partial<PayloadOf<'NAME_VICE_CHAIRS'>>;
  const roster = await rosterFor(question);
  const members = membersIn(roster).map(({ bank }) => bank);
  return {
    ...standingFacts(question, roster),
    unfit: viceChairs.filter((organization) => !members.includes(organization)),
  };
}

export async function accedeFacts(question: FactQuestion): Promise<AccedeFacts> {
  const roster = await rosterFor(question);
  return { ...standingFacts(question, roster), members: membersIn(roster).length + 1 };
}

/** What the seller keeps: with nothing left it is no member any more. */
export async function transferFacts(question: FactQuestion): Promise<TransferFacts> {
  const { to, amount } = question.payload as Partial<PayloadOf<'TRANSFER_CLAIM'>>;
  const { organization } = question.actor;
  const roster = await rosterFor(question);
  const held = organization === undefined ? 0n : (claimNow(roster, organization) ?? 0n);
  const sold = parseYuan(amount ?? '') ?? 0n;
  const left = sold < held ? held - sold : 0n;
  const members = membersIn(roster);
  return {
    ...standingFacts(question, roster),
    buyerKnown: to === undefined || isKnownBank(question, { organization: to }),
    claimOn: creditorIn(roster, organization)?.claim?.claimOn ?? null,
    left: formatYuan(left),
    members: left === 0n ? members.filter(({ bank }) => bank !== organization).length : members.length,
  };
}

export async function windUpFacts(question: FactQuestion): Promise<WindUpFacts> {
  const { tx, stored } = question;
  const [roster, [found]] = await Promise.all([
    rosterFor(question),
    tx.query<{ open: number }>(OPEN_RESOLUTIONS, [stored.jurisdiction, stored.firm]),
  ]);
  return { ...standingFacts(question, roster), openResolutions: found?.open ?? 0 };
}

export async function carriedFacts(question: FactQuestion): Promise<CarriedFacts> {
  const { chair } = question.payload as Partial<PayloadOf<'RESOLUTION.CARRIED'>>;
  const creditor = creditorIn(await rosterFor(question), chair);
  return { ...baseFacts(question), chairIsMember: creditor !== undefined && isMember(creditor) };
}
