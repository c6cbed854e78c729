import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { v7 as uuid } from 'uuid';
import { PASSWORD } from '../support/client.js';
import { aReport } from '../support/filings.js';
import { world } from '../support/world.js';
import { City, type Node } from './city.js';
import { eventually } from './eventually.js';

/** Of the fault; `FAULT_MAILS=50` for the figures of docs/performance.md. */
const MAILS = Number(process.env['FAULT_MAILS'] ?? 6);
const TIMEOUT_MS = 60_000;
jest.setTimeout(2 * TIMEOUT_MS);

let city: City;
let closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  city = await City.found();
});

afterEach(async () => {
  await city.clear();
  for (const close of closers) await close();
  closers = [];
});

afterAll(async () => {
  await city.raze();
});

interface MailRow {
  status: string;
  attempts: number;
  messageId: string;
  lastError: string | null;
}

function mails(): Promise<MailRow[]> {
  return city.query<MailRow>(
    `select status, attempts, message_id as "messageId", last_error as "lastError" from mail order by id`,
  );
}

function untilSent(count: number): Promise<MailRow[]> {
  return eventually(async () => {
    const sent = (await mails()).filter(({ status }) => status === 'sent');
    return sent.length === count ? sent : undefined;
  }, TIMEOUT_MS);
}

