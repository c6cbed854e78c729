import { describe, expect, it } from '@jest/globals';
import { anonymous, type Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

async function codesFor(login?: string): Promise<Body> {
  const client = login === undefined ? anonymous() : await person(login);
  return expecting(200, await client.get('/codes')).body;
}

function codesIn(list: { code: string }[]): string[] {
  return list.map(({ code }) => code);
}

describe('the closed lists', () => {
  it('are open to anybody, each code with its Chinese', async () => {
    const codes = await codesFor();

    expect(codes.kinds).toEqual([
      { code: 'withdraw', label: '抽贷' },
      { code: 'squeeze', label: '压贷' },
      { code: 'suspend', label: '停贷' },
    ]);
    expect(codes.subtypes).toContainEqual({ code: 'nonRenewal', label: '到期不续（断贷）', kind: 'suspend' });
    expect(codes.states).toContainEqual({ code: 'drafting', label: '草稿（未报送）' });
    expect(codesIn(codes.positions)).toEqual([
      'noObjection',
      'suggestDeferral',
      'coordinate',
      'referToCommittee',
    ]);
    expect(codesIn(codes.fiveNos)).toHaveLength(5);
    expect(codes.grounds).toContainEqual({ code: 'interestArrears', label: '欠付利息', asksArrears: true });
    expect(codes.exemptions).toContainEqual({
      code: 'declined',
      label: '企业自愿不续贷',
      clause: expect.stringContaining('民法典'),
    });
    for (const name of [
      'emergencyReasons',
      'renewalResults',
      'triStates',
      'outcomes',
      'bases',
      'events',
      'posts',
    ]) {
      expect(codes[name].length).toBeGreaterThan(2);
      for (const { code, label } of codes[name])
        expect([code, label]).toEqual([expect.any(String), expect.stringMatching(/\p{Script=Han}/u)]);
    }
  });

  it('name what committees choose from', async () => {
    const { committees } = await codesFor();

    expect(committees.strategies).toContainEqual({ code: 'stabilise', label: '稳定融资' });
    expect(codesIn(committees.forms)).toEqual(['full', 'light']);
    for (const list of Object.values<{ code: string; label: string }[]>(committees)) {
      expect(list.length).toBeGreaterThan(1);
      for (const { label } of list) expect(label).toMatch(/\p{Script=Han}/u);
    }
  });

  it('say what each measure of support asks for, and on what ground', async () => {
    const { measures, coordinationOutcomes } = await codesFor();

    expect(measures).toHaveLength(10);
    const bridge = measures.find(({ code }: { code: string }) => code === 'bridgeFund');
    expect(bridge).toMatchObject({ label: '应急周转资金', clause: expect.stringContaining('10个工作日') });
    expect(bridge.result).toContainEqual({
      name: 'relentOn',
      label: '重新放贷日',
      kind: 'day',
      required: true,
    });
    expect(codesIn(coordinationOutcomes)).toEqual([
      'retained',
      'replacedBy',
      'reducedTo',
      'deferredUntil',
      'notAgreed',
    ]);
  });

  it('13. name the thirteen counties and zones that the city administers, and never 金门县', async () => {
    const { counties } = await codesFor();

    expect(counties).toHaveLength(13);
    expect(counties).toContainEqual({
      key: 'jinjiang',
      name: '晋江市',
      englishName: expect.any(String),
      regionCode: '350582',
    });
    expect(counties).toContainEqual(expect.objectContaining({ key: 'taishang', regionCode: null }));
    expect(JSON.stringify(counties)).not.toMatch(/金门|350527/);
  });

  it('hold the one table of required answers', async () => {
    const { requiredAnswers } = await codesFor();

    expect(requiredAnswers).toContainEqual({
      pointer: '/firm/creditCode',
      label: '统一社会信用代码',
      kinds: ['withdraw', 'squeeze', 'suspend'],
      when: null,
      orElse: null,
      reason: 'answer-missing',
    });
    expect(requiredAnswers).toContainEqual(
      expect.objectContaining({
        pointer: '/relationContinues',
        kinds: ['withdraw'],
        when: { code: 'smallWithdrawal', label: '抽贷金额低于抽贷报告标准' },
        reason: 'relation-unanswered',
      }),
    );
    expect(requiredAnswers).toContainEqual(
      expect.objectContaining({ pointer: '/plannedDate', orElse: '/actedOn' }),
    );
  });

  it('name every problem and every reason against a content', async () => {
    const { problems, contentReasons } = await codesFor();

    expect(problems).toContainEqual({
      code: 'checker-is-filer',
      status: 403,
      title: expect.stringMatching(/\p{Script=Han}/u),
      englishTitle: 'Maker and checker must be different persons',
    });
    expect(contentReasons).toContainEqual({ code: 'credit-code-invalid', clause: 'GB 32100-2015' });
  });
});

describe('by audience', () => {
  const OFFICE_MARKS = ['whitelisted', 'runAlert', 'splitSuspected'];

  it('a bank and the public see no mark, lane or progress of the offices', async () => {
    for (const login of [undefined, 'jinli.maker', 'system.admin']) {
      const codes = await codesFor(login);
      expect(
        codesIn(codes.marks).filter((code) => [...OFFICE_MARKS, 'standstillConflict'].includes(code)),
      ).toEqual([]);
      expect(codes).not.toHaveProperty('lanes');
      expect(codes).not.toHaveProperty('focusReasons');
      expect(codes).not.toHaveProperty('reviewStates');
      expect(codesIn(codes.events)).not.toContain('OPINE');
    }
  });

  it('a committee’s delegate sees what is for members', async () => {
    const marks = codesIn((await codesFor('jinli.delegate')).marks);

    expect(marks).toContain('standstillConflict');
    expect(marks).not.toContain('runAlert');
  });

  it('offices see all', async () => {
    const codes = await codesFor('industry.reviewer');

    expect(codesIn(codes.marks)).toEqual(
      expect.arrayContaining([...OFFICE_MARKS, 'standstillConflict', 'cumulative']),
    );
    expect(codesIn(codes.lanes)).toEqual(['routine', 'focus']);
    expect(codesIn(codes.events)).toContain('OPINE');
    expect(codesIn(codes.reviewStates)).toContain('silent');
  });
});
