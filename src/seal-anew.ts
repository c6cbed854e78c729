import { sealRightsAnew } from './access/seal/seal-rights.js';
import { aboutSecret } from './access/sign-in/second-factor.js';
import { aboutBatch } from './filing/batch/batch-rows.js';
import { aboutContent } from './filing/content/confidential.js';
import { readConfig } from './platform/config.js';
import { connect } from './platform/database.js';
import { FieldCipher } from './platform/field-cipher.js';
import { Database, type Statement } from './platform/transaction.js';
import { ScopedDatabase } from './process/scoped-database.js';
import { toldUsage } from './told-usage.js';
import { aboutSecretOf } from './webhook/webhook-row.js';

/** Everything that lies sealed in the database. `$1` the city, `$2` what the present key puts in front, `$3` how many. */
const SEALED = [
  {
    table: 'filing_confidential',
    about: aboutContent,
    some: `select filing || ' ' || revision as key, filing as owner, sealed from filing_confidential
      where jurisdiction = $1 and not starts_with(sealed, $2) order by filing, revision limit $3`,
    change: `update filing_confidential set sealed = $4
      where jurisdiction = $1 and filing || ' ' || revision = $2 and filing = $5 and sealed = $3 returning 1`,
  },
  {
    // What the checker gave back, until it is sent.
    table: 'filing_confidential (returned)',
    about: aboutContent,
    some: `select filing || ' ' || revision as key, filing as owner, returned as sealed from filing_confidential
      where jurisdiction = $1 and returned is not null and not starts_with(returned, $2) order by filing, revision limit $3`,
    change: `update filing_confidential set returned = $4
      where jurisdiction = $1 and filing || ' ' || revision = $2 and filing = $5 and returned = $3 returning 1`,
  },
  {
    table: 'person',
    about: aboutSecret,
    some: `select id::text as key, id as owner, totp_secret as sealed from person
      where jurisdiction = $1 and totp_secret is not null and not starts_with(totp_secret, $2) order by id limit $3`,
    change: `update person set totp_secret = $4 where jurisdiction = $1 and id::text = $2 and id = $5 and totp_secret = $3 returning 1`,
  },
  {
    table: 'webhook',
    about: aboutSecretOf,
    some: `select id::text as key, id as owner, secret as sealed from webhook
      where jurisdiction = $1 and not starts_with(secret, $2) order by id limit $3`,
    change: `update webhook set secret = $4 where jurisdiction = $1 and id::text = $2 and id = $5 and secret = $3 returning 1`,
  },
  {
    // The secret before, while it still signs.
    table: 'webhook (former)',
    about: aboutSecretOf,
    some: `select id::text as key, id as owner, former_secret as sealed from webhook
      where jurisdiction = $1 and former_secret is not null and not starts_with(former_secret, $2) order by id limit $3`,
    change: `update webhook set former_secret = $4 where jurisdiction = $1 and id::text = $2 and id = $5 and former_secret = $3
      returning 1`,
  },
  {
    table: 'filing_batch_report',
    about: aboutBatch,
    some: `select batch || ' ' || number as key, batch as owner, sealed from filing_batch_report
      where jurisdiction = $1 and sealed is not null and not starts_with(sealed, $2) order by batch, number limit $3`,
    change: `update filing_batch_report set sealed = $4
      where jurisdiction = $1 and batch || ' ' || number = $2 and batch = $5 and sealed = $3 returning 1`,
  },
] as const;

/** So many rows a transaction: the city works on meanwhile. */
const AT_ONCE = 200;

interface SealedRow extends Record<string, unknown> {
  key: string;
  owner: string;
  sealed: string;
}

/**
 * Seals everything anew by the first key of the key file, so that a former key can be taken out of it. May be stopped and begun
 * again, and run while people work. Returns how many rows were changed, by table.
 */
export async function sealAnew(
  database: ScopedDatabase,
  cipher: FieldCipher,
): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  for (const { table, about, some, change } of SEALED) {
    const find: Statement = { name: `sealed-by-former-key-${table}`, text: some };
    const write: Statement = { name: `seal-anew-${table}`, text: change };
    let changed: number;
    do {
      changed = await database.asSystem(async (tx, { jurisdiction }) => {
        const rows = await tx.query<SealedRow>(find, [jurisdiction, cipher.mark, AT_ONCE]);
        const answers = rows.map(({ key, owner, sealed }) => {
          const anew = cipher.seal(cipher.open(sealed, about(owner)), about(owner));
          return tx.query(write, [jurisdiction, key, sealed, anew, owner]);
        });
        return (await Promise.all(answers)).flat().length;
      });
      done[table] = (done[table] ?? 0) + changed;
    } while (changed > 0);
  }
  done['right_seal'] = await database.asSystem((tx, { jurisdiction }) => sealRightsAnew(tx, jurisdiction));
  return done;
}

const USAGE = `DATABASE_URL=… FIELD_KEY_FILE=… npm run seal-anew
Seals everything anew by the first key of the key file, while people work; may be stopped and begun again. When it says 0 for every
table, the old key can go from the file.`;

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  const config = readConfig(process.env);
  const source = await connect(config.databaseUrl, 1);
  try {
    const cipher = new FieldCipher(config);
    const done = await sealAnew(new ScopedDatabase(new Database(source, cipher), config), cipher);
    for (const [table, rows] of Object.entries(done)) console.log(`${table}: ${String(rows)} sealed anew.`);
  } finally {
    await source.destroy();
  }
}
