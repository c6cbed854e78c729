import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HomeInUse, lockHome } from '../platform/embedded-postgres/home-lock.js';
import { stopOrphan } from '../platform/embedded-postgres/start-postgres.js';

/** Everything the demo keeps. Only these names are removed: WENDAI_HOME may be a folder that holds other things too. */
const KEPT_BY_DEMO = ['postgres', 'mail', 'attachments', 'demo-password', 'signing-key.pem'];

/** npm run demo:reset: the next start is a first start. */
async function reset(home: string): Promise<void> {
  const lock = lockHome(home);
  try {
    await stopOrphan(home);
    for (const name of KEPT_BY_DEMO) rmSync(join(home, name), { recursive: true, force: true });
  } finally {
    lock.release();
  }
  if (readdirSync(home).length === 0) rmdirSync(home);
}

try {
  await reset(resolve(process.env['WENDAI_HOME'] ?? '.wendai'));
  console.log('演示数据已清空。再次运行 npm run demo 即重新生成。');
} catch (error) {
  if (!(error instanceof HomeInUse)) throw error;
  const where = error.holder.url === undefined ? '' : `：${error.holder.url}`;
  console.error(
    `演示系统正在运行${where}（进程 ${String(error.holder.pid)}），未作任何改动。请先停止，再清空数据。`,
  );
  process.exitCode = 1;
}
