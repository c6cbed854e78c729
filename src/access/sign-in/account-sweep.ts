import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { writeEntry } from '../../audit/write-entry.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { LOGGER } from '../../platform/logger-token.js';
import type { Logger } from '../../platform/logging.js';
import type { Statement } from '../../platform/transaction.js';
import { WorkerLoop } from '../../platform/worker-loop.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { warnSoleAdministrators } from '../grant/sole-administrator.js';
import { sealRight } from '../seal/seal-rights.js';
import { SessionService } from '../session.service.js';
import { KNOWN_DAYS } from './attempt-rules.js';

/** In rounds of the workers' interval: a minute where they come every second. */
const EVERY_ROUNDS = 60;
const AT_ONCE = 100;

const UNUSED: Statement = {
  name: 'disable-unused-accounts',
  text: `update person set disabled_at = wendai_now(), disabled_for = 'unused' where jurisdiction = $1 and id in (
      select id from person where jurisdiction = $1 and disabled_at is null
        and greatest(created_at, password_set_at, signed_in_at) <= wendai_now() - make_interval(days => $2) limit ${AT_ONCE}
        for update skip locked)
    returning id, organization`,
};
/** Nothing asks for older attempts; the log keeps what was refused. */
const FORGET: Statement = {
  name: 'forget-attempts',
  text: `delete from login_attempt where jurisdiction = $1 and at < wendai_now() - make_interval(days => ${KNOWN_DAYS})`,
};

/** 长期不用的账号: disabled by themselves, each with an entry, and enabled again by an administrator. */
@Injectable()
export class AccountSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: WorkerLoop;

  constructor(
    private readonly database: ScopedDatabase,
    private readonly sessions: SessionService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) logger: Logger,
  ) {
    const interval = config.workerIntervalMs * EVERY_ROUNDS;
    this.loop = new WorkerLoop('accounts', interval, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<void> {
    await this.database.asSystem(async (tx, { jurisdiction }) => {
      const { unusedDays } = this.config.signIn;
      const unused = await tx.query<{ id: string; organization: string }>(UNUSED, [jurisdiction, unusedDays]);
      for (const { id: person, organization } of unused) {
        this.sessions.endAllOf(tx, jurisdiction, { person });
        sealRight(tx, jurisdiction, { kind: 'person', key: person });
        await writeEntry(tx, {
          kind: 'grant',
          type: 'ACCOUNT_DISABLED',
          jurisdiction,
          actor: { kind: 'system' },
          values: { person, organization, unusedDays },
        });
      }
      await warnSoleAdministrators(tx, jurisdiction);
      tx.send(FORGET, [jurisdiction]);
    });
  }
}
