import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aLargeReport,
  aReportUnderReview,
  attempt,
  type Filing,
  opine,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('泉政办规〔2023〕1号（十）: both bureaus review at once', () => {
  it('two without objection clear the report without a further act', async () => {
    const filing = await aReportUnderReview();

    const first = await opine(filing, 'industry', 'noObjection');
    const second = await opine(filing, 'finance', 'noObjection');

    expect(first.filing.state).toBe('reviewing');
    expect(second.filing).toMatchObject({
      state: 'cleared',
      stateLabel: '已收悉，未启动协调（是否及何时实施，由银行依法依约自主决定）',
      conclusion: { basis: 'noted', clearedOn: '2026-06-10' },
    });
  });

  it('an office goes on although the other has spoken since it looked', async () => {
    const filing = await aReportUnderReview();
    const industry = await person('industry.reviewer');
    const { headers } = await industry.get(filing.path);
    await opine(filing, 'finance', 'noObjection');

    const answer = await industry.send(
      filing.path,
      'OPINE',
      { position: 'noObjection', text: '无意见。' },
      { ifMatch: headers.get('etag') },
    );

    expect(answer).toMatchObject({ status: 200, body: { filing: { state: 'cleared' } } });
  });

  it('an opinion may be replaced until it is signed, and speaks once', async () => {
    const filing = await aReportUnderReview(aLargeReport());
    await opine(filing, 'finance', 'noObjection');
    await opine(filing, 'finance', 'coordinate');
    await act(filing, 'finance.leader', 'SIGN_OPINION');

    const again = await attempt(filing, 'finance.reviewer', 'OPINE', {
      position: 'noObjection',
      text: '无。',
    });

    expect(again).toMatchObject({ status: 409, body: { code: 'event-not-accepted', state: 'reviewing' } });
    expect((await seenBy(filing, 'industry.leader')).opinions).toMatchObject([
      { office: 'finance', status: 'given', position: 'coordinate' },
    ]);
  });

  it('what offices said reaches no bank, in no field', async () => {
    const filing = await aReportUnderReview();
    await act(filing, 'industry.reviewer', 'OPINE', { position: 'coordinate', text: '唯一的词：鹧鸪天' });

    for (const path of ['', '/history', '/explain', '/actions']) {
      const { body } = await (await person('jinli.maker')).get(`${filing.path}${path}`);
      expect(JSON.stringify(body)).not.toMatch(/鹧鸪天|"coordinate"|industry.reviewer/);
    }
  });

  it('either office moves a routine case to focus; opinions given stand', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'finance', 'noObjection');

    const { filing: focused } = await act(filing, 'industry.reviewer', 'SET_FOCUS', { reason: '用工较多。' });

    expect(focused).toMatchObject({ lane: 'focus', reviews: { finance: { position: 'noObjection' } } });
    expect(await attempt(filing, 'finance.leader', 'SET_FOCUS', { reason: '同上。' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'focus-already' }] },
    });
  });

  it('an opinion other than the viability sheet shows needs its reason', async () => {
    const filing = await aReportUnderReview();
    const viability = {
      tests: { hasMarket: 'yes', operatesNormally: 'yes', shortForNow: 'yes' },
      source: '园区走访',
      date: '2026-06-09',
      powerYearOnYear: '-8.0',
    };
    const opinion = { position: 'noObjection', text: '无意见。', viability };

    const refused = await attempt(filing, 'industry.reviewer', 'OPINE', opinion);
    const { filing: opined } = await act(filing, 'industry.reviewer', 'OPINE', {
      ...opinion,
      reason: '企业已转产。',
    });

    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'reason-missing', pointer: '/reason' }] },
    });
    expect(opined.reviews.industry.position).toBe('noObjection');
    expect((await seenBy(filing, 'finance.reviewer')).opinions[0].viability).toEqual(viability);
  });
});

