import { v7 as uuid } from 'uuid';
import { sealAllRights } from './access/seal/seal-rights.js';
import { PasswordHashes } from './access/sign-in/password-hashes.js';
import { newInitialPassword } from './access/sign-in/passwords.js';
import { writeEntry } from './audit/write-entry.js';
import { seedJurisdiction } from './directory/jurisdiction-seed.js';
import { QUANZHOU } from './directory/quanzhou-counties.js';
import { type Config, ConfigError, readConfig } from './platform/config.js';
import { connect } from './platform/database.js';
import { timeOf } from './platform/database-time.js';
import { FieldCipher } from './platform/field-cipher.js';
import { Database, type Statement } from './platform/transaction.js';
import { ScopedDatabase } from './process/scoped-database.js';
import { toldUsage } from './told-usage.js';

const TAKEN: Statement = {
  name: 'is-set-up',
  text: 'select exists (select from person where jurisdiction = $1) as taken',
};
/** Two who set up at once: the second waits, and finds it done. */
const ALONE: Statement = {
  name: 'set-up-alone',
  text: `select pg_advisory_xact_lock(hashtext('set-up'), hashtext($1))`,
};
const OPERATOR: Statement = {
  name: 'set-up-operator',
  text: `with operator as (
      insert into organization (jurisdiction, id, key, kind) values ($1, $2, 'system', 'operator')
    )
    insert into organization_name (jurisdiction, organization, name, english_name, valid_from)
    values ($1, $2, '系统运行管理单位', 'System Operator', $3)`,
};
const ADMINISTRATOR: Statement = {
  name: 'set-up-administrator',
  text: `with administrator as (
      insert into person (jurisdiction, id, organization, login, name, password_hash, initial_until)
      values ($1, $3, $2, $4, $8, $5, wendai_now() + interval '24 hours')
    )
    insert into post (jurisdiction, id, organization, role, person, valid_from) values ($1, $6, $2, $4, $3, $7)`,
};

/**
 * Two, since a post is proposed by one person and executed by another: these two make everybody else's, the auditor's first. Their
 * logins are their roles.
 */
const FIRST_ADMINISTRATORS = [
  { role: 'security.admin', name: '安全管理员' },
  { role: 'system.admin', name: '系统管理员' },
] as const;

/** An account and its initial password. */
export interface FirstAccount {
  login: string;
  name: string;
  password: string;
}

export class AlreadySetUp extends Error {}

/**
 * npm run set-up, once for a database: reference data of the city and the first two administrators, whose passwords are told
 * here and kept nowhere. @throws {AlreadySetUp} when the database has accounts
 */
export async function setUp(config: Config): Promise<FirstAccount[]> {
  if (config.jurisdiction !== QUANZHOU) {
    throw new ConfigError(`There is reference data for ${QUANZHOU} only, not for ${config.jurisdiction}.`);
  }
  const accounts = FIRST_ADMINISTRATORS.map(({ role, name }) => {
    return { login: role, name, password: newInitialPassword() };
  });
  const scheme = new PasswordHashes(config);
  const hashes = await Promise.all(accounts.map(({ password }) => scheme.hash(password)));
  const source = await connect(config.databaseUrl, 1);
  try {
    await new ScopedDatabase(new Database(source, new FieldCipher(config)), config).asSystem(
      async (tx, { jurisdiction }) => {
        await tx.query(ALONE, [jurisdiction]);
        const [state] = await tx.query<{ taken: boolean }>(TAKEN, [jurisdiction]);
        if (state?.taken !== false) throw new AlreadySetUp();
        const { today } = await timeOf(tx);
        const operator = uuid();
        seedJurisdiction(tx, jurisdiction, { policy: uuid(), basis: uuid() });
        tx.send(OPERATOR, [jurisdiction, operator, today]);
        const administrators = accounts.map(({ login, name }, index) => {
          const person = uuid();
          tx.send(ADMINISTRATOR, [
            ...[jurisdiction, operator, person, login, hashes[index], uuid(), today, name],
          ]);
          return person;
        });
        await sealAllRights(tx, jurisdiction);
        await writeEntry(tx, {
          kind: 'configuration',
          type: 'SET_UP',
          jurisdiction,
          actor: { kind: 'system' },
          values: { administrators },
        });
      },
    );
  } finally {
    await source.destroy();
  }
  return accounts;
}

const USAGE = `DATABASE_URL=… npm run set-up
Once for a database: reference data of the city and the accounts of its first two administrators, whose passwords are told once.`;

if (process.argv[1] === import.meta.filename && !toldUsage(USAGE)) {
  try {
    const accounts = await setUp(readConfig(process.env));
    console.log('初始化完成。以下两个账号由两人分别保管，24 小时内登录并设置新密码；密码只显示这一次。');
    for (const { login, name, password } of accounts) {
      console.log(`${name}　登录名：${login}　初始密码：${password}`);
    }
  } catch (error) {
    if (error instanceof AlreadySetUp) console.error('该数据库已完成初始化，未作任何改动。');
    else console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  }
}
