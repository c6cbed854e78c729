import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aReportUnderReview,
  attempt,
  person,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('GET …/actions', () => {
  it('says what the actor can do, with its consequence', async () => {
    const filing = await aFiledReport();

    const { body } = await (await person('finance.reviewer')).get(`${filing.path}/actions`);

    const acknowledge = body.actions.find(({ type }: { type: string }) => type === 'ACKNOWLEDGE');
    expect(acknowledge).toEqual({
      type: 'ACKNOWLEDGE',
      label: '签收',
      allowed: true,
      consequence: '签收后两部门同步研判；将通知泉州晋鲤银行；银行日期8月3日不因此改变。',
      reasons: [],
    });
  });

  it('says why not, as the act itself would', async () => {
    const draft = await aDraft({ content: { ground: null } });
    const maker = await person('jinli.maker');

    const { body } = await maker.get(`${draft.path}/actions`);
    const { body: refused } = await attempt(draft, 'jinli.maker', 'SEND_TO_CHECK');

    const send = body.actions.find(({ type }: { type: string }) => type === 'SEND_TO_CHECK');
    expect(send.allowed).toBe(false);
    expect(send.reasons).toEqual(refused.errors);
  });

  it('takes no number by asking', async () => {
    const draft = await aDraftToCheck();
    const series = () => query('admin', 'select organization, last from number_series order by 1');
    const before = await series();

    const { body } = await (await person('jinli.checker')).get(`${draft.path}/actions`);

    expect(body.actions).toContainEqual(expect.objectContaining({ type: 'FILE', allowed: true }));
    expect(await series()).toEqual(before);
  });

  it('leaves out what is another post’s', async () => {
    const filing = await aReportUnderReview();

    const { body } = await (await person('jinli.maker')).get(`${filing.path}/actions`);

    const types = body.actions.map(({ type }: { type: string }) => type);
    expect(types).toContain('WITHDRAW');
    expect(types).not.toContain('OPINE');
    expect(types).not.toContain('CLEAR');
  });
});
