import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  endEverything,
  homeWithData,
  isAlive,
  newHome,
  postmasterOf,
  removePreparedHome,
  resetDemo,
  startDemo,
  visit,
} from './demo-run.js';

jest.setTimeout(120_000);
afterEach(endEverything);
afterAll(removePreparedHome);

describe('after kill -9', () => {
  it('replaces the PostgreSQL that outlived its launcher, and has all the data', async () => {
    const home = await homeWithData();
    const killed = startDemo(home);
    await visit(await killed.serving());
    const orphan = postmasterOf(home);
    killed.signalGroup('SIGKILL');
    await killed.ended();
    expect(isAlive(orphan)).toBe(true);

    const next = startDemo(home);

    expect(await visit(await next.serving())).toBe(3);
    expect(isAlive(orphan)).toBe(false);
    expect(postmasterOf(home)).not.toBe(orphan);
  });

  it('recovers when PostgreSQL was killed as well', async () => {
    const home = await homeWithData();
    const killed = startDemo(home);
    await visit(await killed.serving());
    killed.signal('SIGKILL');
    process.kill(postmasterOf(home), 'SIGKILL');
    await killed.ended();

    expect(await visit(await startDemo(home).serving())).toBe(3);
  });

  it('takes no stranger for its own who was given an old number: this test lives on', async () => {
    const home = await homeWithData();
    const data = join(home, 'postgres/data');
    writeFileSync(join(data, 'postmaster.pid'), [process.pid, data, '1700000000', '5432', ''].join('\n'));
    writeFileSync(join(home, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'another boot/1' }));

    expect(await visit(await startDemo(home).serving())).toBe(2);
  });

  it('leaves a PostgreSQL alone whose start is not the one in the pid file', async () => {
    const home = await homeWithData();
    const killed = startDemo(home);
    await killed.serving();
    killed.signal('SIGKILL');
    await killed.ended();
    const orphan = postmasterOf(home);
    const file = join(home, 'postgres/data/postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.with(2, String(Number(lines[2]) - 86_400)).join('\n'));

    const next = startDemo(home);

    expect(await next.ended()).toBe(1);
    expect(next.printed()).toContain(`Process ${String(orphan)} works in`);
    expect(isAlive(orphan)).toBe(true);
  });
});

describe('a second start beside a live one', () => {
  it('says in one sentence where the first one is, and leaves it alone', async () => {
    const home = await homeWithData();
    const first = startDemo(home);
    const url = await first.serving();
    const postmaster = postmasterOf(home);

    const second = startDemo(home);

    expect(await second.ended()).toBe(1);
    expect(second.printed()).toContain(
      `演示系统已在运行：${url}（进程 ${String(first.pid)}），未作任何改动。`,
    );
    expect(postmasterOf(home)).toBe(postmaster);
    expect(await visit(url)).toBe(2);
  });

  it('says so too while the first one is still starting', async () => {
    const home = newHome();
    const first = startDemo(home, { env: { STUB_SEED_SLOW: 'yes' } });
    while (!existsSync(join(home, 'lock'))) await wait(10);

    const second = startDemo(home);

    expect(await second.ended()).toBe(1);
    expect(second.printed()).toContain('演示系统已在运行（正在启动）');
    expect(await visit(await first.serving())).toBe(2);
  });
});

describe('npm run demo:reset', () => {
  it('is refused while the demo runs', async () => {
    const home = await homeWithData();
    const demo = startDemo(home);
    const url = await demo.serving();

    const reset = resetDemo(home);

    expect(await reset.ended()).toBe(1);
    expect(reset.printed()).toContain(`演示系统正在运行：${url}`);
    expect(await visit(url)).toBe(2);
  });

  it('makes the next start a first start, and removes nothing that is not its own', async () => {
    const home = await homeWithData();
    const demo = startDemo(home);
    await visit(await demo.serving());
    demo.signal('SIGKILL');
    await demo.ended();
    const orphan = postmasterOf(home);
    writeFileSync(join(home, 'letter.txt'), 'mine');

    const reset = resetDemo(home);

    expect(await reset.ended()).toBe(0);
    expect(isAlive(orphan)).toBe(false);
    expect(readFileSync(join(home, 'letter.txt'), 'utf8')).toBe('mine');
    const next = startDemo(home);
    expect(await visit(await next.serving())).toBe(2);
    expect(next.printed()).toContain('正在生成演示数据');
  });
});
