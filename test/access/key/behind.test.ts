import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { aDraftToCheck, aReport, expecting, type Filing, person, seenBy } from '../../support/filings.js';
import { everyCaseReplays } from '../../support/replay.js';
import { aKey, BankSystem, CHEN, WU } from './bank-system.js';

let _preparing: BankSystem;
let _sending: BankSystem;

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('onBehalfOf: whatever a system writes, it names who is behind it', () => {
  it.each([
    [null, '/onBehalfOf'],
    ['10237', '/onBehalfOf'],
    [{ staffNo: '10237' }, '/onBehalfOf/name'],
    [{ staffNo: 'a-10237', name: '陈志远' }, '/onBehalfOf/staffNo'],
    [{ staffNo: '', name: '陈志远' }, '/onBehalfOf/staffNo'],
    [{ ...CHEN, role: 'bank.checker' }, '/onBehalfOf/role'],
  ])('%j will not do', async (behind, pointer) => {
    const filing = await aDraftToCheck();
    const { secret } = await aKey('jinli', 'send');

    const refused = await new BankSystem(secret, behind).send(filing.path, 'FILE');

    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ pointer }] },
    });
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'checking' });
  });

  it('nor does a draft without one', async () => {
    const nobody = new BankSystem((await aKey('jinli', 'prepare')).secret, null);

    expect((await nobody.post('/filings', aReport())).status).toBe(400);
  });

  it('a person names none: it is the one who has signed in', async () => {
    const filing = await aDraftToCheck();
    const checker = await person('jinli.checker');
    await checker.get(filing.path);

    expect((await checker.send(filing.path, 'FILE', { onBehalfOf: CHEN })).status).toBe(400);
  });

  it('a repeated request gets its first answer, by a rotated secret too; for another person it is another request', async () => {
    const filing = await aDraftToCheck();
    const key = await aKey('jinli', 'send');
    const system = new BankSystem(key.secret, WU);
    const idempotencyKey = randomUUID();
    const first = expecting(200, await system.send(filing.path, 'FILE', {}, idempotencyKey));
    const rotated = await (await person('jinli.admin')).post(`/api-keys/${key.id}/rotate`, {
      overlapHours: 1,
    });
    const seen = first.body.filing.version;

    // With the tag of the first attempt, as a system repeats it that has heard nothing.
    const again = await repeat(rotated.body.secret, filing, { idempotencyKey, behind: WU });
    const forAnother = await repeat(rotated.body.secret, filing, { idempotencyKey, behind: CHEN });

    expect([again.status, again.body.entry]).toEqual([200, first.body.entry]);
    expect(again.body.filing.version).toBe(seen);
    expect(forAnother).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });
});

async function repeat(
  secret: string,
  { path }: Filing,
  { idempotencyKey, behind }: { idempotencyKey: string; behind: Body },
) {
  return new BankSystem(secret, behind).post(
    `${path}/events`,
    { type: 'FILE' },
    { idempotencyKey, ifMatch: '"2.0"' },
  );
}
