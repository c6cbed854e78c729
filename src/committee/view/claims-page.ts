import { formatYuan } from '../../../workflows/rules/fen.js';
import { type Actor, readerOf } from '../../access/actor.js';
import { namedOrganization } from '../../directory/named-organization.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { claimNow, rosterOf } from '../roster.js';
import type { ClaimDto, ClaimsDto, CommitteeAgreementDto, SignatureDto } from './beside.dto.js';
import type { BesideCommittee } from './beside-committee.js';

/** Row-level security gives a bank its own claim, and those of others as far as the agreement shares them. */
const CLAIMS: Statement = {
  name: 'claims-of-committee',
  text: `select bank, principal_fen as principal, pledged_margin_fen as margin, deposits_fen as deposits, amount_fen as amount, basis,
      documents, confirmed, claim_on as "claimOn" from claim
    where jurisdiction = $1 and committee = $2 order by amount_fen desc, bank`,
};

const SHARED: Statement = {
  name: 'committee-shares-claims',
  text: `select shares_claims as shared, record_date as "recordDate",
      exists (select from committee_member m where m.jurisdiction = c.jurisdiction and m.committee = c.id and m.bank = $3
        and m.member_until is null and (m.member_from is not null or c.founded_on is null)) as "takesPart"
    from committee c where jurisdiction = $1 and id = $2`,
};

const AGREEMENT: Statement = {
  name: 'agreement-in-force',
  text: `select a.number, a.content, a.text, a.drafted_at as "draftedAt" from agreement a
    join committee c on c.jurisdiction = a.jurisdiction and c.id = a.committee and c.agreement = a.number
    where a.jurisdiction = $1 and a.committee = $2`,
};

const SIGNATURES: Statement = {
  name: 'signatures-of-committee',
  text: `select bank, signed_at as "signedAt", signed_agreement as agreement, authorization_document as "authorization"
    from committee_member where jurisdiction = $1 and committee = $2 and signed_at is not null order by signed_at, bank`,
};

interface ClaimRow extends Record<string, unknown> {
  bank: string;
  principal: string;
  margin: string;
  deposits: string;
  amount: string;
  basis: string;
  documents: string[];
  confirmed: boolean;
  claimOn: string;
}

export async function claimsPage(
  tx: Transaction,
  { seen, today }: BesideCommittee,
  actor: Actor,
): Promise<ClaimsDto> {
  const { jurisdiction, id, reference, context } = seen;
  const key = [jurisdiction, id];
  const [rows, roster, [shared]] = await Promise.all([
    tx.query<ClaimRow>(CLAIMS, key),
    rosterOf(tx, jurisdiction, id),
    tx.query<{ shared: boolean; takesPart: boolean }>(SHARED, [...key, actor.organization ?? null]),
  ]);
  const isOffice = readerOf(actor) !== undefined;
  const confirmed = context.recordDate !== null;
  const complete = isOffice || (confirmed && shared?.shared === true && shared.takesPart);
  const named = (organization: string) => namedOrganization(reference, organization, today);
  const claims = rows.map(
    (row): ClaimDto => ({
      bank: named(row.bank),
      principal: yuan(row.principal),
      pledgedMargin: yuan(row.margin),
      deposits: yuan(row.deposits),
      amount: yuan(row.amount),
      present: formatYuan(claimNow(roster, row.bank) ?? 0n),
      basis: row.basis,
      documents: isOffice || row.bank === actor.organization ? row.documents : [],
      confirmed: row.confirmed,
      claimOn: row.claimOn,
    }),
  );
  const total = rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return {
    recordDate: context.recordDate,
    complete,
    total: complete ? formatYuan(total) : null,
    claims,
    transfers: roster.transfers.map(({ from, to, amount, on }) => ({
      from: named(from),
      to: named(to),
      amount: formatYuan(amount),
      on,
    })),
  };
}

/** Undefined for the light form, which has none. */
export async function agreementPage(
  tx: Transaction,
  { seen, today }: BesideCommittee,
): Promise<CommitteeAgreementDto | undefined> {
  const key = [seen.jurisdiction, seen.id];
  const [[draft], signatures] = await Promise.all([
    tx.query<{
      number: number;
      content: CommitteeAgreementDto['agreement'];
      text: string | null;
      draftedAt: Date;
    }>(AGREEMENT, key),
    tx.query<{ bank: string; signedAt: Date; agreement: number; authorization: string }>(SIGNATURES, key),
  ]);
  if (draft === undefined) return undefined;
  return {
    number: draft.number,
    agreement: draft.content,
    text: draft.text,
    draftedAt: shanghai(draft.draftedAt),
    signatures: signatures.map(
      ({ bank, signedAt, agreement, authorization }): SignatureDto => ({
        bank: namedOrganization(seen.reference, bank, today),
        signedAt: shanghai(signedAt),
        agreement,
        authorization,
      }),
    ),
  };
}

function yuan(fen: string): string {
  return formatYuan(BigInt(fen));
}
