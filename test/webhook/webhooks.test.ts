import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Body, Client } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aDraft, aFiledReport, expecting, person } from '../support/filings.js';
import { type Got, Receiver } from './receiver.js';

const NOW = '2026-06-10T09:30:00+08:00';

jest.setTimeout(60_000);
let admin: Client;
let system: Receiver;
let webhook: Body;
beforeAll(async () => {
  await setClock(NOW);
  admin = await person('jinli.admin');
});
beforeEach(async () => {
  await setClock(NOW);
  system = await Receiver.open();
  webhook = expecting(201, await admin.post('/webhooks', { url: system.url, note: '信贷系统' })).body;
});
afterEach(async () => {
  expecting(204, await admin.delete(`/webhooks/${webhook.id}`));
  system.close();
});

/** What the receiver's own library makes of it; throws when a signature does not hold. The library reads the machine's clock. */
function verified({ headers, body }: Got, secret: string): Body {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>) as Body;
  } finally {
    clock.mockRestore();
  }
}

async function deliveries(): Promise<Body[]> {
  return expecting(200, await admin.get(`/webhooks/${webhook.id}/deliveries?limit=100`)).body.items;
}

/** Until the worker has come to a result. */
async function settled(): Promise<Body[]> {
  for (;;) {
    const all = await deliveries();
    if (all.length > 0 && all.every(({ status, lastError }) => status !== 'queued' || lastError !== null))
      return all;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function aPing(): Promise<Body> {
  return expecting(201, await admin.post(`/webhooks/${webhook.id}/test`)).body;
}

describe('Standard Webhooks: a bank’s system is told of the bank’s own cases', () => {
  it('that something changed and where to read it, signed; not what, and nothing of another bank', async () => {
    const foreign = await aFiledReport({ bank: 'citong' });
    const filing = await aFiledReport();

    const got = await system.messages(3);
    const said = got.map((each) => verified(each, webhook.secret));

    expect(said.map(({ type }) => type)).toEqual(['filing.OPENED', 'filing.SEND_TO_CHECK', 'filing.FILE']);
    expect(said.map(({ data }) => data.case)).toEqual([filing.id, filing.id, filing.id]);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    const texts = got.map(({ body }) => body).join('\n');
    expect(texts).not.toContain(foreign.id);
    expect(texts).not.toMatch(/晋江|700000|creditCode/);
    const [entry] = (await (await person('jinli.maker')).get(`/events?limit=100`)).body.items.slice(-1);
    expect(said.at(-1)?.data).toEqual(entry);
  });

  it('in words that nobody can change or make up', async () => {
    await aPing();
    const [got] = await system.messages(1);
    if (got === undefined) throw new Error('Nothing came.');

    expect(verified(got, webhook.secret)).toMatchObject({ type: 'wendai.ping', data: {} });
    expect(() => verified({ ...got, body: `${got.body} ` }, webhook.secret)).toThrow();
    expect(() => verified(got, `whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
  });

  it('under the former secret too, for a day after it was changed', async () => {
    const former = webhook.secret;
    const changed = expecting(201, await admin.post(`/webhooks/${webhook.id}/rotate`)).body;
    await aPing();
    const [got] = await system.messages(1);
    if (got === undefined) throw new Error('Nothing came.');

    expect([verified(got, former).type, verified(got, changed.secret).type]).toEqual([
      'wendai.ping',
      'wendai.ping',
    ]);
    await setClock('2026-06-11T09:31:00+08:00');
    await aPing();
    const [, later] = await system.messages(2);
    expect(later?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
  });

  it('nothing of the secrets lies open in the database', async () => {
    const [row] = await query<{ text: string }>(
      'admin',
      "select string_agg(w::text, ' ') as text from webhook w",
    );

    expect(row?.text).toContain(system.url);
    expect(row?.text).not.toContain(webhook.secret.replace('whsec_', ''));
    expect(row?.text).not.toContain('whsec_');
  });
});

describe('a message that does not arrive', () => {
  it('is sent again under its own id, until it arrives', async () => {
    system.status = 503;
    await aPing();
    const [failed] = await settled();
    expect(failed).toMatchObject({ status: 'queued', attempts: 1, lastStatus: 503, lastError: 'http-503' });

    system.status = 200;
    await setClock('2026-06-10T09:30:31+08:00');
    const [first, second] = await system.messages(2);

    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    await expect(settledAs('sent')).resolves.toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  it('stops an address that says 410; what was meant for it waits, and is sent again by hand', async () => {
    system.status = 410;
    await aDraft();
    await aFiledReport();
    const [last] = await settledAs('dead', 1);
    const listed = expecting(200, await admin.get('/webhooks')).body.items.find(
      ({ id }: Body) => id === webhook.id,
    );
    expect(listed).toMatchObject({ pausedWhy: 'gone' });
    const [told] = expecting(200, await admin.get('/inbox?limit=1')).body.items;
    expect(told).toMatchObject({ template: 'webhookPaused', title: '推送地址已暂停', case: null });

    system.status = 200;
    system.got.length = 0;
    expecting(200, await admin.post(`/webhooks/${webhook.id}/resume`));
    const again = expecting(
      200,
      await admin.post(`/webhooks/${webhook.id}/deliveries/${last?.id}/replay`),
    ).body;
    const got = await system.messages(1);

    expect(again).toMatchObject({ status: 'queued', messageId: `msg_${last?.id}` });
    expect(got.map(({ headers }) => headers['webhook-id'])).toContain(`msg_${last?.id}`);
  });

  it('is not carried on to where a redirect leads', async () => {
    const elsewhere = await Receiver.open('127.0.0.1');
    system.status = 307;
    system.headers = { location: elsewhere.url };
    await aPing();

    const [failed] = await settled();

    expect(failed).toMatchObject({ lastStatus: 307, lastError: 'http-307' });
    expect(elsewhere.got).toEqual([]);
    elsewhere.close();
  });

  it('goes nowhere when the name stands for a private address', async () => {
    const secret = await Receiver.open('127.0.0.1');
    const url = secret.url.replace('http://127.0.0.1', 'https://localhost');
    const hidden = expecting(201, await admin.post('/webhooks', { url })).body;

    expecting(201, await admin.post(`/webhooks/${hidden.id}/test`));
    let sent: Body;
    do {
      [sent] = (await admin.get(`/webhooks/${hidden.id}/deliveries`)).body.items;
    } while (sent.lastError === null);

    expect(sent).toMatchObject({ status: 'queued', lastError: 'address-not-allowed', lastStatus: null });
    expect(secret.got).toEqual([]);
    expecting(204, await admin.delete(`/webhooks/${hidden.id}`));
    secret.close();
  });
});

async function settledAs(status: string, least = 1): Promise<Body[]> {
  for (;;) {
    const found = (await deliveries()).filter((each) => each.status === status);
    if (found.length >= least) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('an address is its bank’s', () => {
  it('another bank’s administrator finds none, and changes none', async () => {
    const other = await person('citong.admin');

    const answers = await Promise.all([
      other.get(`/webhooks/${webhook.id}/deliveries`),
      other.post(`/webhooks/${webhook.id}/rotate`),
      other.post(`/webhooks/${webhook.id}/pause`),
      other.post(`/webhooks/${webhook.id}/test`),
      other.delete(`/webhooks/${webhook.id}`, { ifMatch: null }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await other.get('/webhooks')).body.items).toEqual([]);
    expect((await admin.get('/webhooks')).body.items).toMatchObject([{ url: system.url, pausedAt: null }]);
  });

  it('is not entered twice, nor more than ten', async () => {
    const twice = await admin.post('/webhooks', { url: system.url });
    expect([twice.status, twice.body.code]).toEqual([409, 'already-exists']);
    const urls = Array.from({ length: 10 }, (_, index) => `https://hooks.example/${String(index)}`);

    const answers = await Promise.all(urls.map((url) => admin.post('/webhooks', { url })));

    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(201), 422]);
    const added = answers.flatMap(({ body }) => (body.id === undefined ? [] : [body.id as string]));
    await Promise.all(added.map((id) => admin.delete(`/webhooks/${id}`)));
  });

  it('each change is on record, without the secret', async () => {
    const entries = await query<{ type: string; values: string }>(
      'admin',
      `select e.type, v."values" from log_entry e join log_value v on v.entry_id = e.id
        where e.type like '%_WEBHOOK' order by e.position`,
    );

    expect(new Set(entries.map(({ type }) => type))).toEqual(
      new Set(['ADD_WEBHOOK', 'REMOVE_WEBHOOK', 'ROTATE_WEBHOOK', 'RESUME_WEBHOOK']),
    );
    expect(entries.map(({ values }) => values).join('\n')).not.toContain('whsec_');
  });
});
