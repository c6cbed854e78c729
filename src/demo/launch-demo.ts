import { join, resolve } from 'node:path';
import { type Config, ConfigError, readConfig, type SignInConfig } from '../platform/config.js';
import { CannotStart } from '../platform/embedded-postgres/cannot-start.js';
import { HomeInUse } from '../platform/embedded-postgres/home-lock.js';
import { startPostgres } from '../platform/embedded-postgres/start-postgres.js';
import { ensureDemoData } from './demo-data.js';
import { loginsByPart } from './demo-logins.js';
import { type DemoPassword, demoPassword } from './demo-password.js';
import { startMailCatcher } from './mail-catcher.js';

/** What the demo runs. Given from outside, so that the tests of the launcher can run something smaller. */
export interface DemoParts {
  migrate(ownerUrl: string): Promise<unknown>;
  seedDemo(input: SeedInput): Promise<void>;
  startServer(config: Config): Promise<{ url: string; close(): Promise<void> }>;
}

export interface SeedInput {
  config: Config;
  /** For the migrations' user; subject to row-level security like everybody. */
  ownerUrl: string;
  /** Superuser in the maintenance database, to set the clock of the seeded past. */
  adminUrl: string;
  /** Of all demo accounts. */
  password: string;
  /** The moment that the past is played up to; without it, the moment it is. */
  today?: Date;
}

/** Somebody tries it out alone, as all of them at once and for as long as it takes. */
const TRYING_OUT: SignInConfig = {
  passwordProfile: 'nist',
  passwordScheme: 'argon2id',
  secondFactor: false,
  idleMinutes: 30,
  sessionHours: 24,
  sessionsAtOnce: 100,
  adminSessionsAtOnce: 100,
  unusedDays: 3_650,
  stepUpMinutes: 480,
};

type Say = (line: string) => void;

/** What was started and must be closed again, the last first: the server before the database it works on. */
type Started = { close(): Promise<void> }[];

/**
 * Starts the whole system on this machine and runs it until it is told to stop. Returns the exit code.
 * A signal that comes while it starts is obeyed after the stage at hand, never in the middle of one.
 */
export async function launchDemo(
  parts: DemoParts,
  environment: NodeJS.ProcessEnv,
  say: Say,
): Promise<number> {
  const told = toldToStop();
  const started: Started = [];
  try {
    await start(parts, environment, say, started, told);
    await told.promise;
    say('正在停止……');
    return 0;
  } catch (error) {
    say(sentenceFor(error));
    return 1;
  } finally {
    for (const part of started.reverse()) await part.close();
    if (started.length > 0) say('已停止，数据已保留。');
  }
}

async function start(
  parts: DemoParts,
  environment: NodeJS.ProcessEnv,
  say: Say,
  started: Started,
  told: ReturnType<typeof toldToStop>,
): Promise<void> {
  if (environment['NODE_ENV'] === 'production') {
    throw new ConfigError(
      '演示系统不能在生产环境（NODE_ENV=production）启动。正式部署见 docs/operations.md。',
    );
  }
  const home = resolve(environment['WENDAI_HOME'] ?? '.wendai');
  say('正在启动内嵌数据库（首次启动约需几秒）……');
  const postgres = await startPostgres({ home, durable: true });
  started.push({ close: () => postgres.stop() });
  if (told.already) return;

  const settings = readConfig({
    // The terminal is for the person who tries it out.
    LOG_LEVEL: 'warn',
    ...environment,
    HOST: '127.0.0.1',
    DATABASE_URL: postgres.appUrl,
  });
  const catcher = await startMailCatcher(join(home, 'mail'), settings.port === 0 ? 0 : settings.port + 1);
  started.push(catcher);
  const config: Config = {
    ...settings,
    signIn: TRYING_OUT,
    smtpUrl: catcher.smtpUrl,
    production: false,
    demo: true,
  };
  const secret = demoPassword(home, environment['DEMO_PASSWORD']);
  const { ownerUrl, adminUrl } = postgres;
  await ensureDemoData(postgres, parts.migrate, async () => {
    say('首次启动：正在生成演示数据……');
    await parts.seedDemo({ config, ownerUrl, adminUrl, password: secret.password });
  });
  if (told.already) return;

  const server = await parts.startServer(config);
  started.push(server);
  postgres.announce(server.url);
  for (const line of banner(server.url, catcher.mailboxUrl, home, secret)) say(line);
}

/** A terminal sends SIGINT to the whole process group and npm passes it on once more: being told twice changes nothing. */
function toldToStop(): { promise: Promise<void>; already: boolean } {
  const told = { promise: Promise.resolve(), already: false };
  told.promise = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        told.already = true;
        resolve();
      });
    }
  });
  return told;
}

function banner(
  url: string,
  mailboxUrl: string,
  home: string,
  { password, ignoredWish }: DemoPassword,
): string[] {
  return [
    '',
    `稳贷演示系统已启动：${url}`,
    `  接口文档：${url}/docs`,
    `  演示邮箱：${mailboxUrl}`,
    `  数据目录：${home}（fsync、synchronous_commit、full_page_writes 均开启，断电不丢数据）`,
    '',
    '演示账号（均为虚构）：',
    ...loginsByPart().map(({ who, logins }) => `  ${who}：${logins.join('  ')}`),
    `统一密码：${password}`,
    ...(ignoredWish ? ['  （DEMO_PASSWORD 只在首次启动时生效；如需更换，先运行 npm run demo:reset。）'] : []),
    '',
    '按 Ctrl-C 停止。',
  ];
}

function sentenceFor(error: unknown): string {
  if (error instanceof HomeInUse) {
    const { url, pid } = error.holder;
    return `演示系统已在运行${url === undefined ? '（正在启动）' : `：${url}`}（进程 ${String(pid)}），未作任何改动。如需另开一套，请设置 WENDAI_HOME 和 PORT。`;
  }
  if (error instanceof ConfigError || error instanceof CannotStart) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return '端口已被其他程序占用。请换一个端口再启动，例如：PORT=3100 npm run demo';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
