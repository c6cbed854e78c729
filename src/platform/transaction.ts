import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { type Cipher, FieldCipher } from './field-cipher.js';

/** A statement that PostgreSQL prepares once a connection, under its name. */
export interface Statement {
  name: string;
  text: string;
}

/**
 * One exclusive connection between BEGIN and COMMIT. Statements that are asked for without waiting in between travel in
 * one packet (pg's pipeline), which is what makes a transition two round trips.
 */
export class Transaction {
  private readonly sent: Promise<unknown>[] = [];
  private readonly last: (() => Promise<void>)[] = [];
  private isPacking = false;

  constructor(
    private readonly client: PoolClient,
    /** For reads through entities; on the same connection, in the same transaction. */
    readonly manager: EntityManager,
    /** For what lies sealed in its rows. */
    readonly cipher: Cipher,
  ) {}

  async query<Row extends QueryResultRow = QueryResultRow>(
    statement: Statement,
    values: unknown[] = [],
  ): Promise<Row[]> {
    this.pack();
    const { rows } = await this.client.query<Row>({ ...statement, values });
    return rows;
  }

  /** Sends a write whose answer nobody needs; it fails the transaction when it fails, at the latest before COMMIT returns. */
  send(statement: Statement, values: unknown[] = []): void {
    const answer = this.query(statement, values);
    answer.catch(() => undefined);
    this.sent.push(answer);
  }

  /** Does this once everything else is done: what has to agree with all that the transaction has written. */
  beforeCommit(work: () => Promise<void>): void {
    this.last.push(work);
  }

  /** Whether anything is left to do, so that a transaction that has nothing waits for nothing. */
  get hasLast(): boolean {
    return this.last.length > 0;
  }

  async finish(): Promise<void> {
    for (const work of this.last) await work();
  }

  /** Holds the socket until everything that can be asked now has been asked: one system call then, instead of one a statement. */
  private pack(): void {
    if (this.isPacking) return;
    this.isPacking = true;
    const { stream } = this.client.connection;
    stream.cork();
    process.nextTick(() => {
      this.isPacking = false;
      stream.uncork();
    });
  }

  /** Everything that was sent has succeeded, or this throws what the first failure was. */
  async settled(): Promise<void> {
    await Promise.all(this.sent);
  }
}

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };
const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };

@Injectable()
export class Database {
  constructor(
    readonly source: DataSource,
    @Inject(FieldCipher) private readonly cipher: Cipher,
  ) {}

  /** Runs `work` in one transaction. COMMIT travels with what was sent last; whatever fails rolls everything back. */
  async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const tx = new Transaction(client, runner.manager, this.cipher);
      const begun = tx.query(BEGIN);
      try {
        const [, result] = await Promise.all([begun, work(tx)]);
        if (tx.hasLast) await tx.finish();
        // PostgreSQL turns the COMMIT of a failed transaction into a ROLLBACK, and `settled` throws why.
        const committed = tx.query(COMMIT);
        await Promise.all([tx.settled(), committed]);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** The SQLSTATE of a database error, or undefined when something else was thrown. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? sqlState(error.driverError) : undefined;
}

/** The constraint that a database error names, if any. */
export function constraintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return 'driverError' in error ? constraintOf(error.driverError) : undefined;
}
