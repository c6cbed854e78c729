import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { lend } from '../notice/a-notice.js';
import type { Body } from '../support/client.js';
import { as } from '../support/client.js';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import {
  aClearedReport,
  act,
  aDraftToCheck,
  aFiledReport,
  aLargeReport,
  aReportUnderReview,
  change,
  expecting,
  type Filing,
  opine,
  person,
} from '../support/filings.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

async function historyOf({ path }: Filing, login: string, question = ''): Promise<Body> {
  return expecting(200, await (await person(login)).get(`${path}/history${question}`)).body;
}

async function typesSeenBy(filing: Filing, login: string): Promise<(string | null)[]> {
  const { items } = await historyOf(filing, login);
  return items.map(({ type }: { type: string | null }) => type);
}

describe('the timeline of a filing', () => {
  it('says in plain Chinese who did what, and where it led', async () => {
    const filing = await aFiledReport();

    const { items, nextCursor, total } = await historyOf(filing, 'jinli.checker');

    expect(items.map(({ seq, text }: Body) => [seq, text])).toEqual([
      [1, '泉州晋鲤银行林晓晴（经办岗）新建草稿。'],
      [2, '泉州晋鲤银行林晓晴（经办岗）提交复核，转入“行内复核”。'],
      [3, expect.stringMatching(/^泉州晋鲤银行\p{Script=Han}{3}（复核岗）报送，转入“待签收”。$/u)],
    ]);
    expect(items[2]).toMatchObject({
      id: expect.any(String),
      at: '2026-06-10T09:30:00.000+08:00',
      type: 'FILE',
      label: '报送',
      who: {
        kind: 'person',
        organization: '泉州晋鲤银行',
        role: 'bank.checker',
        post: '复核岗',
        onBehalfOf: null,
      },
      from: 'checking',
      to: 'acknowledging',
      toLabel: '待签收',
      folded: false,
      values: [],
      changes: [],
    });
    expect({ nextCursor, total }).toEqual({ nextCursor: null, total: { value: 3, exact: true } });
  });

  it('names both, where somebody stood in for another (委托代办)', async () => {
    const filing = await aDraftToCheck({ bank: 'anping' });
    await lend('bank.checker', 'anping.checker', 'anping.admin');
    const standIn = await as('anping.admin');
    const seen = await standIn.get(filing.path);
    expecting(200, await standIn.send(filing.path, 'FILE', {}, { ifMatch: seen.headers.get('etag') }));

    const { items } = await historyOf(filing, 'finance.reviewer');
    const names = await namesOf('anping');

    expect(items.at(-1).who).toMatchObject({
      person: names['anping.admin'],
      onBehalfOf: names['anping.checker'],
    });
    expect(items.at(-1).text).toBe(
      `安平农村信用社${names['anping.admin']}（复核岗，代${names['anping.checker']}）报送，转入“待签收”。`,
    );
  });

  it('opens to each reader what was said to them', async () => {
    const filing = await aReportUnderReview();
    await act(filing, 'finance.reviewer', 'REQUEST_SUPPLEMENT', {
      questions: ['请说明担保情况。', '请附用电量。'],
    });
    await act(filing, 'jinli.maker', 'SUPPLEMENT', { office: 'finance', text: '由母公司保证。' });

    const { items } = await historyOf(filing, 'jinli.maker');

    expect(items.slice(-2).map(({ values }: Body) => values)).toEqual([
      [
        {
          name: 'questions',
          label: '问题',
          value: ['请说明担保情况。', '请附用电量。'],
          text: '请说明担保情况。；请附用电量。',
        },
      ],
      [
        { name: 'text', label: '内容', value: '由母公司保证。', text: '由母公司保证。' },
        { name: 'office', label: '答复部门', value: 'finance', text: '金融部门' },
      ],
    ]);
  });

  it('shows the differences of a revision that was sent', async () => {
    const filing = await aReportUnderReview();
    await change(filing, { branch: '安海支行' });
    await act(filing, 'jinli.checker', 'AMEND', { reason: '补填网点。' });

    const { items } = await historyOf(filing, 'industry.reviewer');

    expect(items.at(-1)).toMatchObject({
      type: 'AMEND',
      changes: [{ pointer: '/branch', before: null, after: '安海支行' }],
      values: [{ name: 'reason', label: '理由', text: '补填网点。' }],
    });
  });

  it('folds what a clock only reminded of', async () => {
    const filing = await aDraftToCheck({ bank: 'quanshan' });
    await advanceTo('2026-06-15T09:00:00+08:00');

    const { items } = await historyOf(filing, 'quanshan.maker');

    expect(items.at(-1)).toMatchObject({ type: 'DEADLINE.check', who: { kind: 'clock' }, folded: true });
    expect(items.slice(0, -1).some(({ folded }: Body) => folded)).toBe(false);
  });

  it('goes on page by page', async () => {
    const filing = await aClearedReport();
    const whole = (await historyOf(filing, 'finance.reviewer')).items.map(({ seq }: Body) => seq);

    const first = await historyOf(filing, 'finance.reviewer', '?limit=2');
    const second = await historyOf(
      filing,
      'finance.reviewer',
      `?limit=100&cursor=${String(first.nextCursor)}`,
    );

    expect([...first.items, ...second.items].map(({ seq }: Body) => seq)).toEqual(whole);
    expect(second.nextCursor).toBeNull();
  });
});

