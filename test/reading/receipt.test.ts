import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { act, aDraftToCheck, aFiledReport, change, type Filing, person } from '../support/filings.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

async function receiptOf({ path }: Filing, login: string, question = ''): Promise<Answer> {
  return (await person(login)).get(`${path}/receipt${question}`);
}

describe('the receipt, asked for again', () => {
  it('is the one that FILE gave, to the byte, for everybody who sees the case', async () => {
    const filing = await aDraftToCheck();
    const { receipt } = await act(filing, 'jinli.checker', 'FILE');
    await setClock('2026-06-12T16:00:00+08:00');

    for (const login of ['jinli.maker', 'finance.reviewer', 'regulator.observer']) {
      expect(JSON.stringify((await receiptOf(filing, login)).body)).toBe(JSON.stringify(receipt));
    }
    expect(JSON.stringify((await receiptOf(filing, 'jinli.maker', '?revision=1')).body)).toBe(
      JSON.stringify(receipt),
    );
  });

  it('of a material amendment stands beside the first', async () => {
    const filing = await aFiledReport();
    const first = (await receiptOf(filing, 'jinli.maker')).body;
    await setClock('2026-06-15T10:00:00+08:00');
    await change(filing, {
      amount: '900000.00',
      before: { limit: '900000.00', balance: '900000.00' },
      loans: [{ contractNo: '流借字2025-001号', amount: '900000.00' }],
    });
    const { receipt } = await act(filing, 'jinli.checker', 'AMEND');

    expect((await receiptOf(filing, 'jinli.maker')).body).toEqual(receipt);
    expect((await receiptOf(filing, 'jinli.maker', '?revision=2')).body).toEqual(receipt);
    expect((await receiptOf(filing, 'jinli.maker', '?revision=1')).body).toEqual(first);
    expect(receipt).toMatchObject({ revision: 2, receivedOn: '2026-06-15', number: first.number });
  });

  it('is none for a draft, for a slight amendment, for a revision that was never sent', async () => {
    const draft = await aDraftToCheck();
    const amended = await aFiledReport();
    await change(amended, { branch: '安海支行' });
    await act(amended, 'jinli.checker', 'AMEND');

    for (const answer of [
      await receiptOf(draft, 'jinli.maker'),
      await receiptOf(amended, 'jinli.maker', '?revision=2'),
      await receiptOf(amended, 'jinli.maker', '?revision=7'),
    ]) {
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'not-found', detail: expect.stringMatching(/。$/) },
      });
    }
    expect((await receiptOf(amended, 'jinli.maker')).body).toMatchObject({ revision: 1 });
  });

  it.each(['?revision=0', '?revision=x', '?version=1'])('refuses %s', async (question) => {
    const filing = await aFiledReport();

    expect(await receiptOf(filing, 'jinli.maker', question)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });
});
