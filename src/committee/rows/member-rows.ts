import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { CommitteeEventOf, NamedCreditor } from '../../../workflows/committee/committee.events.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Move } from '../../process/process-shell.js';
import { keyOf, todayOf } from './move-key.js';

const NAME: Statement = {
  name: 'name-creditors',
  text: `insert into committee_member (jurisdiction, committee, bank, unit, invited_on)
    select $1, $2, r.organization, r.unit, $4 from jsonb_to_recordset($3::jsonb) as r(organization uuid, unit uuid)
    on conflict do nothing`,
};

/** The first invitation goes to everybody whom the proposal named. */
const INVITE: Statement = {
  name: 'invite-creditors',
  text: `update committee_member set invited_on = $3 where jurisdiction = $1 and committee = $2 and invited_on is null`,
};

/** A firm that the directory does not have is known to whoever was told of its committee. */
const ACQUAINT: Statement = {
  name: 'acquaint-creditors',
  text: `insert into firm_acquaintance (jurisdiction, firm, organization)
    select f.jurisdiction, f.id, m.bank from firm f join committee_member m on m.jurisdiction = f.jurisdiction
    where f.jurisdiction = $1 and f.id = $3 and not f.in_directory and m.committee = $2 and m.invited_on is not null
    on conflict do nothing`,
};

const WILLING: Statement = {
  name: 'say-willing',
  text: `update committee_member set willing = $4 where jurisdiction = $1 and committee = $2 and bank = $3`,
};

const VOTE: Statement = {
  name: 'vote-for-chair',
  text: `update committee_member set vote = $4 where jurisdiction = $1 and committee = $2 and bank = $3`,
};

/** Those who elect anew have not voted yet. */
const FORGET_VOTES: Statement = {
  name: 'forget-votes-for-chair',
  text: 'update committee_member set vote = null where jurisdiction = $1 and committee = $2',
};

const SIGN: Statement = {
  name: 'sign-agreement',
  text: `update committee_member set signed_at = $4, signed_agreement = $5, authorization_document = $6
    where jurisdiction = $1 and committee = $2 and bank = $3`,
};

/** Signers are members from the founding on. */
const FOUND: Statement = {
  name: 'found-committee',
  text: `update committee_member set member_from = $3 where jurisdiction = $1 and committee = $2 and signed_at is not null`,
};

/** Whoever was invited takes part in the light form: there is nothing to sign. */
const CONSULT: Statement = {
  name: 'take-part-in-consultation',
  text: `update committee_member set member_from = $3 where jurisdiction = $1 and committee = $2 and member_from is null`,
};

const JOIN: Statement = {
  name: 'join-committee',
  text: `update committee_member set member_from = $4, member_until = null where jurisdiction = $1 and committee = $2 and bank = $3`,
};

const LEAVE: Statement = {
  name: 'leave-committee',
  text: `update committee_member set member_until = greatest($4::date, member_from)
    where jurisdiction = $1 and committee = $2 and bank = $3`,
};

export function writeNamed(
  tx: Transaction,
  move: Move,
  creditors: readonly NamedCreditor[],
  on?: string,
): void {
  if (creditors.length > 0) tx.send(NAME, [...keyOf(move), JSON.stringify(creditors), on ?? null]);
  if (on !== undefined) tx.send(ACQUAINT, [...keyOf(move), move.stored.firm]);
}

export function writeInvited(tx: Transaction, move: Move): void {
  tx.send(INVITE, [...keyOf(move), todayOf(move)]);
  tx.send(ACQUAINT, [...keyOf(move), move.stored.firm]);
}

export function writeWilling(tx: Transaction, move: Move, willing: boolean): void {
  tx.send(WILLING, [...keyOf(move), move.event.actor.organization, willing]);
}

export function writeVote(tx: Transaction, move: Move, { payload }: CommitteeEventOf<'ELECT'>): void {
  tx.send(VOTE, [...keyOf(move), move.event.actor.organization, payload.chair]);
}

export function forgetVotes(tx: Transaction, move: Move): void {
  tx.send(FORGET_VOTES, keyOf(move));
}

export function writeSignature(
  tx: Transaction,
  move: Move,
  { payload, at, actor }: CommitteeEventOf<'SIGN' | 'ACCEDE'>,
): void {
  tx.send(SIGN, [...keyOf(move), actor.organization, at, payload.agreement, payload.authorization]);
}

export function writeFounded(tx: Transaction, move: Move): void {
  tx.send(FOUND, [...keyOf(move), todayOf(move)]);
}

export function writeConsulting(tx: Transaction, move: Move): void {
  tx.send(CONSULT, [...keyOf(move), todayOf(move)]);
}

export function writeJoined(tx: Transaction, move: Move): void {
  tx.send(JOIN, [...keyOf(move), move.event.actor.organization, todayOf(move)]);
}

export function writeLeft(tx: Transaction, move: Move, from: string): void {
  tx.send(LEAVE, [...keyOf(move), move.event.actor.organization, from]);
}

const BIND: Statement = {
  name: 'bind-newcomer',
  text: `update standstill set members = array_append(members, $3)
    where jurisdiction = $1 and id = $2 and ended_on is null and not ($3::uuid = any (members))`,
};

/** Whoever joins while a standstill runs is bound by it: what it reports later is judged by this row. */
export function writeBound(tx: Transaction, { stored, before, event }: Move): void {
  const { standstill } = before.context as CommitteeContext;
  if (standstill === null) return;
  tx.send(BIND, [stored.jurisdiction, standstill.id, event.actor.organization]);
}
