import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { closedLoop } from './callers.mjs';
import { keepAliveClient } from './http-client.mjs';
import { PASSWORD } from './password.mjs';

/** The built server as a process of its own, as `npm start` runs it. */
export async function wendaiServer({ config, home }) {
  const child = fork(join(import.meta.dirname, 'server-process.mjs'), [], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: config.databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'info',
      WENDAI_HOME: join(home, 'server'),
      WENDAI_WORKER_INTERVAL_MS: '600000',
      WENDAI_SECOND_FACTOR: 'off',
      WENDAI_RATE_LIMITS: 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ url }] = await once(child, 'message');
  return { url, child };
}

/** T2: session, rights, validation, guards, row-level security, log, receipts of keys: everything on. */
export async function overHttp({ admin, sample, nextFiling, postmasterPid }, { callers }, { url, child }) {
  const http = keepAliveClient(url, callers);
  const json = { 'content-type': 'application/json' };
  const session = await http.request(
    'POST',
    '/api/v1/session',
    json,
    JSON.stringify({ login: 'industry.reviewer', password: PASSWORD }),
  );
  const cookie = session.headers['set-cookie'][0].split(';')[0];
  const { rows } = await admin.query('select seq from process_case where id = $1', [sample.id]);
  const body = JSON.stringify({ type: 'OPINE', position: 'noObjection', text: '经营正常，无不同意见。' });
  const opine = async () =>
    http.request(
      'POST',
      `/api/v1/filings/${await nextFiling()}/events`,
      { ...json, cookie, 'idempotency-key': crypto.randomUUID(), 'if-match': `"${rows[0].seq}.0"` },
      body,
    );
  return {
    run: (seconds) => closedLoop(opine, { callers, seconds, postmasterPid, nodePid: child.pid }),
    close: async () => {
      http.close();
      child.kill();
    },
  };
}
