import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { world } from '../support/world.js';

type Permission = string | readonly string[];

/** As the server knows them. */
interface Guards {
  /** By `GET /filings/:id`. */
  route: Readonly<Record<string, Permission>>;
  /** Roles by process and event. */
  event: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  stepUpRoute: Readonly<Record<string, true>>;
  stepUpEvent: Readonly<Record<string, true>>;
}

/** One guard in place of another; an event by its process and its name. */
interface Change {
  guard: keyof Guards;
  key: string;
  value: Permission | boolean;
}

/** A second server of the file's own city, whose guards can be changed one by one. */
export class OpenedNode {
  private constructor(
    readonly url: string,
    readonly guards: Guards,
    private readonly process: ChildProcess,
  ) {}

  static async start(): Promise<OpenedNode> {
    const home = join(process.env['TEST_HOME'] ?? '.test', `opened-${process.env['JEST_WORKER_ID'] ?? '1'}`);
    mkdirSync(home, { recursive: true });
    const child = fork(join(import.meta.dirname, '../support/opened-node.mjs'), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        WENDAI_HOME: home,
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL: world().appUrl,
        SMTP_URL: `smtp://127.0.0.1:${String(world().smtpPort)}`,
        PUBLIC_URL: 'http://console.test',
        LOG_LEVEL: 'silent',
        WENDAI_SECOND_FACTOR: 'off',
        WENDAI_RATE_LIMITS: 'off',
        WENDAI_WEBHOOK_NETWORKS: '127.0.0.2/32',
        WENDAI_IDLE_MINUTES: '30',
        WENDAI_SESSIONS_AT_ONCE: '100',
        WENDAI_ADMIN_SESSIONS_AT_ONCE: '100',
        WENDAI_UNUSED_DAYS: '3650',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [{ url, guards }] = (await once(child, 'message')) as [{ url: string; guards: Guards }];
    return new OpenedNode(url, guards, child);
  }

  /** While `work` runs, this guard stands in place of the one that is there. */
  async with<Result>(change: Change, work: () => Promise<Result>): Promise<Result> {
    await this.put(change);
    try {
      return await work();
    } finally {
      await this.put({ guard: change.guard, key: change.key });
    }
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    this.process.kill('SIGTERM');
    await once(this.process, 'exit');
  }

  private async put(change: Omit<Change, 'value'> & Partial<Change>): Promise<void> {
    const done = once(this.process, 'message');
    this.process.send(change);
    await done;
  }
}
