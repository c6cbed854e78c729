import { Inject, Injectable } from '@nestjs/common';
import { type Actor, impersonal, type Origin } from '../access/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, type Transaction } from '../platform/transaction.js';
import { enterActorScope, enterEngineScope } from './scope.js';

/** Transactions that have entered a scope before anything is read: there is no other way to see a row. */
@Injectable()
export class ScopedDatabase {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sees what the actor may see. */
  async as<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (tx) => {
      const [, result] = await Promise.all([enterActorScope(tx, actor), work(tx)]);
      return result;
    });
  }

  /** Sees the jurisdiction: for what nobody in particular does, such as sending mail or finding out who is logging in. */
  async asSystem<Result>(
    work: (tx: Transaction, system: { jurisdiction: string }) => Promise<Result>,
  ): Promise<Result> {
    return this.asSystemFor({}, work);
  }

  /** The same for a request: what is written into the log bears where it came from. */
  async asSystemFor<Result>(
    { origin }: { origin?: Origin },
    work: (tx: Transaction, system: { jurisdiction: string }) => Promise<Result>,
  ): Promise<Result> {
    const nobody = impersonal('system', this.config.jurisdiction);
    const system = origin === undefined ? nobody : { ...nobody, origin };
    return this.database.transaction(async (tx) => {
      const [, result] = await Promise.all([enterEngineScope(tx, system), work(tx, system)]);
      return result;
    });
  }
}
