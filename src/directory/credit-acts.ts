import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { fenOf, formatYuan } from '../../workflows/rules/fen.js';
import { type Actor, capacityAmong } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { timeOf } from '../platform/database-time.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import { type Statement, sqlState, type Transaction } from '../platform/transaction.js';
import { eventActor, namedBehind } from '../process/event-actor.js';
import { claimKey, formerOutcome, type IdempotencyClaim, keepOutcome } from '../process/idempotency.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { CreditActDto, CreditActQueryDto, CreditActsDto, NewCreditActDto } from './credit-act.dto.js';
import { creditActRefusals } from './credit-act-rules.js';
import { findFirm } from './firm-directory.js';
import { type ReferenceData, referenceData } from './reference-data.js';

const COLUMNS = `a.id, a.firm, a.bank, a.kind, a.relation_continues as "relationContinues", a.amount_fen as "amountFen",
  a.acted_on as "actedOn", a.status, a.source, a.recorded_at as "recordedAt"`;

/** Row-level security leaves a bank its own acts, and all of them to those who watch over the firm. */
const LIST: Statement = {
  name: 'list-credit-acts',
  text: `select ${COLUMNS} from credit_act a where a.jurisdiction = $1 and a.firm = $2
      and ($3::uuid is null or (a.acted_on, a.id) <
        (select c.acted_on, c.id from credit_act c where c.jurisdiction = $1 and c.id = $3))
    order by a.acted_on desc, a.id desc limit $4`,
};
const COUNT: Statement = {
  name: 'count-credit-acts',
  text: `select count(*)::int as counted
    from (select from credit_act where jurisdiction = $1 and firm = $2 limit ${COUNT_LIMIT}) counted`,
};
const FIND: Statement = {
  name: 'find-credit-act',
  text: `select ${COLUMNS} from credit_act a where a.jurisdiction = $1 and a.id = $2`,
};
const INSERT: Statement = {
  name: 'insert-credit-act',
  text: `insert into credit_act (jurisdiction, id, firm, bank, unit, kind, relation_continues, amount_fen, acted_on, status, source,
      recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const LOCK_NOT_AVAILABLE = '55P03';

interface ActRow extends Record<string, unknown> {
  id: string;
  firm: string;
  bank: string;
  kind: string;
  relationContinues: boolean | null;
  amountFen: string;
  actedOn: string;
  status: string;
  source: string;
  recordedAt: Date;
}

/** 已知的信贷行为: what counts in a sum although no filing tells of it. Declared by the bank, or recorded by the finance bureau. */
@Injectable()
export class CreditActs {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} not-found */
  async list(
    actor: Actor,
    firm: string,
    { limit = PAGE_SIZE, cursor }: CreditActQueryDto,
  ): Promise<CreditActsDto> {
    const key = [actor.jurisdiction, firm];
    return this.database.as(actor, async (tx) => {
      await findFirm(tx, actor.jurisdiction, firm);
      const [rows, counts, naming] = await Promise.all([
        tx.query<ActRow>(LIST, [...key, cursor ?? null, limit + 1]),
        tx.query<{ counted: number }>(COUNT, key),
        namingOf(tx),
      ]);
      const items = rows.map((row) => shown(row, naming));
      return { ...pageOf(items, limit), total: totalOf(counts[0]?.counted ?? 0) };
    });
  }

  /**
   * Puts an act on record, once a key.
   * @throws {Problem} not-found, forbidden, guard-failed, idempotency-key-reused, request-in-progress
   */
  async record(
    actor: Actor,
    firm: string,
    act: NewCreditActDto,
    claim: IdempotencyClaim,
  ): Promise<CreditActDto> {
    try {
      return await this.database.as(actor, async (tx) => {
        const id = (await claimKey(tx, actor, claim))
          ? await this.recordNew(tx, actor, firm, act, claim)
          : (await formerOutcome(tx, actor, claim)).entryId;
        const [row] = await tx.query<ActRow>(FIND, [actor.jurisdiction, id]);
        if (row === undefined) throw new Error(`The act ${id} of a kept key is gone.`);
        return shown(row, await namingOf(tx));
      });
    } catch (error) {
      // Another request with the same key is still at work.
      if (sqlState(error) === LOCK_NOT_AVAILABLE) throw new Problem('request-in-progress');
      throw error;
    }
  }

  private async recordNew(
    tx: Transaction,
    actor: Actor,
    firm: string,
    act: NewCreditActDto,
    claim: IdempotencyClaim,
  ): Promise<string> {
    const [{ today }, reference] = await Promise.all([
      timeOf(tx),
      referenceData(tx),
      findFirm(tx, actor.jurisdiction, firm),
    ]);
    const bank = bankOf(actor, act, reference);
    const refusals = creditActRefusals(act, today);
    if (refusals.length > 0) throw Problem.of(refusals);
    const own = bank === actor.organization;
    const capacity = capacityAmong(
      actor,
      own ? ['bank.maker', 'bank.checker', 'bank.client'] : ['finance.reviewer'],
    );
    const id = uuid();
    const { kind, relationContinues = null, amount, actedOn, status } = act;
    const source = act.source ?? (own ? '银行申报' : '金融工作部门登记');
    tx.send(INSERT, [
      actor.jurisdiction,
      id,
      firm,
      bank,
      own ? (actor.unit ?? null) : null,
      kind,
      relationContinues,
      String(fenOf(amount)),
      actedOn,
      status,
      source,
      actor.person ?? null,
    ]);
    await writeEntry(tx, {
      kind: 'directory',
      type: own ? 'DECLARE_ACT' : 'RECORD_ACT',
      jurisdiction: actor.jurisdiction,
      actor: eventActor(actor, capacity),
      values: {
        ...{ act: id, firm, bank, kind, relationContinues, amount, actedOn, status, source },
        ...namedBehind(actor.behind),
      },
    });
    keepOutcome(tx, actor, claim, { caseId: firm, entryId: id, status: 201 });
    return id;
  }
}

/** A bank speaks of itself alone, the bureau of a bank that it names. @throws {Problem} forbidden, guard-failed */
function bankOf(actor: Actor, { bank }: NewCreditActDto, reference: ReferenceData): string {
  if (actor.organizationKind === 'bank' && actor.organization !== undefined) {
    if ((bank ?? actor.organization) !== actor.organization) {
      throw new Problem('forbidden', { detail: '只能申报本行的信贷行为。' });
    }
    return actor.organization;
  }
  const named = reference.organizations.find(({ id, kind }) => id === bank && kind === 'bank');
  if (named !== undefined) return named.id;
  throw Problem.of([{ code: 'bank-missing', pointer: '/bank', message: '请选择实施该行为的银行。' }]);
}

type Naming = (bank: string) => string;

async function namingOf(tx: Transaction): Promise<Naming> {
  const [{ today }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
  return (bank) => reference.nameOn(bank, today);
}

function shown({ amountFen, recordedAt, ...row }: ActRow, nameOf: Naming): CreditActDto {
  return {
    ...row,
    bankName: nameOf(row.bank),
    amount: formatYuan(BigInt(amountFen)),
    recordedAt: shanghai(recordedAt),
  };
}
