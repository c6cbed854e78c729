import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { differingRights } from '../../access/seal/rights-check.js';
import { shanghai } from '../../platform/instant.js';
import { LOGGER } from '../../platform/logger-token.js';
import type { Logger } from '../../platform/logging.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { eventActor } from '../../process/event-actor.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { raiseAlarm } from '../alarm.js';
import { SigningKey } from '../signing-key.js';
import { latestCheckpoint } from '../stored-tree.js';
import { writeEntry } from '../write-entry.js';
import type { Finding } from './finding.js';
import { LogCheck } from './log-check.js';
import { LogRows } from './log-rows.js';
import type { VerificationDto, VerificationState, VerificationsDto } from './verification.dto.js';

/** So many at a time: the node answers others in between. */
const AT_ONCE = 200;
/** A run that has not moved for so long lost its node. */
const LOST_AFTER_SECONDS = 60;

const COLUMNS = 'id, state, size, checked, findings, begun_at as "begunAt"';
const GIVE_UP_LOST: Statement = {
  name: 'give-up-lost-verifications',
  text: `update log_verification set state = 'interrupted' where jurisdiction = $1 and state = 'running'
    and moved_at < clock_timestamp() - interval '${LOST_AFTER_SECONDS} seconds'`,
};
const BEGIN: Statement = {
  name: 'begin-verification',
  text: `insert into log_verification (jurisdiction, id, asked_by, size) values ($1, $2, $3, $4)
    on conflict (jurisdiction) where state = 'running' do nothing returning ${COLUMNS}`,
};
const RUNNING: Statement = {
  name: 'running-verification',
  text: `select ${COLUMNS} from log_verification where jurisdiction = $1 and state = 'running'`,
};
const MOVE: Statement = {
  name: 'move-verification',
  text: `update log_verification set checked = $3, state = $4, findings = $5::jsonb, moved_at = clock_timestamp()
    where jurisdiction = $1 and id = $2 and state = 'running'`,
};
const ONE: Statement = {
  name: 'one-verification',
  text: `select ${COLUMNS} from log_verification where jurisdiction = $1 and id = $2`,
};
const LATEST: Statement = {
  name: 'latest-verifications',
  text: `select ${COLUMNS} from log_verification where jurisdiction = $1 order by id desc limit 20`,
};

interface VerificationRow extends Record<string, unknown> {
  id: string;
  state: VerificationState;
  size: string;
  checked: string;
  findings: Finding[];
  begunAt: Date;
}

/** 核验日志: the auditor asks for it, and it runs on the node that was asked. */
@Injectable()
export class Verifications implements OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly database: ScopedDatabase,
    private readonly key: SigningKey,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The run that is under way already, or a new one. */
  async begin(actor: Actor): Promise<VerificationDto> {
    const id = uuid();
    const row = await this.database.asSystemFor(actor, async (tx, { jurisdiction }) => {
      tx.send(GIVE_UP_LOST, [jurisdiction]);
      const size = (await latestCheckpoint(tx, jurisdiction))?.size ?? 0;
      const [begun] = await tx.query<VerificationRow>(BEGIN, [jurisdiction, id, actor.person ?? null, size]);
      if (begun === undefined) return (await tx.query<VerificationRow>(RUNNING, [jurisdiction]))[0];
      await note(tx, actor, 'VERIFICATION_BEGUN', { verification: id, size });
      return begun;
    });
    // Whoever was running has just ended: there is nothing to wait for, and the next request begins anew.
    if (row === undefined) throw new Problem('request-in-progress');
    if (row.id === id) this.start(row, actor);
    return shown(row);
  }

  async one(id: string): Promise<VerificationDto> {
    const [row] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<VerificationRow>(ONE, [jurisdiction, id]),
    );
    if (row === undefined) throw new Problem('not-found');
    return shown(row);
  }

  async list(): Promise<VerificationsDto> {
    const rows = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<VerificationRow>(LATEST, [jurisdiction]),
    );
    return { items: rows.map(shown) };
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  private start(row: VerificationRow, actor: Actor): void {
    const run: Promise<void> = this.run(row, actor)
      .catch((error: unknown) => {
        this.logger.error(
          { err: error, verification: row.id },
          'a verification of the log could not be finished',
        );
      })
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async run({ id, size: counted }: VerificationRow, actor: Actor): Promise<void> {
    const size = Number(counted);
    const rows = new LogRows((statement, values) =>
      this.database.asSystem((tx, { jurisdiction }) => tx.query(statement, [jurisdiction, ...values])),
    );
    const { origin, known: keys } = this.key;
    const check = new LogCheck(rows, { size, origin, keys });
    await check.begin();
    for (let checked = 0; checked < size; ) {
      checked = await check.walk(AT_ONCE);
      const { findings } = check;
      if (this.stopped) return this.move(id, { checked, state: 'interrupted', findings });
      await this.move(id, { checked, state: 'running', findings });
      await breathe();
    }
    await check.lookBeside();
    const rights = await this.database.asSystem((tx, { jurisdiction }) => differingRights(tx, jurisdiction));
    for (const finding of rights) check.found(finding);
    await this.finish(id, check, actor);
  }

  private async move(
    id: string,
    { checked, state, findings }: { checked: number; state: VerificationState; findings: readonly Finding[] },
  ): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query(MOVE, [jurisdiction, id, checked, state, JSON.stringify(findings)]),
    );
  }

  /** What came of it is an entry of the log too, and an alarm when it is bad. */
  private async finish(id: string, { findings, size }: LogCheck, actor: Actor): Promise<void> {
    const state = findings.length === 0 ? 'clean' : 'differs';
    await this.database.asSystem(async (tx, { jurisdiction }) => {
      tx.send(MOVE, [jurisdiction, id, size, state, JSON.stringify(findings)]);
      await note(tx, actor, 'VERIFICATION_ENDED', { verification: id, size, findings: findings.length });
      if (state === 'clean') return;
      const rows = findings.map(({ row, index }) => row ?? String(index));
      await raiseAlarm(tx, jurisdiction, { template: 'logDiffers', reason: 'verification', rows });
    });
    if (state === 'differs')
      this.logger.error({ verification: id, findings: findings.length }, 'the log differs');
  }
}

async function note(
  tx: Transaction,
  actor: Actor,
  type: string,
  values: Record<string, unknown>,
): Promise<void> {
  const { jurisdiction } = actor;
  await writeEntry(tx, { kind: 'access', type, jurisdiction, actor: eventActor(actor), values });
}

function shown({ size, checked, findings, begunAt, ...row }: VerificationRow): VerificationDto {
  return {
    ...row,
    size: Number(size),
    checked: Number(checked),
    begunAt: shanghai(begunAt),
    findings: findings.map(({ kind, index = null, row: about = null, field = null }) => {
      return { kind, index, row: about, field };
    }),
  };
}
