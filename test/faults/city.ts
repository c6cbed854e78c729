import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { world } from '../support/world.js';

/** A server process of one's own, to be killed, paused and stopped. */
export interface Node {
  url: string;
  process: ChildProcess;
  /** As an operator stops it. Resolves with its exit code. */
  stop(): Promise<number | null>;
  /** As a power failure does. */
  kill(): Promise<void>;
}

/** A database of one's own, which the server of the test file does not serve. */
export class City {
  private readonly nodes: Node[] = [];
  private readonly client: pg.Client;
  private readonly name: string;

  private constructor(name: string) {
    this.name = name;
    this.client = new pg.Client({ connectionString: urlOf('TEST_ADMIN_URL', name) });
  }

  static async found(): Promise<City> {
    const city = new City(`wendai_city_${process.env['JEST_WORKER_ID'] ?? '1'}`);
    await city.inMaintenance(`drop database if exists ${city.name} with (force)`);
    await city.inMaintenance(`create database ${city.name} template wendai owner wendai_owner`);
    await city.client.connect();
    return city;
  }

  /** As the superuser, who sees every row. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(text, values)).rows;
  }

  /** Puts a notice for the finance bureau's leader where the engine puts them. */
  async tell(template: string): Promise<void> {
    await this.client.query(
      `insert into notice (jurisdiction, id, source, organization, role, template, data)
        select jurisdiction, $1, $2, id, 'finance.leader', $3, '{}' from organization where key = 'finance'`,
      [uuid(), uuid(), template],
    );
  }

  /** Another connection of the superuser, for a transaction that stays open. Its holder ends it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: urlOf('TEST_ADMIN_URL', this.name) });
    await client.connect();
    return client;
  }

  async setClock(instant: string): Promise<void> {
    await this.client.query(
      `with gone as (delete from test_clock) insert into test_clock values ($1::timestamptz)`,
      [instant],
    );
  }

  /** Stops the clock of the city this much later than it is now there. */
  async passTime(interval: string): Promise<void> {
    await this.client.query(
      `with later as (select wendai_now() + $1::interval as at), gone as (delete from test_clock)
        insert into test_clock select at from later`,
      [interval],
    );
  }

  /** A node of this city. `settings` are environment variables in place of the usual ones. */
  async startNode(settings: Record<string, string> = {}): Promise<Node> {
    const home = join(process.env['TEST_HOME'] ?? '.test', this.name);
    mkdirSync(home, { recursive: true });
    const log = openSync(join(home, 'node.log'), 'a');
    const child = fork(join(import.meta.dirname, '../support/node-process.mjs'), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        WENDAI_HOME: home,
        // Those that sealed what the city was founded with: a node with other ones would raise the alarm, by mail too.
        FIELD_KEY_FILE: join(process.env['TEST_HOME'] ?? '.test', 'field-keys'),
        SIGNING_KEY_FILE: join(process.env['TEST_HOME'] ?? '.test', 'signing-key.pem'),
        WENDAI_WORKER_INTERVAL_MS: '100',
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL: urlOf('TEST_APP_URL', this.name),
        SMTP_URL: `smtp://127.0.0.1:${String(world().smtpPort)}`,
        PUBLIC_URL: 'http://console.test',
        LOG_LEVEL: 'warn',
        WENDAI_SECOND_FACTOR: 'off',
        WENDAI_SESSIONS_AT_ONCE: '100',
        WENDAI_UNUSED_DAYS: '3650',
        WENDAI_RATE_LIMITS: 'off',
        ...settings,
      },
      stdio: ['ignore', log, log, 'ipc'],
    });
    const message = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    const url = (message[0] as { url?: string } | null)?.url;
    if (url === undefined) throw new Error('A node of the city did not start; see node.log of the run.');
    const node: Node = {
      url,
      process: child,
      stop: async () => {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGTERM');
          await once(child, 'exit');
        }
        return child.exitCode;
      },
      kill: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      },
    };
    this.nodes.push(node);
    return node;
  }

  /** As it was founded, as far as mails go: no node, no notice, and no deadline that would tell of another. */
  async clear(): Promise<void> {
    for (const node of this.nodes.splice(0)) await node.kill();
    await this.client.query('truncate notice, notice_read, mail, deadline; delete from test_clock');
  }

  async raze(): Promise<void> {
    for (const node of this.nodes) await node.kill();
    await this.client.end();
    await this.inMaintenance(`drop database if exists ${this.name} with (force)`);
  }

  private async inMaintenance(statement: string): Promise<void> {
    const maintenance = new pg.Client({ connectionString: process.env['TEST_ADMIN_URL'] });
    await maintenance.connect();
    try {
      await maintenance.query(statement);
    } finally {
      await maintenance.end();
    }
  }
}

function urlOf(variable: string, database: string): string {
  return Object.assign(new URL(process.env[variable] ?? ''), { pathname: `/${database}` }).href;
}
