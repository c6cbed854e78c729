import { beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { expecting, person } from '../support/filings.js';

beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const NEW = {
  title: '泉州市提前报告工作规则',
  documentNumber: '泉政办规〔2026〕9号',
  clause: '第三条',
  validFrom: '2026-07-01',
};

async function bases(): Promise<Body> {
  return expecting(200, await anonymous().get('/policy-bases')).body;
}

describe('泉政办规〔2023〕1号: 有效期至2023年12月31日', () => {
  it('anybody is told that it has expired, and what is in force instead', async () => {
    const { items, inForce } = await bases();

    expect(items).toContainEqual(
      expect.objectContaining({
        documentNumber: '泉政办规〔2023〕1号',
        clause: '第（十）条',
        validFrom: '2023-01-18',
        validUntil: '2023-12-31',
        state: 'expired',
      }),
    );
    expect(inForce).toMatchObject({ label: '演示依据', state: 'inForce', validFrom: '2024-01-01' });
  });

  it.each([
    ['2023-01-17T12:00:00+08:00', undefined],
    ['2023-01-18T00:00:00+08:00', '泉政办规〔2023〕1号'],
    ['2023-12-31T23:59:59+08:00', '泉政办规〔2023〕1号'],
    ['2024-01-01T00:00:00+08:00', '演示〔2024〕1号'],
  ])('at %s the basis in force is %s', async (at, documentNumber) => {
    await setClock(at);

    expect((await bases()).inForce?.documentNumber).toBe(documentNumber);
    await setClock('2026-06-10T09:30:00+08:00');
  });
});

describe('a new basis', () => {
  it('is entered by the administrator, before its day or after', async () => {
    const client = await person('system.admin');

    const ahead = await client.post('/policy-bases', NEW);
    const back = await client.post('/policy-bases', {
      ...NEW,
      validFrom: '2026-06-01',
      validUntil: '2026-06-05',
    });

    expect([ahead.status, ahead.body.state]).toEqual([201, 'future']);
    expect([back.status, back.body.state]).toEqual([201, 'expired']);
    expect((await bases()).items).toEqual(expect.arrayContaining([ahead.body, back.body]));
  });

  it.each<[string, object, number]>([
    ['that ends before it begins', { validUntil: '2026-06-30' }, 422],
    ['without a number', { documentNumber: '' }, 400],
    ['of a day that does not exist', { validFrom: '2026-06-31' }, 400],
    ['with a field that nobody knows', { force: true }, 400],
  ])('%s is refused', async (_, change, status) => {
    const before = await bases();

    expect((await (await person('system.admin')).post('/policy-bases', { ...NEW, ...change })).status).toBe(
      status,
    );
    expect(await bases()).toEqual(before);
  });

  it.each(['finance.leader', 'jinli.admin', 'audit.admin'])('is not for %s to enter', async (login) => {
    expect((await (await person(login)).post('/policy-bases', NEW)).status).toBe(403);
  });
});
