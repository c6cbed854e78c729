import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { act, aSigningCommittee, beside, type Committee, idOf, seen, sign } from '../support/committees.js';
import { query } from '../support/database.js';
import { aFiledReport, person } from '../support/filings.js';

jest.setTimeout(60_000);
const TODAY = '2026-06-10';
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(releaseClock);

/** A committee of three whose agreement shares this; a fourth bank lends too and is no member. */
async function aCommitteeSharing(disclosure: object): Promise<Committee> {
  const committee = await aSigningCommittee(TODAY);
  const { agreement } = await beside(committee, 'agreement');
  await act(committee, 'jinli.delegate', 'DRAFT_AGREEMENT', {
    agreement: { ...agreement, disclosure: { ...agreement.disclosure, ...disclosure } },
  });
  for (const bank of committee.banks) await sign(committee, bank);
  expect((await seen(committee)).state).toBe('active');
  for (const bank of [...committee.banks, 'anping']) {
    await query(
      'admin',
      `insert into exposure (jurisdiction, id, firm, bank, limit_fen, balance_fen, source, as_of)
        values ('350500', gen_random_uuid(), $1, $2, 300000000, 200000000, '测试', '2026-05-31')`,
      [committee.firm, await idOf(bank)],
    );
  }
  return committee;
}

async function exposuresFor(login: string, { firm }: Committee): Promise<Answer> {
  return (await person(login)).get(`/firms/${firm}/exposures`);
}

describe('债权人协议: members see of each other what they have agreed to show, and nothing else', () => {
  it('what each member has lent, with source and day; neither a stranger’s, nor reports, sureties, alerts', async () => {
    const committee = await aCommitteeSharing({ exposures: true });
    await aFiledReport({ bank: 'citong', content: { firm: { creditCode: committee.creditCode } } });

    const { status, body } = await exposuresFor('haisi.delegate', committee);

    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['firm', 'lenders', 'total']);
    expect(body.lenders).toHaveLength(3);
    for (const lender of body.lenders) {
      expect(lender).toMatchObject({ balance: '2000000.00', source: '测试', asOf: '2026-05-31' });
      expect(lender).not.toHaveProperty('remaining');
    }
    expect(body.total).toEqual({ limit: '9000000.00', balance: '6000000.00' });
    expect((await exposuresFor('finance.reviewer', committee)).body.lenders).toHaveLength(4);
  });

  it('the reports of members, once they share them', async () => {
    const committee = await aCommitteeSharing({ exposures: true, filings: true });
    await aFiledReport({ bank: 'citong', content: { firm: { creditCode: committee.creditCode } } });
    await aFiledReport({ bank: 'anping', content: { firm: { creditCode: committee.creditCode } } });

    const { body } = await exposuresFor('haisi.delegate', committee);

    expect(body.filings).toMatchObject([{ bankName: '刺桐商业银行', amount: '700000.00' }]);
  });

  it('nothing without such an agreement, and nothing for who is no member', async () => {
    const [silent, open] = [
      await aCommitteeSharing({ exposures: false }),
      await aCommitteeSharing({ exposures: true }),
    ];

    const refused = { status: 403, body: { code: 'forbidden' } };
    expect(await exposuresFor('haisi.delegate', silent)).toMatchObject(refused);
    expect(await exposuresFor('anping.delegate', open)).toMatchObject(refused);
    expect(await exposuresFor('haisi.maker', open)).toMatchObject(refused);
  });
});
