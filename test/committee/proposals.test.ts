import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { aFirm, aProposal, aProposedCommittee, idOf, unitOf } from '../support/committees.js';
import { query } from '../support/database.js';
import { person } from '../support/filings.js';
import { codesOf } from '../support/refused-by-committees.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('银保监发〔2020〕57号 2: a proposal that cannot be', () => {
  async function proposing(
    change: (proposal: Record<string, unknown>) => object | Promise<object>,
    login = 'jinli.delegate',
    firm?: string,
  ): Promise<[number, string[]]> {
    const about = firm ?? (await aFirm()).id;
    const proposal = await change(await aProposal(about));
    const before = await query('admin', 'select count(*) from process_case');
    const answer = await (await person(login)).post('/committees', proposal);
    expect(await query('admin', 'select count(*) from process_case')).toEqual(before);
    return codesOf(answer);
  }
  const bank = async (key: string) => ({ organization: await idOf(key) });
  const unit = async (key: string, name: string) => ({
    organization: await idOf(key),
    unit: await unitOf(key, name),
  });

  it('two units of one bank are one head', async () => {
    const units = async () => [
      await bank('jinli'),
      await unit('haisi', 'jinjiang'),
      await unit('haisi', 'shishi'),
    ];

    expect(await proposing(async (proposal) => ({ ...proposal, creditors: await units() }))).toEqual([
      422,
      ['bank-listed-twice', 'too-few-creditors'],
    ]);
  });

  it('two creditors are too few for a committee, one for a consultation', async () => {
    const two = async () => [await bank('jinli'), await bank('citong')];

    expect(await proposing(async (proposal) => ({ ...proposal, creditors: await two() }))).toEqual([
      422,
      ['too-few-creditors'],
    ]);
    expect(
      await proposing(async (proposal) => ({
        ...proposal,
        form: 'light',
        creditors: [await bank('jinli')],
      })),
    ).toEqual([422, ['too-few-creditors']]);
  });

  it('a bureau is no creditor, and a unit is of its own bank', async () => {
    const wrong = async () => [
      await bank('jinli'),
      await bank('finance'),
      { organization: await idOf('citong'), unit: await unitOf('haisi', 'shishi') },
    ];

    expect(await proposing(async (proposal) => ({ ...proposal, creditors: await wrong() }))).toEqual([
      422,
      ['creditor-unknown', 'creditor-unknown'],
    ]);
  });

  it('the proposing bank is one of the creditors', async () => {
    expect(await proposing((proposal) => proposal, 'anping.delegate')).toEqual([
      422,
      ['proposer-not-creditor'],
    ]);
  });

  it('the lead bank is one of the lenders', async () => {
    expect(
      await proposing(async (proposal) => ({ ...proposal, form: 'light', lead: await idOf('anping') })),
    ).toEqual([422, ['lead-not-creditor']]);
  });

  it('a financial institution has no such committee', async () => {
    const { id } = await aFirm();
    await query('admin', "update firm set trade = '融资租赁' where id = $1", [id]);

    expect(await proposing((proposal) => proposal, 'jinli.delegate', id)).toEqual([
      422,
      ['firm-is-financial'],
    ]);
  });

  it('one firm has one committee', async () => {
    const committee = await aProposedCommittee();

    expect(await proposing((proposal) => proposal, 'jinli.delegate', committee.firm)).toEqual([
      422,
      ['committee-exists'],
    ]);
  });

  it('two who propose at once: one committee', async () => {
    const { id } = await aFirm();
    const proposal = await aProposal(id);
    const clients = await Promise.all(['jinli.delegate', 'citong.delegate'].map(person));

    const answers = await Promise.all(clients.map((client) => client.post('/committees', proposal)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('a firm before the court has none', async () => {
    const { id } = await aFirm();
    await query(
      'admin',
      `insert into court_acceptance (jurisdiction, id, firm, court, document_number, accepted_on)
        values ('350500', gen_random_uuid(), $1, '泉州市中级人民法院', '（2026）闽05破申12号', '2026-06-01')`,
      [id],
    );

    expect(await proposing((proposal) => proposal, 'jinli.delegate', id)).toEqual([422, ['firm-in-court']]);
  });

  it('fields that do not fit, an unknown firm, and posts that propose nothing', async () => {
    const missing = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

    expect((await proposing(({ reason: _, ...proposal }) => proposal))[0]).toBe(400);
    expect((await proposing((proposal) => ({ ...proposal, form: 'huge' })))[0]).toBe(400);
    expect((await proposing((proposal) => ({ ...proposal, colour: 'red' })))[0]).toBe(400);
    expect((await proposing((proposal) => ({ ...proposal, firm: missing })))[0]).toBe(404);
    expect((await proposing((proposal) => proposal, 'jinli.maker'))[0]).toBe(403);
    expect((await proposing((proposal) => proposal, 'regulator.observer'))[0]).toBe(403);
  });
});
