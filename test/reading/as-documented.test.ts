import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPdf, sha256 } from '../attachment/a-file.js';
import { upload } from '../attachment/upload.js';
import { releaseClock, setClock } from '../support/clock.js';
import { documentedFaults, type FaultsOf } from '../support/documented.js';
import {
  act,
  aDraft,
  aReportUnderReview,
  change,
  expecting,
  type Filing,
  person,
} from '../support/filings.js';

jest.setTimeout(60_000);

const READERS = ['jinli.maker', 'finance.reviewer', 'industry.leader', 'regulator.observer'];

let faultsOf: FaultsOf;
let filing: Filing;

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  faultsOf = await documentedFaults();
  filing = await aReportUnderReview();
  await change(filing, { branch: '安海支行' });
  expecting(201, await upload(filing, aPdf()));
  await act(filing, 'jinli.checker', 'AMEND', { reason: '补填网点。' });
  await act(filing, 'finance.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['请说明担保情况。'] });
  await aDraft();
});
afterAll(releaseClock);

describe('every answer of the reading side is what the document says, no field more or less', () => {
  it.each(['explain', 'history', 'receipt', 'attachments'])('GET /filings/{id}/%s', async (question) => {
    const route = `/api/v1/filings/{id}/${question}`;
    for (const login of READERS) {
      const { body } = expecting(200, await (await person(login)).get(`${filing.path}/${question}`));
      expect([login, faultsOf(body, route, 'get', 200)]).toEqual([login, []]);
    }
  });

  it.each(['todo', 'done', 'mine', 'cc', 'draft'])('GET /worklist?tab=%s', async (tab) => {
    for (const login of READERS) {
      const { body } = expecting(200, await (await person(login)).get(`/worklist?tab=${tab}`));
      expect([login, faultsOf(body, '/api/v1/worklist', 'get', 200)]).toEqual([login, []]);
    }
  });

  it('GET /codes', async () => {
    for (const login of READERS) {
      const { body } = expecting(200, await (await person(login)).get('/codes'));
      expect([login, faultsOf(body, '/api/v1/codes', 'get', 200)]).toEqual([login, []]);
    }
  });

  it('PUT /filings/{id}/attachments/{sha256}, the first time and again', async () => {
    const bytes = aPdf();
    const route = '/api/v1/filings/{id}/attachments/{sha256}';
    for (const status of [201, 200]) {
      const { body } = expecting(status, await upload(filing, bytes, { hash: sha256(bytes) }));
      expect(faultsOf(body, route, 'put', status)).toEqual([]);
    }
  });
});
