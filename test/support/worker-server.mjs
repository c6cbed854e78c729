import { fork } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const START_TIMEOUT_MS = 30_000;
const READY_TIMEOUT_MS = 10_000;
const LOG_TAIL_LINES = 30;

/** One server for all files of a worker: this module is loaded once in each. */
let running;

export async function serverOfWorker(database, settings) {
  if (running === undefined || running.exitCode() !== undefined)
    running = await startServer(database, settings);
  return running;
}

async function startServer({ appUrl }, settings) {
  const home = join(process.env.TEST_HOME, `worker-${process.env.JEST_WORKER_ID}`);
  mkdirSync(home, { recursive: true });
  // What the template holds sealed and signed was sealed and signed by these keys, where its filling made some.
  for (const name of ['field-keys', 'signing-key.pem']) {
    const key = join(process.env.TEST_HOME, name);
    if (existsSync(key)) copyFileSync(key, join(home, name));
  }
  const log = join(home, 'server.log');
  const smtpPort = await freePort();
  const child = fork(join(import.meta.dirname, 'server-process.mjs'), [], {
    env: {
      PATH: process.env.PATH,
      // Neither the time zone of the process nor that of the database is the city's: nothing may lean on them.
      TZ: 'America/New_York',
      NODE_ENV: 'test',
      WENDAI_HOME: home,
      WENDAI_WORKER_INTERVAL_MS: '100',
      // Each file's database is new, so each connection plans each statement anew, which is dearer than running it
      // (three files took 46 s of processor time with eight connections, 28 s with four).
      WENDAI_POOL_SIZE: '4',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: appUrl,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      PUBLIC_URL: 'http://console.test',
      LOG_LEVEL: 'info',
      // Most tests are about what people do once they are in; test/access/sign-in runs a server as a city has it.
      WENDAI_SECOND_FACTOR: 'off',
      WENDAI_PASSWORD_PROFILE: 'nist',
      WENDAI_IDLE_MINUTES: '30',
      WENDAI_SESSIONS_AT_ONCE: '100',
      WENDAI_ADMIN_SESSIONS_AT_ONCE: '100',
      WENDAI_UNUSED_DAYS: '3650',
      WENDAI_RATE_LIMITS: 'off',
      // Where the tests' own receivers stand. 127.0.0.1 stays as forbidden as it is in a city.
      WENDAI_WEBHOOK_NETWORKS: '127.0.0.2/32',
      ...settings,
    },
    stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a'), 'ipc'],
  });
  let exitCode;
  child.once('exit', (code, signal) => (exitCode = code ?? signal));
  const died = () =>
    new Error(`The server ended (${exitCode}). The end of its log:\n${tail(readFileSync(log, 'utf8'))}`);
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The server did not start:\n${tail(readFileSync(log, 'utf8'))}`)),
      START_TIMEOUT_MS,
    );
    child.once('exit', () => {
      clearTimeout(timer);
      reject(died());
    });
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve(message.url);
    });
  });
  // The worker may end while the server runs; the closed channel then ends the server.
  child.unref();
  child.channel.unref();
  return {
    url,
    smtpPort,
    log,
    exitCode: () => exitCode,
    /** A test that brings the server down has failed, whatever it says itself. */
    mustLive: async () => {
      const answer = await fetch(`${url}/healthz`).catch((error) => error);
      if (!answer.ok) throw died();
    },
    /** The pool has found its way to the new database. */
    ready: async () => {
      const deadline = Date.now() + READY_TIMEOUT_MS;
      for (;;) {
        if (exitCode !== undefined) throw died();
        const answer = await fetch(`${url}/readyz`).catch((error) => error);
        if (answer.ok) return;
        if (Date.now() > deadline) throw new Error(`/readyz: ${answer.status ?? answer}`);
        await wait(20);
      }
    },
  };
}

function tail(text) {
  return text.split('\n').slice(-LOG_TAIL_LINES).join('\n');
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
