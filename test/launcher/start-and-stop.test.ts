import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  endEverything,
  homeWithData,
  isAlive,
  newHome,
  postmasterOf,
  processesOf,
  removePreparedHome,
  startDemo,
  visit,
} from './demo-run.js';

jest.setTimeout(120_000);
afterEach(endEverything);
afterAll(removePreparedHome);

describe('npm run demo, from one start to the next', () => {
  it('prints address, logins, password and mailbox, and starts again in less than 10 s with its data', async () => {
    const home = newHome();
    const first = startDemo(home);
    expect(await visit(await first.serving())).toBe(2);
    const password = readFileSync(join(home, 'demo-password'), 'utf8').trim();
    expect(first.printed()).toContain(`统一密码：${password}`);
    expect(first.printed()).toContain('jinli.maker');
    expect(first.printed()).toMatch(/演示邮箱：http:\/\/127\.0\.0\.1:\d+\//);
    first.signalGroup('SIGINT');
    expect(await first.ended()).toBe(0);

    const before = performance.now();
    const second = startDemo(home);
    const url = await second.serving();
    const seconds = (performance.now() - before) / 1000;

    expect(seconds).toBeLessThan(10);
    expect(await visit(url)).toBe(3);
    expect(second.printed()).toContain(`统一密码：${password}`);
    expect(second.printed()).not.toContain('正在生成演示数据');
  });

  it('keeps its secrets from other users of the machine', async () => {
    const home = await homeWithData();
    await startDemo(home).serving();

    for (const name of ['demo-password', 'postgres/passwords.json', 'postgres/log', 'lock']) {
      expect([name, statSync(join(home, name)).mode & 0o077]).toEqual([name, 0]);
    }
    expect(statSync(join(home, 'postgres/data')).mode & 0o077).toBe(0);
  });

  it('takes the password of DEMO_PASSWORD at the first start, and says later why another wish is not met', async () => {
    const home = newHome();
    const first = startDemo(home, { env: { DEMO_PASSWORD: 'nine-dragon-gate' } });
    await first.serving();
    expect(first.printed()).toContain('统一密码：nine-dragon-gate');
    first.signalGroup('SIGTERM');
    await first.ended();

    const second = startDemo(home, { env: { DEMO_PASSWORD: 'another-wish' } });
    await second.serving();

    expect(second.printed()).toContain('统一密码：nine-dragon-gate');
    expect(second.printed()).toContain('DEMO_PASSWORD 只在首次启动时生效');
  });

  it('begins an interrupted seeding anew instead of showing half of it', async () => {
    const home = newHome();
    const first = startDemo(home, { env: { STUB_SEED_FAILS: 'yes' } });
    expect(await first.ended()).toBe(1);
    expect(first.printed()).toContain('the seed failed half way');

    const second = startDemo(home);

    expect(await visit(await second.serving())).toBe(2);
  });

  it('is refused in production, before it touches anything', async () => {
    const home = newHome();
    const refused = startDemo(home, { env: { NODE_ENV: 'production' } });

    expect(await refused.ended()).toBe(1);
    expect(refused.printed()).toContain('NODE_ENV=production');
    expect(existsSync(home)).toBe(false);
  });

  it('says in one sentence that its port is taken, and leaves no PostgreSQL behind', async () => {
    const home = await homeWithData();
    const neighbour = createServer();
    const port = await new Promise<number>((resolve) => {
      neighbour.listen(0, '127.0.0.1', () => resolve((neighbour.address() as { port: number }).port));
    });

    const refused = startDemo(home, { env: { PORT: String(port) } });

    expect(await refused.ended()).toBe(1);
    expect(refused.printed()).toContain('端口已被其他程序占用');
    expect(processesOf(home)).toEqual([]);
    neighbour.close();
  });
});

describe('Ctrl-C, which reaches the whole process group', () => {
  it('stops the server first and PostgreSQL after it, and leaves no process', async () => {
    const home = await homeWithData();
    const demo = startDemo(home);
    await demo.serving();
    const postmaster = postmasterOf(home);

    demo.signalGroup('SIGINT');
    await wait(150);
    // The server is still finishing its requests.
    expect(isAlive(postmaster)).toBe(true);
    demo.signalGroup('SIGINT');

    expect(await demo.ended()).toBe(0);
    expect(demo.printed()).toContain('stub: the server closed, the database still answered');
    expect(processesOf(home)).toEqual([]);
    expect(existsSync(join(home, 'postgres/data/postmaster.pid'))).toBe(false);
    expect(existsSync(join(home, 'lock'))).toBe(false);
    expect(readFileSync(join(home, 'postgres/log'), 'utf8')).toContain('received fast shutdown request');
  });

  it.each([50, 700, 2_500])('leaves no process either when it comes %i ms after the start', async (ms) => {
    const home = newHome();
    const demo = startDemo(home, { env: { STUB_SEED_SLOW: 'yes' } });
    await wait(ms);

    demo.signalGroup('SIGINT');
    await demo.ended();

    expect(processesOf(home)).toEqual([]);
    expect(existsSync(join(home, 'lock'))).toBe(false);
    expect(await visit(await startDemo(home).serving())).toBe(2);
  });
});