describe('by audience', () => {
  it('a bank reads that the offices led on, and neither who of them said what nor their names', async () => {
    const filing = await aReportUnderReview({ bank: 'citong', ...aLargeReport() });
    await opine(filing, 'finance', 'noObjection');
    await act(filing, 'finance.leader', 'SIGN_OPINION');
    await act(filing, 'industry.reviewer', 'SUSPECT_SPLIT', { suspected: true, reason: '与上月一笔相近。' });
    await opine(filing, 'industry', 'noObjection');
    await act(filing, 'industry.leader', 'SIGN_OPINION');

    const bank = await historyOf(filing, 'citong.maker');
    const office = await historyOf(filing, 'finance.reviewer');

    const last = bank.items.at(-1);
    expect(last).toEqual({
      seq: office.items.at(-1).seq,
      id: null,
      at: '2026-06-15T09:00:00.000+08:00',
      type: null,
      label: '主管部门研判',
      who: null,
      office: null,
      from: 'reviewing',
      to: 'cleared',
      toLabel: expect.stringContaining('已收悉'),
      text: expect.stringMatching(/^主管部门研判，转入“已收悉/),
      folded: false,
      values: [],
      changes: [],
    });
    const told = JSON.stringify(bank);
    for (const secret of ['OPINE', 'SIGN_OPINION', 'SUSPECT_SPLIT', '与上月一笔相近', '已了解企业情况']) {
      expect(told).not.toContain(secret);
    }
    const names = await namesOf('finance');
    for (const name of Object.values(names)) expect(told).not.toContain(name);
    expect(bank.items.find(({ type }: Body) => type === 'ACKNOWLEDGE').text).toBe(
      '市委金融办（经办岗）签收，转入“同步研判”。',
    );
    expect(JSON.stringify(office)).toContain('与上月一笔相近');
  });

  it('what a bank did in its own house is its own', async () => {
    const filing = await aDraftToCheck();
    await act(filing, 'jinli.checker', 'RETURN_TO_MAKER', { reason: '金额有误。' });
    await act(filing, 'jinli.maker', 'SEND_TO_CHECK');
    await act(filing, 'jinli.checker', 'FILE');

    expect(await typesSeenBy(filing, 'jinli.maker')).toEqual([
      'OPENED',
      'SEND_TO_CHECK',
      'RETURN_TO_MAKER',
      'SEND_TO_CHECK',
      'FILE',
    ]);
    expect(await typesSeenBy(filing, 'finance.reviewer')).toEqual(['FILE']);
    expect(await typesSeenBy(filing, 'regulator.observer')).toEqual(['FILE']);
  });

  it('a foreign filing answers as none does, to the byte', async () => {
    const filing = await aFiledReport();
    const other = await person('citong.maker');

    for (const question of ['history', 'explain', 'receipt', 'receipt?revision=1']) {
      const foreign = await other.get(`${filing.path}/${question}`);
      const missing = await other.get(`/filings/${uuid()}/${question}`);
      expect(foreign.status).toBe(404);
      expect(JSON.stringify(foreign.body)).toBe(JSON.stringify(missing.body));
    }
  });
});

async function namesOf(organization: string): Promise<Record<string, string>> {
  const { body } = await (
    await person(`${organization}.${organization === 'finance' ? 'reviewer' : 'maker'}`)
  ).get('/people?limit=100');
  return Object.fromEntries(body.items.map(({ login, name }: Body) => [login, name]));
}
