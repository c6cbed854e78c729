import { amountOf } from '../../workflows/filing/execution.js';
import type { FilingContext } from '../../workflows/filing/filing.context.js';
import type { FilingEvent, FilingEventOf } from '../../workflows/filing/filing.events.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';
import type { SentFacts } from './facts/revision-facts.js';
import { markFirm, setOfficeMark, takeOfficeMark } from './office-marks.js';

const SEAL: Statement = {
  name: 'seal-revision',
  text: `with forgotten as (update filing_confidential set returned = null
      where jurisdiction = $1 and filing = $2 and revision = $3 and returned is not null)
    update filing_revision set sealed_at = $4, content_hash = $5, returned = null
    where jurisdiction = $1 and filing = $2 and revision = $3 and sealed_at is null`,
};

/** As the checker had it before them. */
const KEEP_RETURNED: Statement = {
  name: 'keep-returned-draft',
  text: `with kept as (update filing_revision set returned = content
      where jurisdiction = $1 and filing = $2 and sealed_at is null returning revision)
    update filing_confidential s set returned = s.sealed from kept
    where s.jurisdiction = $1 and s.filing = $2 and s.revision = kept.revision`,
};

/** What the bank is preparing at that moment comes after what it has agreed to. */
const MAKE_ROOM: Statement = {
  name: 'renumber-open-revision',
  text: `update filing_revision set revision = revision + 1
    where jurisdiction = $1 and filing = $2 and revision = $3 and sealed_at is null`,
};
const REDUCE: Statement = {
  name: 'seal-agreed-revision',
  text: `insert into filing_revision (jurisdiction, filing, revision, owner_org, owner_unit, content, content_hash, prepared_by,
      prepared_for, updated_at, sealed_at)
    select jurisdiction, filing, $3, owner_org, owner_unit, content || $4::jsonb, $5, $6, $7, $8, $8 from filing_revision
    where jurisdiction = $1 and filing = $2 and revision = $3 - 1`,
};

/** Nothing in it was agreed anew: sealed as it was. */
const CONFIDENTIAL_AS_BEFORE: Statement = {
  name: 'repeat-confidential-part',
  text: `insert into filing_confidential (jurisdiction, filing, revision, owner_org, sealed)
    select jurisdiction, filing, $3, owner_org, sealed from filing_confidential
    where jurisdiction = $1 and filing = $2 and revision = $3 - 1`,
};

/** A draft that was never filed leaves nothing but its log: revisions and attachments go with it. */
const DISCARD: Statement = {
  name: 'discard-draft',
  text: 'delete from process_case where jurisdiction = $1 and id = $2',
};

const OPINION: Statement = {
  name: 'add-opinion',
  text: `insert into opinion (jurisdiction, filing, entry_id, owner_org, revision, office, position, text, viability,
      given_by, given_at, late) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};

/** A correction names the report before it; all figures reported so far are replaced. */
const EXECUTION: Statement = {
  name: 'add-execution',
  text: `insert into execution (jurisdiction, filing, entry_id, owner_org, executed_on, amount_fen, lines, final, corrects)
    select $1, $2, $3, $4, $5, $6, $7, $8, case when $9 then
      (select entry_id from execution where jurisdiction = $1 and filing = $2 order by entry_id desc limit 1) end`,
};

/** What an event leaves beside the case: the sealed revision, what offices said, what the bank did, offices' marks. */
export function writeBeside(tx: Transaction, move: Move): void {
  const event = move.event as FilingEvent;
  switch (event.type) {
    case 'FILE':
    case 'AMEND':
    case 'RESUBMIT':
      writeRevision(tx, move, move.event.facts as SentFacts);
      break;
    case 'RETURN_TO_MAKER':
      tx.send(KEEP_RETURNED, keyOf(move));
      break;
    case 'COORDINATION.CONCLUDED':
      writeAgreement(tx, move, event);
      break;
    case 'DISCARD':
      tx.send(DISCARD, keyOf(move));
      break;
    case 'OPINE':
    case 'REPORT_FACTS':
    case 'COMMENT':
      writeOpinion(tx, move, event);
      break;
    case 'REPORT_EXECUTION':
      writeExecution(tx, move, event);
      break;
    case 'SUSPECT_SPLIT':
      writeSuspicion(tx, move, event);
      break;
  }
}

function writeRevision(tx: Transaction, move: Move, facts: SentFacts): void {
  const { event } = move;
  tx.send(SEAL, [...keyOf(move), facts.revision, event.at, facts.contentHash]);
  for (const mark of facts.officeMarks) {
    setOfficeMark(tx, move.stored, { mark, reason: null, setBy: null, at: event.at });
  }
  if (facts.officeMarks.includes('runAlert')) markFirm(tx, move, facts);
}

/** The bank's own word, confirmed by two of its people, is a revision like one that it sends. */
function writeAgreement(tx: Transaction, move: Move, event: FilingEventOf<'COORDINATION.CONCLUDED'>): void {
  const { revision, contentHash, diffs, preparedBy, preparedFor } = event.facts;
  if (revision === undefined || contentHash === undefined || diffs === undefined) return;
  const changed = Object.fromEntries(diffs.map(({ pointer, after }) => [pointer.slice(1), after]));
  const sealed = [JSON.stringify(changed), contentHash, preparedBy ?? null, preparedFor ?? null, event.at];
  tx.send(MAKE_ROOM, [...keyOf(move), revision]);
  tx.send(REDUCE, [...keyOf(move), revision, ...sealed]);
  tx.send(CONFIDENTIAL_AS_BEFORE, [...keyOf(move), revision]);
}

function writeOpinion(
  tx: Transaction,
  move: Move,
  event: FilingEventOf<'OPINE' | 'REPORT_FACTS' | 'COMMENT'>,
): void {
  const context = move.next.context as FilingContext;
  const office = event.type === 'COMMENT' ? 'committee' : event.office;
  const opinion = event.type === 'OPINE' ? event.payload : undefined;
  const late =
    opinion !== undefined && (office === 'finance' || office === 'industry') && context[office].late;
  tx.send(OPINION, [
    ...keyOf(move),
    move.entryId,
    move.stored.ownerOrg,
    context.revision,
    office,
    opinion?.position ?? null,
    event.payload.text,
    opinion?.viability === undefined ? null : JSON.stringify(opinion.viability),
    event.actor.person ?? null,
    event.at,
    late === true,
  ]);
}

function writeExecution(tx: Transaction, move: Move, { payload }: FilingEventOf<'REPORT_EXECUTION'>): void {
  tx.send(EXECUTION, [
    ...keyOf(move),
    move.entryId,
    move.stored.ownerOrg,
    payload.date,
    String(amountOf(payload.lines)),
    JSON.stringify(payload.lines),
    payload.final,
    payload.corrects === true,
  ]);
}

function writeSuspicion(tx: Transaction, { stored }: Move, event: FilingEventOf<'SUSPECT_SPLIT'>): void {
  const { suspected, reason } = event.payload;
  const mark = { mark: 'splitSuspected', reason, setBy: event.actor.person ?? null, at: event.at };
  if (suspected) setOfficeMark(tx, stored, mark);
  else takeOfficeMark(tx, stored, mark.mark);
}

function keyOf({ stored }: Move): [string, string] {
  return [stored.jurisdiction, stored.id];
}
