import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { world } from '../support/world.js';

type Permission = string | readonly string[];

/** A second server of the file's own city, whose permission table can be changed row by row. */
export class OpenedNode {
  private constructor(
    readonly url: string,
    /** As the server knows them, by `GET /filings/:id`. */
    readonly rows: Readonly<Record<string, Permission>>,
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
    const [{ url, rows }] = (await once(child, 'message')) as [
      { url: string; rows: Record<string, Permission> },
    ];
    return new OpenedNode(url, rows, child);
  }

  /** While `work` runs, this row stands in the table. */
  async with<Result>(route: string, permission: Permission, work: () => Promise<Result>): Promise<Result> {
    await this.put({ route, permission });
    try {
      return await work();
    } finally {
      await this.put({ route });
    }
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    this.process.kill('SIGTERM');
    await once(this.process, 'exit');
  }

  private async put(change: { route: string; permission?: Permission }): Promise<void> {
    const done = once(this.process, 'message');
    this.process.send(change);
    await done;
  }
}
