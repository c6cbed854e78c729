import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import type { ResolutionEvent, ResolutionEventOf } from '../../workflows/resolution/resolution.events.js';
import { stateOf } from '../../workflows/resolution/resolution.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';
import { sealedIn } from './ballot/sealed-ballot.js';
import { askingIn } from './facts/facts-of.js';
import { MEMBERS_ON } from './members.js';
import { writeStandstill } from './standstill-row.js';

const FREEZE: Statement = {
  name: 'freeze-members',
  text: `insert into resolution_member (jurisdiction, resolution, bank, claim_fen, asking, authorization_document)
    select $1, $4, n.bank, n.fen, n.bank is not distinct from $5::uuid, n.document from (${MEMBERS_ON}) n`,
};

const RECUSE: Statement = {
  name: 'recuse-member',
  text: 'update resolution_member set conflicted = true where jurisdiction = $1 and resolution = $2 and bank = $3',
};

const RECORD_RECUSED: Statement = {
  name: 'record-recused',
  text: `update resolution_member set conflicted = true, conflict_reason = $4, conflict_document = $5, conflict_found_by = $6
    where jurisdiction = $1 and resolution = $2 and bank = $3`,
};

const NAME_PROXY: Statement = {
  name: 'name-proxy',
  text: `insert into proxy (jurisdiction, resolution, member, holder, document, named_on) values ($1, $2, $3, $4, $5, $6)
    on conflict (jurisdiction, resolution, member) do update set holder = excluded.holder, document = excluded.document,
      named_on = excluded.named_on, revoked_at = null`,
};

const REVOKE_PROXY: Statement = {
  name: 'revoke-proxy',
  text: `update proxy set revoked_at = $4 where jurisdiction = $1 and resolution = $2 and member = $3 and revoked_at is null`,
};

/** A paper bears a choice: one that came with another choice is none for this ballot. */
const CAST: Statement = {
  name: 'cast-ballot',
  text: `insert into ballot as b (jurisdiction, resolution, member, choice, reason, salt, commitment, cast_by, cast_for,
      authorization_document, paper, paper_at, cast_at, opened)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $11::text is null then null else $12::timestamptz end, $12, $13)
    on conflict (jurisdiction, resolution, member) do update set choice = excluded.choice, reason = excluded.reason,
      salt = excluded.salt, commitment = excluded.commitment, cast_by = excluded.cast_by, cast_for = excluded.cast_for,
      authorization_document = coalesce(excluded.authorization_document, b.authorization_document), cast_at = excluded.cast_at,
      paper = case when excluded.paper is null and b.choice = excluded.choice then b.paper else excluded.paper end,
      paper_at = case when excluded.paper is null and b.choice = excluded.choice then b.paper_at else excluded.paper_at end`,
};

const ATTACH_PAPER: Statement = {
  name: 'attach-paper',
  text: `update ballot set paper = $4, paper_at = $5 where jurisdiction = $1 and resolution = $2 and member = $3`,
};

const OPEN_BALLOTS: Statement = {
  name: 'open-ballots',
  text: 'update ballot set opened = true, closed = true where jurisdiction = $1 and resolution = $2',
};

const FILE_BREACH: Statement = {
  name: 'file-breach',
  text: `insert into breach (jurisdiction, entry_id, resolution, member, filing, detail, text, found_by, found_at, members_told)
    values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
};

/** The rows beside a resolution: members frozen at the notice, ballots and their opening, proxies, breaches, the standstill. */
export function writeBeside(tx: Transaction, move: Move): void {
  const event = move.event as ResolutionEvent;
  const key = [move.stored.jurisdiction, move.stored.id];
  switch (event.type) {
    case 'NOTICE': {
      const { committee, subject } = move.next.context as ResolutionContext;
      const [jurisdiction, id] = key;
      tx.send(FREEZE, [jurisdiction, committee, event.facts.recordDate, id, askingIn(subject)]);
      break;
    }
    case 'DECLARE_CONFLICT':
      tx.send(RECUSE, [...key, event.actor.organization]);
      break;
    case 'RECORD_CONFLICT': {
      const { member, reason, document } = event.payload;
      tx.send(RECORD_RECUSED, [...key, member, reason, document, event.actor.organization]);
      break;
    }
    case 'NAME_PROXY': {
      const { holder, document } = event.payload;
      tx.send(NAME_PROXY, [...key, event.actor.organization, holder, document, event.facts.today]);
      break;
    }
    case 'REVOKE_PROXY':
      tx.send(REVOKE_PROXY, [...key, event.actor.organization, event.at]);
      break;
    case 'CAST_BALLOT':
      cast(tx, move, event);
      break;
    case 'ATTACH_PAPER':
      tx.send(ATTACH_PAPER, [...key, event.payload.member, event.payload.document, event.at]);
      break;
    case 'BREACH':
    case 'STANDSTILL.BREACHED':
      fileBreach(tx, move, event);
      break;
  }
  if (stateOf(move.before) === 'voting' && hasClosed(move)) tx.send(OPEN_BALLOTS, key);
  writeStandstill(tx, move);
}

function cast(tx: Transaction, move: Move, { payload, actor, at }: ResolutionEventOf<'CAST_BALLOT'>): void {
  const sealed = sealedIn(move.sealed);
  if (sealed === undefined) throw new Error('A ballot was cast without its choice.');
  const { choice, reason, salt, paper } = sealed;
  const { openVoting } = move.next.context as ResolutionContext;
  tx.send(CAST, [
    move.stored.jurisdiction,
    move.stored.id,
    payload.member,
    choice,
    reason,
    salt,
    payload.commitment,
    actor.person ?? null,
    actor.organization,
    payload.document ?? null,
    paper,
    at,
    openVoting,
  ]);
}

/** What another standstill was told changes nothing here: the count of breaches says whether this one was meant. */
function fileBreach(
  tx: Transaction,
  { stored, before, next, entryId }: Move,
  event: ResolutionEventOf<'BREACH' | 'STANDSTILL.BREACHED'>,
): void {
  const [former, present] = [before, next].map(({ context }) => (context as ResolutionContext).breaches);
  if (former === present) return;
  const isFound = event.type === 'BREACH';
  tx.send(FILE_BREACH, [
    stored.jurisdiction,
    entryId,
    stored.id,
    isFound ? event.payload.member : event.payload.bank,
    isFound ? null : event.payload.filing,
    JSON.stringify(isFound ? { on: event.payload.on ?? null } : event.payload.detail),
    isFound ? event.payload.text : null,
    event.actor.person ?? null,
    event.at,
    event.facts.membersTold,
  ]);
}

function hasClosed({ next }: Move): boolean {
  return (next.context as ResolutionContext).tally !== null;
}
