import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../support/client.js';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import {
  aClearedReport,
  act,
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aReportUnderReview,
  expecting,
  type Filing,
  person,
  seenBy,
} from '../support/filings.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-09-16T09:30:00+08:00'));
afterAll(releaseClock);

const PLANNED = { content: { plannedDate: '2026-12-01' } };

async function explainedTo(login: string, { path }: Filing): Promise<Body> {
  return expecting(200, await (await person(login)).get(`${path}/explain`)).body;
}

function clock(explanation: Body, name: string): Body {
  return explanation.clocks.find((each: Body) => each.name === name);
}

describe('为什么: why is it here, and what does it wait for', () => {
  it('names the steps that led here, and the posts', async () => {
    const filing = await aReportUnderReview(PLANNED);

    const explanation = await explainedTo('industry.reviewer', filing);

    expect(explanation).toMatchObject({
      id: filing.id,
      state: 'reviewing',
      stateLabel: '同步研判',
      summary: '目前为“同步研判”，等待市委金融办经办岗、市工信局经办岗办理，最迟9月22日；银行日期为12月1日。',
      waitsFor: [
        { role: 'finance.reviewer', label: '市委金融办经办岗' },
        { role: 'industry.reviewer', label: '市工信局经办岗' },
      ],
      marks: [],
    });
    expect(explanation.path.map(({ text }: Body) => text)).toEqual([
      expect.stringMatching(/^泉州晋鲤银行.*（复核岗）报送，转入“待签收”。$/),
      expect.stringMatching(/^市委金融办.*（经办岗）签收，转入“同步研判”。$/),
    ]);
  });

  it('tells a bank no more of the offices than that they are at it', async () => {
    const filing = await aReportUnderReview(PLANNED);

    const explanation = await explainedTo('jinli.maker', filing);

    expect(explanation.waitsFor).toEqual([{ role: null, label: '主管部门' }]);
    expect(explanation.clocks).toEqual([]);
    expect(explanation.summary).toBe('目前为“同步研判”，等待主管部门办理；银行日期为12月1日。');
  });

  it('says of each mark what it rests on', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-09-18' } });

    expect((await explainedTo('jinli.maker', filing)).marks).toEqual([
      {
        code: 'lateNotice',
        label: '提前期不足',
        clause: expect.stringContaining('泉政办规〔2023〕1号（十）'),
      },
    ]);
  });
});

