import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import {
  act,
  aDraft,
  aFiledReport,
  aReport,
  attempt,
  type Content,
  type Filing,
  person,
  seenBy,
} from '../support/filings.js';
import { aKnownFirm, anAct, aStandstill, type KnownAct } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';

jest.setTimeout(60_000);
afterAll(everyCaseReplays);

interface Given {
  acts?: KnownAct[];
  filings?: { bank: string; kind: string; amount: string; receivedOn: string }[];
  whitelisted?: boolean;
  standstill?: { members: string[]; from: string; until: string };
}

type CaseFiling = Content & {
  bank?: string;
  checkedBy?: string;
  firm?: { creditCodeDivision?: string; sizeClass?: string; creditCode?: string; county?: string };
};

interface FilingCase {
  id: string;
  title: string;
  ground: string;
  at: string;
  given?: Given;
  filing: CaseFiling;
  expect: {
    receivedOn: string;
    acknowledgeDueOn: string;
    earliestDate: string;
    bankDate: string | null;
    reportable: boolean;
    marks: string[];
    provisional?: boolean;
    treatedAs?: string;
    sum?: string;
    basisCount?: number;
    exemption?: string;
    routedTo?: string;
    inquiry?: string;
    hiddenFromBank?: string[];
  };
}

interface RefusedCase {
  id: string;
  title: string;
  filing: CaseFiling;
  expect: { status: number; code?: string };
}

const { cases, refused }: { cases: FilingCase[]; refused: RefusedCase[] } = JSON.parse(
  readFileSync('test/cases/filings.json', 'utf8'),
);

/** The content that a case describes, about a firm that the directory knows. */
async function contentOf(
  { bank: _bank, checkedBy: _checked, firm = {}, ...said }: CaseFiling,
  given: Given = {},
) {
  const { creditCodeDivision, sizeClass, ...named } = firm;
  const creditCode = await aKnownFirm({
    ...(sizeClass === undefined ? {} : { sizeClass }),
    ...(creditCodeDivision === undefined ? {} : { division: creditCodeDivision }),
    whitelisted: given.whitelisted ?? false,
  });
  return aReport({ plannedDate: '2026-07-01', ...said, firm: { creditCode, ...named } });
}

/** What the world holds before the case begins. */
async function prepare(creditCode: string, { acts = [], filings = [], standstill }: Given): Promise<void> {
  for (const known of acts) await anAct(creditCode, known);
  if (standstill !== undefined) await aStandstill(creditCode, standstill);
  for (const { bank, kind, amount, receivedOn } of filings) {
    await setClock(`${receivedOn}T10:00:00+08:00`);
    await aFiledReport({ bank, content: { kind, amount, firm: { creditCode } } });
  }
}

describe.each(cases)('$id $title ($ground)', ({ at, given = {}, filing: said, expect: expected }) => {
  let filing: Filing;
  let assessed: Body;
  let receipt: Body;

  it('is assessed before it is filed as it is judged when it is', async () => {
    const bank = said.bank ?? 'jinli';
    const content = await contentOf(said, given);
    const { creditCode } = content['firm'] as { creditCode: string };
    await prepare(creditCode, given);
    await setClock(at);

    // The draft comes first: a session that the clock has ended would be asked as nobody's.
    filing = await aDraft({ bank, content });
    assessed = (await (await person(`${bank}.maker`)).post('/filings/assess', content)).body;
    await act(filing, `${bank}.maker`, 'SEND_TO_CHECK');
    ({ receipt } = await act(filing, `${bank}.checker`, 'FILE'));

    const judged = await seenBy(filing, `${bank}.checker`);
    expect(assessed.reportable).toBe(expected.reportable);
    expect(judged.reportable).toBe(expected.reportable);
    expect(judged.bankDate).toBe(assessed.bankDate);
  });

  it('is received, due and free to act on the days the calendar gives', async () => {
    const judged = await seenBy(filing, 'finance.reviewer');
    const { dueOn } = judged.deadlines.find(({ name }: { name: string }) => name === 'acknowledge');

    expect({
      receivedOn: judged.receivedOn,
      acknowledgeDueOn: dueOn,
      earliestDate: assessed.earliestDate,
      bankDate: judged.bankDate,
      provisional: assessed.provisional,
    }).toEqual({
      receivedOn: expected.receivedOn,
      acknowledgeDueOn: expected.acknowledgeDueOn,
      earliestDate: expected.earliestDate,
      bankDate: expected.bankDate,
      provisional: expected.provisional ?? false,
    });
    expect(receipt).toMatchObject({ receivedOn: expected.receivedOn, bankDate: expected.bankDate });
  });

  it('names threshold, sum and the other pieces', () => {
    expect(assessed.treatedAs).toBe(expected.treatedAs ?? said['kind']);
    expect(assessed.sum).toBe(expected.sum ?? said['amount']);
    expect(assessed.basis).toHaveLength(expected.basisCount ?? 0);
    expect(assessed.exemption).toBe(expected.exemption ?? null);
  });

  it('carries exactly its marks, and hides from the bank what is for offices', async () => {
    const office = ['whitelisted', 'runAlert', 'splitSuspected'];

    expect((await seenBy(filing, 'finance.reviewer')).marks).toEqual(expected.marks);
    const bank = (await seenBy(filing, `${filing.bank}.maker`)).marks;
    expect(bank).toEqual(expected.marks.filter((mark) => !office.includes(mark)));
    for (const hidden of expected.hiddenFromBank ?? []) expect(bank).not.toContain(hidden);
    expect((await wishesOf(filing, 'INQUIRY.OPENED')).map(({ kind }) => kind)).toEqual(
      expected.inquiry === undefined ? [] : [expected.inquiry],
    );
  });

  it('goes to the county of operation', async () => {
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await act(filing, 'finance.reviewer', 'ASK_FACTS', { questions: ['是否正常开工？'] });

    const county = await person(`${expected.routedTo ?? 'jinjiang'}.coordinator`);

    expect((await county.get(filing.path)).status).toBe(200);
  });
});

describe.each(refused)('$id $title', ({ filing: said, expect: { status, code } }) => {
  it(`answers ${String(status)} ${code ?? ''}`, async () => {
    await setClock('2026-06-10T09:30:00+08:00');
    const filing = await aDraft({ content: await contentOf(said) });

    const sent = await attempt(filing, 'jinli.maker', 'SEND_TO_CHECK');
    const answer =
      sent.status === 200 ? await attempt(filing, said.checkedBy ?? 'jinli.checker', 'FILE') : sent;

    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.errors[0].code).toBe(code);
    if (status === 403) expect(answer.body.code).toBe(code);
    expect((await seenBy(filing, 'jinli.maker')).number === null).toBe(status !== 200);
  });
});