/** A mail server that holds each mail for a while before it says 250, or what else it is told to, and counts. */
async function holdingServer(hold: (transmission: number) => Promise<Error | null>): Promise<Wire> {
  const wire: Wire = { arrived: [], together: 0 };
  const inHand = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on('end', () => {
        const id = /^Message-ID: (<.+>)\r$/m.exec(raw)?.[1] ?? 'none';
        wire.arrived.push(id);
        inHand.set(id, (inHand.get(id) ?? 0) + 1);
        wire.together = Math.max(wire.together, inHand.get(id) ?? 0);
        void hold(wire.arrived.length).then((refusal) => {
          inHand.set(id, (inHand.get(id) ?? 1) - 1);
          done(refusal);
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(world().smtpPort, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return wire;
}

interface Wire {
  /** Message-IDs in the order of arrival. */
  arrived: string[];
  /** How often one and the same mail was in transmission at once, at most. */
  together: number;
}

/** Takes connections and never says a word. */
async function muteServer(): Promise<Set<Socket>> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(world().smtpPort, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return sockets;
}

describe('two nodes', () => {
  it('send each mail once, never the same one at the same time', async () => {
    const wire = await holdingServer(() => wait(100, null));
    const events = 40;
    for (let count = 0; count < events; count++) await city.tell('cleared');

    await Promise.all([city.startNode(), city.startNode()]);
    const sent = await untilSent(events);

    expect(wire.together).toBe(1);
    expect(wire.arrived.toSorted()).toEqual(sent.map(({ messageId }) => messageId).toSorted());
    for (const { attempts } of sent) expect(attempts).toBe(1);
  });

  it('pass by a mail that another holds, and send the next', async () => {
    const wire = await holdingServer(() => Promise.resolve(null));
    const maker = await city.startNode({ SMTP_URL: 'smtp://127.0.0.1:1' });
    for (let count = 0; count < 2; count++) await city.tell('cleared');
    await eventually(async () => ((await mails()).length === 2 ? true : undefined), TIMEOUT_MS);
    await maker.stop();
    const holder = await city.connect();
    await holder.query('begin; select from mail order by id limit 1 for update');

    await city.passTime('10 minutes');
    await city.startNode();
    const sent = await untilSent(1);
    await holder.end();
    await untilSent(2);

    const [first, second] = await mails();
    expect(sent).toMatchObject([{ messageId: second?.messageId }]);
    expect(wire.arrived).toEqual([second?.messageId, first?.messageId]);
  });

  it('take over from each other, and what the slow one says afterwards is too late to count', async () => {
    const [refused, taken] = [promise<Error | null>(), promise<Error | null>()];
    const wire = await holdingServer((transmission) => (transmission === 1 ? refused : taken).kept);
    const paused = await city.startNode();
    await city.tell('cleared');
    await eventually(async () => (wire.arrived.length === 1 ? true : undefined), TIMEOUT_MS);
    paused.process.kill('SIGSTOP');

    await city.startNode();
    await wait(300);
    expect(wire.arrived).toHaveLength(1);
    await city.passTime('10 minutes');
    await eventually(async () => (wire.arrived.length === 2 ? true : undefined), TIMEOUT_MS);
    refused.keep(Object.assign(new Error('No such user'), { responseCode: 550 }));
    paused.process.kill('SIGCONT');
    await wait(1_000);
    taken.keep(null);
    const [sent] = await untilSent(1);

    expect(sent).toMatchObject({ attempts: 2 });
    expect(wire.arrived).toEqual([sent?.messageId, sent?.messageId]);
  });
});

describe('a node that is killed between the 250 of the server and its own mark', () => {
  it('leaves a mail that is sent again, with the Message-ID that it had', async () => {
    const answer = promise<Error | null>();
    const wire = await holdingServer(() => answer.kept);
    const node = await city.startNode();
    await city.tell('cleared');
    await eventually(async () => (wire.arrived.length === 1 ? true : undefined), TIMEOUT_MS);
    // The node is to know of the 250 and not to be able to say so: somebody holds the row.
    const holder = await city.connect();
    await holder.query('begin; select from mail for update');
    answer.keep(null);
    await eventually(async () => {
      const [waiting] = await city.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%update mail set status = ''sent''%'
          and datname = current_database()`,
      );
      return waiting;
    }, TIMEOUT_MS);

    await node.kill();
    await holder.end();
    const [left] = await mails();
    await city.startNode();
    await city.passTime('10 minutes');
    const [sent] = await untilSent(1);

    expect(left).toMatchObject({ status: 'queued', attempts: 1 });
    expect(wire.arrived).toEqual([left?.messageId, left?.messageId]);
    expect(sent).toEqual({ ...left, status: 'sent', attempts: 2 });
  });
});

describe('a mail server that never says a word', () => {
  it('keeps no transition waiting: one goes through while every sender hangs, on two connections in all', async () => {
    await city.setClock('2026-06-10T09:30:00+08:00');
    const node = await city.startNode({ WENDAI_POOL_SIZE: '2' });
    const sockets = await muteServer();
    for (let count = 0; count < 5; count++) await city.tell('cleared');
    await eventually(async () => (sockets.size === 5 ? true : undefined), TIMEOUT_MS);

    const maker = await signIn(node, 'jinli.maker');
    const draft = await call(node, '/filings', { ...maker, ...key() }, aReport());
    const { id } = (await draft.json()) as { id: string };
    const etag = draft.headers.get('etag') ?? '';
    const sent = await call(
      node,
      `/filings/${id}/events`,
      { ...maker, ...key(), 'if-match': etag },
      { type: 'SEND_TO_CHECK' },
    );

    expect([draft.status, sent.status]).toEqual([201, 200]);
    expect([...sockets].filter(({ readableEnded, destroyed }) => readableEnded || destroyed)).toEqual([]);
    const [told] = await city.query('select from notice where case_id = $1', [id]);
    expect(told).toBeDefined();
  });

  it('loses no mail: each comes later, once, with the Message-ID it had', async () => {
    const impatient = `smtp://127.0.0.1:${String(world().smtpPort)}?greetingTimeout=300`;
    const node = await city.startNode({ SMTP_URL: impatient });
    const sockets = await muteServer();
    for (let count = 0; count < MAILS; count++) await city.tell('cleared');
    const failed = await eventually(async () => {
      const tried = await mails();
      return tried.length === MAILS && tried.every(({ lastError }) => lastError !== null) ? tried : undefined;
    }, TIMEOUT_MS);

    await node.stop();
    await closers.pop()?.();
    const wire = await holdingServer(() => Promise.resolve(null));
    await city.passTime('2 hours');
    await city.startNode();
    const sent = await untilSent(MAILS);

    expect(sockets.size).toBeGreaterThanOrEqual(MAILS);
    for (const { status, lastError } of failed)
      expect(`${status} ${String(lastError)}`).toMatch(/^queued .*greeting/i);
    expect(wire.arrived.toSorted()).toEqual(failed.map(({ messageId }) => messageId).toSorted());
    expect(sent.map(({ messageId }) => messageId)).toEqual(failed.map(({ messageId }) => messageId));
  });

  it('holds no node back that is told to stop; what it had in hand is due at once', async () => {
    const patient = `smtp://127.0.0.1:${String(world().smtpPort)}?greetingTimeout=600000`;
    const node = await city.startNode({ SMTP_URL: patient });
    const sockets = await muteServer();
    await city.tell('cleared');
    await eventually(async () => (sockets.size === 1 ? true : undefined), TIMEOUT_MS);
    const before = performance.now();

    const code = await node.stop();

    // Two seconds of grace; the longest that an attempt may take is sixty.
    expect(performance.now() - before).toBeLessThan(30_000);
    expect(code).toBe(0);
    expect(
      await city.query('select attempts from mail where status = $1 and next_attempt_at <= wendai_now()', [
        'queued',
      ]),
    ).toEqual([{ attempts: 1 }]);
  });
});

function promise<Value>(): { kept: Promise<Value>; keep(value: Value): void } {
  let keep: (value: Value) => void = () => undefined;
  const kept = new Promise<Value>((resolve) => {
    keep = resolve;
  });
  return { kept, keep };
}

async function signIn(node: Node, login: string): Promise<Record<string, string>> {
  const answer = await call(node, '/session', {}, { login, password: PASSWORD });
  return { cookie: answer.headers.getSetCookie().join('; ') };
}

function key(): Record<string, string> {
  return { 'idempotency-key': uuid() };
}

function call(node: Node, path: string, headers: Record<string, string>, body: object): Promise<Response> {
  return fetch(`${node.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
