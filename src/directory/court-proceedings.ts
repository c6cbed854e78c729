import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { timeOf } from '../platform/database-time.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ProcessService } from '../process/process.service.js';
import type { CourtOutcomeDto, CourtProceedingsDto, NewCourtAcceptanceDto } from './court-proceedings.dto.js';

const INSERT: Statement = {
  name: 'record-court-acceptance',
  text: `insert into court_acceptance (jurisdiction, id, firm, court, document_number, accepted_on, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};
const END: Statement = {
  name: 'end-court-proceedings',
  text: `update court_acceptance set ended_on = $3, outcome = $4 where jurisdiction = $1 and id = $2`,
};
/** The proceedings that are open, else the latest. */
const LATEST: Statement = {
  name: 'latest-court-proceedings',
  text: `select id, firm, court, document_number as "documentNumber", accepted_on as "acceptedOn", ended_on as "endedOn", outcome
    from court_acceptance where jurisdiction = $1 and firm = $2
    order by ended_on is null desc, recorded_at desc limit 1`,
};
const FIRM: Statement = {
  name: 'firm-is-there',
  text: 'select true as found from firm where jurisdiction = $1 and id = $2',
};

type Proceedings = Omit<CourtProceedingsDto, 'told'>;

/**
 * 企业进入司法程序 (企业破产法 19, 46): what a court decided about a firm, put on record by the finance bureau. Every open case
 * about the firm hears of it in the same transaction.
 */
@Injectable()
export class CourtProceedings {
  constructor(private readonly processes: ProcessService) {}

  /**
   * The same acceptance recorded again changes nothing and gets the same answer.
   * @throws {Problem} not-found, guard-failed, already-exists while the firm is before another court
   */
  async accept(
    actor: Actor,
    firm: string,
    { court, documentNumber, acceptedOn }: NewCourtAcceptanceDto,
  ): Promise<CourtProceedingsDto> {
    const message = { type: 'COURT.ACCEPTED', payload: { caseNo: documentNumber, on: acceptedOn } };
    return this.record(actor, firm, message, async (tx, known, today) => {
      if (known !== undefined && known.endedOn === null) {
        const same = known.documentNumber === documentNumber && known.acceptedOn === acceptedOn;
        if (!same)
          throw new Problem('already-exists', { detail: '该企业已有未终结的司法程序，请先核对案号。' });
        return { proceedings: known, isNew: false };
      }
      if (acceptedOn > today) throw inFuture('/acceptedOn');
      const proceedings = {
        ...{ id: uuid(), firm, court, documentNumber, acceptedOn },
        ...{ endedOn: null, outcome: null },
      };
      const { jurisdiction, person = null } = actor;
      tx.send(INSERT, [jurisdiction, proceedings.id, firm, court, documentNumber, acceptedOn, person]);
      return { proceedings, isNew: true };
    });
  }

  /** @throws {Problem} not-found while no court has accepted, guard-failed */
  async end(actor: Actor, firm: string, { outcome, on }: CourtOutcomeDto): Promise<CourtProceedingsDto> {
    const type = outcome === 'closed' ? 'COURT.CLOSED' : 'COURT.DISMISSED';
    return this.record(actor, firm, { type, payload: { on } }, async (tx, known, today) => {
      if (known === undefined) throw new Problem('not-found', { detail: '该企业没有登记的司法程序。' });
      if (known.endedOn !== null) {
        if (known.outcome === outcome && known.endedOn === on) return { proceedings: known, isNew: false };
        throw new Problem('already-exists', { detail: '该司法程序的结果已登记。' });
      }
      if (on > today) throw inFuture('/on');
      if (on < known.acceptedOn) {
        const message = '裁定日早于企业进入司法程序之日，请核对日期。';
        throw Problem.of([{ code: 'before-acceptance', pointer: '/on', message }]);
      }
      tx.send(END, [actor.jurisdiction, known.id, on, outcome]);
      return { proceedings: { ...known, endedOn: on, outcome }, isNew: true };
    });
  }

  private async record(
    actor: Actor,
    firm: string,
    message: { type: string; payload: object },
    decide: (
      tx: Transaction,
      known: Proceedings | undefined,
      today: string,
    ) => Promise<{ proceedings: Proceedings; isNew: boolean }>,
  ): Promise<CourtProceedingsDto> {
    const { jurisdiction } = actor;
    let recorded: Proceedings | undefined;
    const told = await this.processes.tellFirm({ actor, firm, message }, async (tx) => {
      const key = [jurisdiction, firm];
      const [[found], [known], { today }] = await Promise.all([
        tx.query(FIRM, key),
        tx.query<Proceedings & Record<string, unknown>>(LATEST, key),
        timeOf(tx),
      ]);
      if (found === undefined) throw new Problem('not-found');
      const { proceedings, isNew } = await decide(tx, known, today);
      recorded = proceedings;
      if (isNew) {
        const values = { ...proceedings };
        const entry = { kind: 'directory', type: message.type, jurisdiction, values } as const;
        await writeEntry(tx, { ...entry, actor: eventActor(actor) });
      }
      return isNew;
    });
    if (recorded === undefined) throw new Error('The proceedings were not recorded.');
    return { ...recorded, told };
  }
}

function inFuture(pointer: string): Problem {
  return Problem.of([{ code: 'day-in-future', pointer, message: '日期不得晚于今日，请核对。' }]);
}
