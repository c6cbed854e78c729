import pg from 'pg';
import { Sequencer } from './audit/sequencer.js';
import { SigningKey } from './audit/signing-key.js';
import { latestCheckpoint } from './audit/stored-tree.js';
import { writeEntry } from './audit/write-entry.js';
import { type Config, ConfigError, readConfig } from './platform/config.js';
import { connect } from './platform/database.js';
import { FieldCipher } from './platform/field-cipher.js';
import { Database, type Statement } from './platform/transaction.js';
import { ScopedDatabase } from './process/scoped-database.js';
import { toldUsage } from './told-usage.js';

/** The first leaf that is too young: what lies before it has had its term. Whole months, as entries are kept. */
const FIRST_KEPT: Statement = {
  name: 'first-leaf-kept',
  text: `select coalesce(min(l.index), (select max(index) + 1 from log_leaf where jurisdiction = $1), 0)::text as before
    from log_leaf l
    where l.jurisdiction = $1 and l.occurred_month + interval '1 month'
      > wendai_now() at time zone 'Asia/Shanghai' - make_interval(days => $2)`,
};

/** Cases that go on keep their history, and rights keep who gave them. */
const TAKE_OUT = `
  with old as (
    select e.jurisdiction, e.occurred_month, e.id from log_entry e
    join log_leaf l on l.jurisdiction = e.jurisdiction and l.occurred_month = e.occurred_month and l.entry_id = e.id
    where e.jurisdiction = $1 and l.index < $2 and e.kind <> 'grant' and e.type <> 'LOG_PURGED'
      and not exists (select from process_case c
        where c.jurisdiction = e.jurisdiction and c.id = e.case_id and c.status = 'active')
  ), values_gone as (
    delete from log_value v using old o
    where v.jurisdiction = o.jurisdiction and v.occurred_month = o.occurred_month and v.entry_id = o.id
  ), origins_gone as (
    delete from log_origin r using old o
    where r.jurisdiction = o.jurisdiction and r.occurred_month = o.occurred_month and r.entry_id = o.id
  )
  delete from log_entry e using old o
  where e.jurisdiction = o.jurisdiction and e.occurred_month = o.occurred_month and e.id = o.id`;

/**
 * npm run purge: takes out entries whose term is over, with their values, and leaves every leaf: the tree and its checkpoints
 * verify as before. The log says up to where, before anything goes. The server's own user may delete no entry, so the owner
 * does it, and the database lets nobody but a superuser take out what is younger than six months. Returns how many went.
 */
export async function purge(config: Config, ownerUrl: string): Promise<{ before: number; entries: number }> {
  const source = await connect(config.databaseUrl, 1);
  const owner = new pg.Client({ connectionString: ownerUrl });
  try {
    const database = new ScopedDatabase(new Database(source, new FieldCipher(config)), config);
    const before = await database.asSystem(async (tx, { jurisdiction }) => {
      const [row] = await tx.query<{ before: string }>(FIRST_KEPT, [jurisdiction, config.logDays]);
      const head = await latestCheckpoint(tx, jurisdiction);
      const found = Number(row?.before ?? 0);
      if (found === 0) return 0;
      await writeEntry(tx, {
        kind: 'configuration',
        type: 'LOG_PURGED',
        jurisdiction,
        actor: { kind: 'system' },
        values: {
          before: found,
          days: config.logDays,
          size: head?.size,
          root: head?.root.toString('base64'),
        },
      });
      return found;
    });
    if (before === 0) return { before, entries: 0 };
    // A verification believes what is signed: until then a missing entry is a missing entry.
    await new Sequencer(database, new SigningKey(config)).advance();
    await owner.connect();
    const { rowCount } = await owner.query(TAKE_OUT, [config.jurisdiction, before]);
    return { before, entries: rowCount ?? 0 };
  } finally {
    await owner.end();
    await source.destroy();
  }
}

const USAGE = `DATABASE_URL=… DATABASE_OWNER_URL=… npm run purge
Takes log entries out that are older than WENDAI_LOG_DAYS, with what lies beside them, and says in the log up to where. The tree over
the log stays, and so do rights and cases that go on. Takes the settings and the keys of a node, and the owner of the database.`;

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  try {
    const ownerUrl = process.env['DATABASE_OWNER_URL'];
    if (ownerUrl === undefined)
      throw new ConfigError('DATABASE_OWNER_URL is not set: the owner alone may take entries out.');
    const { before, entries } = await purge(readConfig(process.env), ownerUrl);
    console.log(
      `${String(entries)} entries taken out, all before leaf ${String(before)}. The tree is as it was.`,
    );
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  }
}
