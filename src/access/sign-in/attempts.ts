import { Injectable } from '@nestjs/common';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { type AttemptHistory, KNOWN_DAYS, secondsToWait, WINDOW_MINUTES } from './attempt-rules.js';

/** Guesses at one login come one after the other, on whatever node: none slips past the count. */
const ONE_AT_A_TIME: Statement = {
  name: 'attempt-alone',
  text: `select pg_advisory_xact_lock(hashtext('sign-in'), hashtext($1))`,
};

const HISTORY: Statement = {
  name: 'attempt-history',
  text: `with known as materialized (
      select distinct address from login_attempt where jurisdiction = $1 and login = $2 and succeeded
        and at > wendai_now() - make_interval(days => ${KNOWN_DAYS})
    ), own as materialized (
      select address, at, succeeded, at > wendai_now() - make_interval(mins => ${WINDOW_MINUTES}) as recent,
        address in (select address from known) as known,
        id > coalesce((select max(l.id) from login_attempt l where l.jurisdiction = $1 and l.login = $2 and l.succeeded), 0) as later,
        id > coalesce((select max(l.id) from login_attempt l where l.jurisdiction = $1 and l.login = $2 and l.address = $3
          and l.succeeded), 0) as "laterHere"
      from login_attempt where jurisdiction = $1 and login = $2
    ), here as materialized (
      select at from login_attempt where jurisdiction = $1 and address = $3 and not succeeded
        and at > wendai_now() - make_interval(mins => ${WINDOW_MINUTES})
    )
    select
      (select count(*)::int from own where address = $3 and recent and not succeeded and "laterHere") as "pairFailures",
      (select extract(epoch from wendai_now() - max(at))::float8 from own where address = $3 and not succeeded) as "pairAge",
      (select count(*)::int from here) as "addressFailures",
      (select extract(epoch from wendai_now() - max(at))::float8 from here) as "addressAge",
      (select count(*)::int from own where recent and not known and not succeeded) as "strangeFailures",
      (select extract(epoch from wendai_now() - max(at))::float8 from own where not known and not succeeded) as "strangeAge",
      (select count(*)::int from own where not known and not succeeded and later) as "inARow",
      exists (select from known where address = $3) as "isKnown"`,
};

/** Counts as failed until it is known better: a guess that breaks off in the middle was a guess. */
const NOTE: Statement = {
  name: 'note-attempt',
  text: `insert into login_attempt (jurisdiction, login, address, succeeded) values ($1, $2, $3, false) returning id`,
};
const SUCCEEDED: Statement = {
  name: 'attempt-succeeded',
  text: 'update login_attempt set succeeded = true where jurisdiction = $1 and id = $2',
};
const TAKE_BACK: Statement = {
  name: 'take-back-attempt',
  text: 'delete from login_attempt where jurisdiction = $1 and id = $2',
};

interface HistoryRow extends Record<string, unknown> {
  pairFailures: number;
  pairAge: number | null;
  addressFailures: number;
  addressAge: number | null;
  strangeFailures: number;
  strangeAge: number | null;
  inARow: number;
  isKnown: boolean;
}

/** An attempt to sign in that is under way. */
export interface Attempt {
  id: string;
}

/** 登录尝试: counted the same for a login that exists and one that does not, shared by all nodes. */
@Injectable()
export class Attempts {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} too-many-requests with the seconds to wait */
  async begin(login: string, address: string): Promise<Attempt> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      await tx.query(ONE_AT_A_TIME, [login]);
      const [row] = await tx.query<HistoryRow>(HISTORY, [jurisdiction, login, address]);
      if (row === undefined) throw new Error('The history of attempts did not come.');
      const seconds = secondsToWait(historyOf(row));
      if (seconds > 0) throw new Problem('too-many-requests', { extension: { retryAfter: seconds } });
      const [noted] = await tx.query<Attempt & Record<string, unknown>>(NOTE, [jurisdiction, login, address]);
      if (noted === undefined) throw new Error('An attempt was not noted.');
      return noted;
    });
  }

  succeeded(tx: Transaction, jurisdiction: string, { id }: Attempt): void {
    tx.send(SUCCEEDED, [jurisdiction, id]);
  }

  /** The password was right and the code is still to come: neither a failure nor a success. */
  async takeBack({ id }: Attempt): Promise<void> {
    await this.database.asSystem((tx, { jurisdiction }) => tx.query(TAKE_BACK, [jurisdiction, id]));
  }
}

function historyOf(row: HistoryRow): AttemptHistory {
  return {
    pair: { failures: row.pairFailures, lastAge: row.pairAge },
    address: { failures: row.addressFailures, lastAge: row.addressAge },
    strange: { failures: row.strangeFailures, lastAge: row.strangeAge },
    inARow: row.inARow,
    isKnown: row.isKnown,
  };
}
