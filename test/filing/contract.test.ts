import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import {
  aClearedReport,
  act,
  aDraft,
  aFiledReport,
  aReport,
  aReportUnderReview,
  attempt,
  change,
  opine,
  person,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
let document: Body;
let ajv: Ajv2020;

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  document = (await (await person('jinli.maker')).get('/openapi.json')).body;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', components: document.components });
});
afterAll(everyCaseReplays);

/** What is wrong with a value by the schema of this name; nothing means that it fits. */
function faultsOf(schema: string, value: unknown): unknown[] {
  const check = ajv.compile({ $ref: `api#/components/schemas/${schema}` });
  check(value);
  return check.errors ?? [];
}

describe('OpenAPI: answers are what the document says', () => {
  it('of a filing, for each who may read it and in each part of its life', async () => {
    const draft = await aDraft();
    const filed = await aFiledReport();
    const reviewed = await aReportUnderReview();
    await opine(reviewed, 'finance', 'coordinate');
    await change(reviewed, { branch: '晋江支行' });
    const cleared = await aClearedReport();
    await act(cleared, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-10',
      lines: [{ amount: '1.00' }],
      final: false,
    });

    for (const [{ path }, logins] of [
      [draft, ['jinli.maker']],
      [filed, ['jinli.checker', 'finance.reviewer']],
      [reviewed, ['jinli.maker', 'industry.leader', 'regulator.observer']],
      [cleared, ['jinli.maker', 'pboc.observer']],
    ] as const) {
      for (const login of logins) {
        expect(faultsOf('Filing', (await (await person(login)).get(path)).body)).toEqual([]);
      }
    }
  });

  it('of a list, of actions, of an assessment, of an event', async () => {
    const filing = await aFiledReport();
    const reviewer = await person('finance.reviewer');
    const maker = await person('jinli.maker');

    expect(faultsOf('FilingList', (await reviewer.get('/filings?limit=100')).body)).toEqual([]);
    expect(faultsOf('FilingList', (await maker.get('/filings')).body)).toEqual([]);
    expect(faultsOf('FilingActions', (await maker.get(`${filing.path}/actions`)).body)).toEqual([]);
    expect(faultsOf('Assessment', (await maker.post('/filings/assess', aReport())).body)).toEqual([]);
    expect(faultsOf('FilingState', (await maker.post('/filings', aReport())).body)).toEqual([]);
    const draft = await aDraft();
    await act(draft, 'jinli.maker', 'SEND_TO_CHECK');
    expect(faultsOf('EventAnswer', await act(draft, 'jinli.checker', 'FILE'))).toEqual([]);
    expect(faultsOf('EventAnswer', await act(draft, 'finance.reviewer', 'ACKNOWLEDGE'))).toEqual([]);
  });

  it('of a problem', async () => {
    const filing = await aFiledReport();
    const maker = await person('jinli.maker');

    for (const { body } of [
      await maker.post('/filings', { amount: 5 }),
      await maker.get('/filings/01890000-0000-7000-8000-000000000000'),
      await attempt(filing, 'jinli.maker', 'AMEND'),
      await attempt(filing, 'finance.leader', 'CLEAR'),
    ]) {
      expect(faultsOf('Problem', body)).toEqual([]);
    }
  });
});

describe('OpenAPI: every event has its schema and an example that fits', () => {
  it('and no more than what it names', () => {
    const { schema, examples } =
      document.paths['/api/v1/filings/{id}/events'].post.requestBody.content['application/json'];
    const mapping: Record<string, string> = schema.discriminator.mapping;

    expect(schema.oneOf).toHaveLength(Object.keys(mapping).length);
    for (const [type, reference] of Object.entries(mapping)) {
      const name = reference.split('/').at(-1) ?? '';
      expect([type, faultsOf(name, examples[type].value)]).toEqual([type, []]);
      expect([type, faultsOf(name, { ...examples[type].value, type: 'OTHER' })]).not.toEqual([type, []]);
    }
  });

  it('a filed report fits the schema of its body', () => {
    expect(faultsOf('FilingContent', aReport())).toEqual([]);
    expect(faultsOf('FilingContent', aReport({ amount: 5 }))).not.toEqual([]);
  });
});
