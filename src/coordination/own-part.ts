import { Injectable } from '@nestjs/common';
import type { JoinedFiling } from '../../workflows/coordination/coordination.facts.js';
import { EVENT_LABELS, FILING_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { CoordinationOutcome } from '../../workflows/coordination/outcomes.js';
import { type Actor, capacityAmong } from '../access/actor.js';
import { eventRoles } from '../access/event-roles.js';
import { dutyMaySend } from '../access/key/key-duties.js';
import { entryOf } from '../cases/entry.dto.js';
import type { SentEvent } from '../cases/read-event.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import { PROBLEMS } from '../platform/problem-codes.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { IdempotencyClaim } from '../process/idempotency.js';
import { ProcessService } from '../process/process.service.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { agreementIn, type SaidAgreement } from './coordination-view.js';
import type { OwnActionDto, OwnAnswerDto, OwnMeetingDto, OwnPartDto } from './own-part.dto.js';
import { parsePartVersion, partVersion } from './part-version.js';

/** The latest part of the filing, in the bank's own scope; another bank's filing is one that is not there. */
const PART: Statement = {
  name: 'own-part',
  text: `select c.coordination, c.state, c.version, c.joined_at as "joinedAt", c.ended_at as "endedAt", c.proposed, c.prepared,
      c.confirmed, c.outcome
    from coordination_filing c join filing f on f.jurisdiction = c.jurisdiction and f.id = c.filing
    where c.jurisdiction = $1 and c.filing = $2 and c.bank = $3 order by c.joined_at desc limit 1`,
};
const MEETINGS: Statement = {
  name: 'own-meetings',
  text: `select meets_on as "on", meets_at as time, place, agenda, state from coordination_meeting
    where jurisdiction = $1 and coordination = $2 and $3::uuid = any (filings) order by number limit 1000`,
};

export interface PartRow extends Record<string, unknown> {
  coordination: string;
  state: JoinedFiling['state'];
  version: number;
  joinedAt: Date;
  endedAt: Date | null;
  proposed: SaidAgreement | null;
  prepared: (SaidAgreement & { person?: string }) | null;
  confirmed: SaidAgreement | null;
  outcome: CoordinationOutcome | null;
}

const CONSEQUENCES = {
  PREPARE_OUTCOME: '协调结果填写后，由本行另一名人员复核确认。',
  CONFIRM_OUTCOME: '协调结果经本行确认，由负责岗位登记后对报告生效。',
} as const;
type OwnEvent = keyof typeof CONSEQUENCES;
const OWN_EVENTS = Object.keys(CONSEQUENCES) as OwnEvent[];

/** What a bank sees of a coordination and does in it: its own filing's part, found by the filing. */
@Injectable()
export class OwnParts {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly processes: ProcessService,
  ) {}

  /** @throws {Problem} not-found */
  async read(actor: Actor, filing: string): Promise<OwnPartDto> {
    const row = await this.rowOf(actor, filing);
    const { jurisdiction } = actor;
    const meetings = await this.database.asSystem((tx) =>
      tx.query<OwnMeetingDto & Record<string, unknown>>(MEETINGS, [jurisdiction, row.coordination, filing]),
    );
    return {
      filing,
      state: row.state,
      stateLabel: FILING_LABELS[row.state],
      joinedAt: shanghai(row.joinedAt),
      endedAt: row.endedAt === null ? null : shanghai(row.endedAt),
      proposed: agreementIn(row.proposed),
      prepared: preparedIn(row.prepared),
      confirmed: agreementIn(row.confirmed),
      outcome: row.outcome,
      meetings,
      version: partVersion(row.version),
    };
  }

  /**
   * The version that was seen is of the part alone; the engine judges it where the case is locked.
   * @throws {Problem} as ProcessService.send
   */
  async send(
    actor: Actor,
    filing: string,
    sent: { event: SentEvent; version: string; claim: IdempotencyClaim },
  ): Promise<OwnAnswerDto> {
    const { event, version, claim } = sent;
    const seen = parsePartVersion(version);
    if (seen === undefined) {
      throw new Problem('bad-request', { detail: 'If-Match 须为读取时得到的 ETag，例如 "3.0"。' });
    }
    const row = await this.rowOf(actor, filing);
    const { type, payload, onBehalfOf } = event;
    try {
      const { entry } = await this.processes.send({
        process: 'coordination',
        id: row.coordination,
        type,
        payload: { filing, ...payload },
        actor,
        idempotency: claim,
        sealed: { seen },
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      });
      const { seq: _, from: __, to: ___, office: ____, ...told } = entryOf(entry);
      return { filing, entry: told };
    } catch (error) {
      throw row.state === 'joined' ? error : overFor(row, error);
    }
  }

  /** Whether others are still coordinated shows in nothing that a bank is offered. */
  async possible(actor: Actor, filing: string): Promise<OwnActionDto[]> {
    const row = await this.rowOf(actor, filing);
    if (row.state !== 'joined') return [];
    const types = OWN_EVENTS.filter(
      (type) =>
        dutyMaySend(actor, 'coordination', type) &&
        capacityAmong(actor, eventRoles('coordination', type)) !== undefined,
    );
    return types.map((type) => {
      const reasons = type === 'CONFIRM_OUTCOME' ? reasonsAgainstConfirming(row, actor) : [];
      return {
        type,
        label: EVENT_LABELS[type],
        allowed: reasons.length === 0,
        consequence: CONSEQUENCES[type],
        reasons,
      };
    });
  }

  /** @throws {Problem} not-found */
  async rowOf(actor: Actor, filing: string): Promise<PartRow> {
    return this.database.as(actor, (tx) => partOf(tx, actor, filing));
  }
}

async function partOf(tx: Transaction, actor: Actor, filing: string): Promise<PartRow> {
  const { jurisdiction, organization } = actor;
  const [row] = await tx.query<PartRow>(PART, [jurisdiction, filing, organization ?? null]);
  if (row === undefined) throw new Problem('not-found');
  return row;
}

/** 双人复核, told before anybody has typed: the guards judge again what is sent. */
function reasonsAgainstConfirming({ prepared }: PartRow, { person }: Actor): OwnActionDto['reasons'] {
  const code =
    prepared === null ? 'second-person-needed' : prepared.person === person ? 'checker-is-filer' : null;
  return code === null ? [] : [{ code, message: PROBLEMS[code].zh }];
}

/** Its own part is over: the answer is the same, whether the coordination goes on with others or not. */
function overFor({ state }: PartRow, error: unknown): unknown {
  const told = error instanceof Problem && ['event-not-accepted', 'guard-failed'].includes(error.code);
  return told ? new Problem('event-not-accepted', { extension: { state, allowed: [] } }) : error;
}

function preparedIn(said: PartRow['prepared']): OwnPartDto['prepared'] {
  const agreement = agreementIn(said);
  return agreement === null ? null : { ...agreement, preparedBy: said?.person ?? null };
}