describe('4. until when, and why that day', () => {
  it('counts over a make-up day and names each day that it steps over', async () => {
    const filing = await aReportUnderReview(PLANNED);

    const review = clock(await explainedTo('finance.reviewer', filing), 'review.finance');

    // Sunday the 20th is worked, so that five working days end on Tuesday the 22nd.
    expect(review).toEqual({
      name: 'review.finance',
      label: '金融部门反馈意见',
      status: 'running',
      from: '2026-09-16',
      workingDays: 5,
      remaining: null,
      dueOn: '2026-09-22',
      dueAt: '2026-09-22T17:30:00.000+08:00',
      provisional: false,
      passed: [{ date: '2026-09-19', why: '周六' }],
      stops: [],
      policy: {
        key: 'reviewWd',
        label: '同步研判时限',
        value: 5,
        unit: 'workingDays',
        version: 1,
        clause: '本系统默认值，由本市工作规则确定',
        status: 'D',
      },
      text: '自9月16日起算5个工作日（同步研判时限，政策第1版，本系统默认值，由本市工作规则确定），当日不计。9月22日17:30止。',
    });
  });

  it('tells since when and why it stands still, and what is left', async () => {
    const filing = await aReportUnderReview(PLANNED);
    await act(filing, 'finance.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['请说明担保情况。'] });

    const stopped = clock(await explainedTo('finance.leader', filing), 'review.finance');
    expect(stopped).toMatchObject({
      status: 'standsStill',
      dueOn: null,
      dueAt: null,
      remaining: 5,
      passed: [],
    });
    expect(stopped.stops).toEqual([{ label: '等待银行补充说明', from: '2026-09-16', until: null }]);
    expect(stopped.text).toContain('自9月16日起停止计时（等待银行补充说明）。恢复计时后尚余5个工作日。');

    await setClock('2026-09-18T10:00:00+08:00');
    await act(filing, 'jinli.maker', 'SUPPLEMENT', { office: 'finance', text: '由母公司保证。' });

    const resumed = clock(await explainedTo('finance.leader', filing), 'review.finance');
    expect(resumed).toMatchObject({ status: 'running', dueOn: '2026-09-24' });
    expect(resumed.text).toContain(
      '9月16日至9月18日停止计时（等待银行补充说明）。恢复计时后，9月24日17:30止。',
    );
    // The other office's clock went on.
    expect(clock(await explainedTo('finance.leader', filing), 'review.industry').dueOn).toBe('2026-09-22');
  });

  it('keeps telling of a time that has passed while the case waits on', async () => {
    const filing = await aDraftToCheck({ bank: 'quanshan', ...PLANNED });
    await advanceTo('2026-09-23T09:00:00+08:00');

    expect(clock(await explainedTo('quanshan.checker', filing), 'check')).toMatchObject({
      status: 'passed',
      text: expect.stringMatching(/已于9月\d+日17:30到期。$/),
    });
  });
});

describe('why the bank’s date is that day', () => {
  it('is the later of lead time and plan', async () => {
    await setClock('2026-09-28T09:30:00+08:00');
    const early = await aFiledReport({ content: { plannedDate: '2026-10-09' } });

    const { bankDate } = await explainedTo('finance.reviewer', early);

    expect(bankDate).toMatchObject({
      bankDate: '2026-10-16',
      receivedOn: '2026-09-28',
      earliest: '2026-10-16',
      plannedDate: '2026-10-09',
      firstBankDate: null,
      provisional: false,
      policy: { key: 'leadWd', value: 10, version: 1 },
    });
    expect(bankDate.passed).toContainEqual({
      date: '2026-10-01',
      why: expect.stringMatching(/^法定节假日（国办发明电/),
    });
    expect(bankDate.text).toMatch(
      /^收到日9月28日起满10个工作日为10月16日（提前期，.*），拟实施日为10月9日，以较晚者10月16日为准。部门的办理不改变此日期。$/,
    );
  });

  it('tells that the bank moved it by its own act', async () => {
    await setClock('2026-09-28T09:30:00+08:00');
    const filing = await aClearedReport(PLANNED);
    await act(filing, 'jinli.checker', 'POSTPONE', { date: '2026-12-15' });

    const { bankDate } = await explainedTo('jinli.maker', filing);

    expect(bankDate).toMatchObject({ bankDate: '2026-12-15', firstBankDate: '2026-12-01' });
    expect(bankDate.text).toContain('银行此后自行推后至12月15日。');
  });

  it('is none for a draft', async () => {
    expect((await explainedTo('jinli.maker', await aDraft(PLANNED))).bankDate).toBeNull();
  });
});

describe('规则核对: which rules bear on a report, and what was compared', () => {
  const rule = ({ rules }: Body, code: string): Body => rules.find((each: Body) => each.code === code);

  it('names the pieces that made the sum, the threshold, the clause and the version of the policy', async () => {
    await setClock('2026-09-16T09:30:00+08:00');
    const first = await aFiledReport({ content: { amount: '600000.00', plannedDate: '2026-12-01' } });
    const { number } = await seenBy(first, 'jinli.maker');
    const firm = { creditCode: first.creditCode };
    const filing = await aFiledReport({ content: { amount: '400000.00', plannedDate: '2026-12-02', firm } });

    const bank = await explainedTo('jinli.maker', filing);

    expect(rule(bank, 'threshold')).toEqual({
      code: 'threshold',
      label: '报告标准',
      text: `按压贷计1,000,000.00元（含本行90日内其他措施1笔：${number} 600,000.00元），标准500,000.00元，达到报告标准。`,
      clause: '泉政办规〔2023〕1号（十）',
      policy: 1,
    });
    expect(rule(bank, 'cumulative').text).toBe('本件400,000.00元，累计1,000,000.00元，累计后达到标准。');
    expect(rule(bank, 'lane')).toBeUndefined();
    expect(rule(await explainedTo('finance.reviewer', filing), 'lane').text).toBe(
      '金额400,000.00元，一般件上限3,000,000.00元，未超过上限。',
    );
  });

  it('tells offices alone what another bank brought about later', async () => {
    await setClock('2026-09-16T09:30:00+08:00');
    const filing = await aFiledReport(PLANNED);
    const before = await explainedTo('jinli.maker', filing);
    const firm = { creditCode: filing.creditCode };
    await aFiledReport({ bank: 'citong', content: { plannedDate: '2026-12-01', firm } });

    const office = await explainedTo('industry.reviewer', filing);

    expect(rule(office, 'runAlert')).toMatchObject({
      label: '多家银行集中收贷预警',
      text: '10个工作日内有2家以上银行报告。',
    });
    expect(office.marks.map(({ code }: Body) => code)).toContain('runAlert');
    expect(await explainedTo('jinli.maker', filing)).toEqual(before);
  });

  it('says when a notice came too late, and is silent about a draft', async () => {
    await setClock('2026-09-16T09:30:00+08:00');
    const late = await aFiledReport({ content: { plannedDate: '2026-09-18' } });

    expect(rule(await explainedTo('finance.leader', late), 'lateNotice').text).toBe(
      '收到日9月16日，拟实施日9月18日，提前期10个工作日。',
    );
    expect((await explainedTo('jinli.maker', await aDraft(PLANNED))).rules).toEqual([]);
  });
});

describe('why can I not act', () => {
  it('gives the reasons that the event itself would give', async () => {
    await setClock('2026-09-28T09:30:00+08:00');
    const filing = await aFiledReport(PLANNED);

    const maker = await explainedTo('jinli.maker', filing);
    const reviewer = await explainedTo('finance.reviewer', filing);
    const leader = await explainedTo('industry.leader', filing);

    expect(maker.actions.find(({ type }: Body) => type === 'VOID')).toMatchObject({
      label: '作废报告',
      allowed: false,
      reasons: [{ code: 'second-person-needed', message: expect.stringMatching(/。$/) }],
    });
    expect(reviewer.actions.find(({ type }: Body) => type === 'ACKNOWLEDGE')).toMatchObject({
      allowed: true,
      reasons: [],
    });
    expect(leader.actions.some(({ type }: Body) => type === 'ACKNOWLEDGE')).toBe(false);
  });

  it('offers an observer nothing', async () => {
    const filing = await aFiledReport(PLANNED);

    expect((await explainedTo('pboc.observer', filing)).actions).toEqual([]);
  });
});
