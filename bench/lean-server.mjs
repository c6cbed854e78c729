import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { closedLoop } from './callers.mjs';
import { keepAliveClient } from './http-client.mjs';

/** The limit of T2: the leanest server that does the same writes, `node:http` and one call of the database function. */
export async function leanServer({ postgres, postmasterPid }, { callers, pool }) {
  const child = fork(join(import.meta.dirname, 'lean-process.mjs'), [postgres.appUrl, String(pool)]);
  const [{ port }] = await once(child, 'message');
  const http = keepAliveClient(`http://127.0.0.1:${port}`, callers);
  return {
    run: (seconds) =>
      closedLoop(
        () =>
          http.request(
            'POST',
            '/',
            { 'content-type': 'application/json' },
            '{"type":"OPINE","position":"noObjection","text":"经营正常，无不同意见。"}',
          ),
        {
          callers,
          seconds,
          postmasterPid,
          nodePid: child.pid,
        },
      ),
    close: async () => {
      http.close();
      child.kill();
    },
  };
}