describe('补充说明: an office may ask the bank once, and only its own clock stands still', () => {
  async function aReportToSupplement(): Promise<Filing> {
    const filing = await aReportUnderReview();
    await act(filing, 'industry.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['近三个月订单？'] });
    return filing;
  }

  it('stops the clock of the office that asked, and runs on when the bank has answered', async () => {
    const filing = await aReportToSupplement();
    const { deadlines } = await seenBy(filing, 'industry.reviewer');
    expect(deadlines).toMatchObject([
      { name: 'supplement.industry', status: 'armed', dueOn: '2026-06-15' },
      { name: 'review.finance', status: 'armed', dueOn: '2026-06-17' },
      { name: 'review.industry', status: 'stopped' },
      { name: 'bankDate', dueOn: '2026-08-03' },
    ]);
    await setClock('2026-06-12T09:30:00+08:00');

    await act(filing, 'jinli.maker', 'SUPPLEMENT', { office: 'industry', text: '订单见附件。' });

    const after = (await seenBy(filing, 'industry.reviewer')).deadlines;
    expect(after).toMatchObject([
      { name: 'review.finance', dueOn: '2026-06-17' },
      // Five working days were left on the tenth; counted from the twelfth, over the Dragon Boat holiday.
      { name: 'review.industry', status: 'armed', dueOn: '2026-06-22' },
      { name: 'bankDate', dueOn: '2026-08-03' },
    ]);
  });

  it('the other office, which had not seen the answer, goes on', async () => {
    const filing = await aReportToSupplement();
    const finance = await person('finance.reviewer');
    const { headers } = await finance.get(filing.path);
    await act(filing, 'jinli.maker', 'SUPPLEMENT', { office: 'industry', text: '订单见附件。' });

    const opinion = { position: 'noObjection', text: '无意见。' };
    const answer = await finance.send(filing.path, 'OPINE', opinion, { ifMatch: headers.get('etag') });

    expect(answer).toMatchObject({ status: 200, body: { filing: { state: 'reviewing' } } });
    expect(answer.body).toMatchObject({ entry: { seq: 7 } });
  });

  it('cannot be asked twice, and an opinion ends the wait', async () => {
    const filing = await aReportToSupplement();

    const { filing: opined } = await opine(filing, 'industry', 'noObjection');

    expect(opined.reviews.industry.state).toBe('opined');
    const other = await aReportToSupplement();
    await act(other, 'jinli.checker', 'SUPPLEMENT', { office: 'industry', text: '已答复。' });
    expect(
      await attempt(other, 'industry.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['还有？'] }),
    ).toMatchObject({ status: 422, body: { errors: [{ code: 'supplement-asked-before' }] } });
  });

  it('unanswered in three working days, the office goes on by itself', async () => {
    const filing = await aReportToSupplement();

    await advanceTo('2026-06-15T17:30:00+08:00');

    expect((await seenBy(filing, 'industry.reviewer')).reviews.industry.state).toBe('pending');
  });
});

describe('到期未反馈意见: silence is known and is no consent', () => {
  it('one without objection and one silent: the leader is asked, nothing stricter is proposed', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'industry', 'noObjection');

    await advanceTo('2026-06-17T17:30:00+08:00');

    expect(await seenBy(filing, 'finance.leader')).toMatchObject({
      state: 'concluding',
      proposed: 'noObjection',
      reviews: { finance: { position: null }, industry: { position: 'noObjection' } },
    });
    expect(
      await query('admin', "select role from notice where case_id = $1 and template = 'silentFinance'", [
        filing.id,
      ]),
    ).toEqual([{ role: 'finance.leader' }]);
  });

  it('an opinion that comes later is recorded once and changes nothing', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'industry', 'noObjection');
    await advanceTo('2026-06-17T17:30:00+08:00');

    const late = await opine(filing, 'finance', 'coordinate');
    const again = await attempt(filing, 'finance.reviewer', 'OPINE', {
      position: 'coordinate',
      text: '再次。',
    });

    expect(late.filing).toMatchObject({ state: 'concluding', proposed: 'noObjection' });
    expect(again.status).toBe(409);
    expect((await seenBy(filing, 'finance.leader')).opinions).toMatchObject([
      { office: 'industry', status: 'given' },
      { office: 'finance', status: 'late', position: 'coordinate' },
    ]);
  });
});

describe('属地: the county reports facts when it is asked', () => {
  it('sees the report from then on, and its note delays nobody', async () => {
    const filing = await aReportUnderReview();
    const coordinator = await person('jinjiang.coordinator');
    expect((await coordinator.get(filing.path)).status).toBe(404);

    await act(filing, 'finance.reviewer', 'ASK_FACTS', { questions: ['是否正常开工？'] });
    await act(filing, 'jinjiang.coordinator', 'REPORT_FACTS', { text: '两条产线正常开工。' });

    const { opinions, state } = await seenBy(filing, 'finance.reviewer');
    expect(state).toBe('reviewing');
    expect(opinions).toMatchObject([{ office: 'county', status: 'note', text: '两条产线正常开工。' }]);
  });

  it('only the county that administers the place of operation', async () => {
    const filing = await aReportUnderReview();
    await act(filing, 'finance.reviewer', 'ASK_FACTS', { questions: ['是否正常开工？'] });

    expect((await attempt(filing, 'nanan.coordinator', 'REPORT_FACTS', { text: '？' })).status).toBe(404);
  });
});

describe('疑似拆分: an official’s mark, for offices alone', () => {
  it('is set with its reason and taken back; a bank sees neither', async () => {
    const filing = await aReportUnderReview();

    await act(filing, 'finance.reviewer', 'SUSPECT_SPLIT', { suspected: true, reason: '一月内三次。' });

    expect((await seenBy(filing, 'industry.leader')).marks).toEqual(['splitSuspected']);
    expect((await seenBy(filing, 'jinli.maker')).marks).toEqual([]);
    await act(filing, 'finance.leader', 'SUSPECT_SPLIT', { suspected: false, reason: '已核实。' });
    expect((await seenBy(filing, 'industry.leader')).marks).toEqual([]);
  });
});
