import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { aReportUnderReview, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(120_000);
afterAll(everyCaseReplays);

/** One account of each role that a person may have. */
const LOGINS = [
  'jinli.maker',
  'jinli.checker',
  'jinli.delegate',
  'jinli.admin',
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'jinjiang.coordinator',
  'regulator.observer',
  'pboc.observer',
  'system.admin',
  'security.admin',
  'audit.admin',
];

const TEXT = { text: '说明。' };
const REASON = { reason: '说明。' };
const CHAIN = ['jinli.maker', 'jinli.checker', 'jinli.admin'];
const OFFICERS = ['jinli.maker', 'jinli.checker'];
const BUREAUS = ['finance.reviewer', 'finance.leader', 'industry.reviewer', 'industry.leader'];
const REVIEWERS = ['finance.reviewer', 'industry.reviewer'];

/** Who may send what, written apart from the code: everybody else gets 403, whatever the state. */
const MAY_SEND: Readonly<Record<string, { payload: object; logins: string[] }>> = {
  SEND_TO_CHECK: { payload: {}, logins: ['jinli.maker'] },
  DISCARD: { payload: {}, logins: ['jinli.maker'] },
  SIGN_FILING: { payload: {}, logins: CHAIN },
  RETURN_TO_MAKER: { payload: REASON, logins: ['jinli.checker', 'jinli.admin'] },
  FILE: { payload: {}, logins: CHAIN },
  RESUBMIT: { payload: {}, logins: OFFICERS },
  SUPPLEMENT: { payload: { office: 'finance', ...TEXT }, logins: OFFICERS },
  UNDERTAKE: { payload: { until: '2026-08-20' }, logins: OFFICERS },
  DECLINE: { payload: REASON, logins: OFFICERS },
  EXTEND_COORDINATION: { payload: {}, logins: OFFICERS },
  POSTPONE: { payload: { date: '2026-08-20' }, logins: OFFICERS },
  AMEND: { payload: {}, logins: OFFICERS },
  WITHDRAW: { payload: { reason: 'other' }, logins: OFFICERS },
  VOID: { payload: REASON, logins: OFFICERS },
  REPORT_EXECUTION: {
    payload: { date: '2026-06-10', lines: [{ amount: '1.00' }], final: false },
    logins: OFFICERS,
  },
  REPORT_RETAINED: { payload: {}, logins: OFFICERS },
  ACKNOWLEDGE: { payload: {}, logins: ['finance.reviewer'] },
  REQUEST_COMPLETION: { payload: { defects: [TEXT] }, logins: ['finance.reviewer'] },
  RULE_OUT_OF_SCOPE: { payload: {}, logins: ['finance.reviewer'] },
  OPINE: { payload: { position: 'noObjection', ...TEXT }, logins: BUREAUS },
  SIGN_OPINION: { payload: {}, logins: BUREAUS },
  RETURN_OPINION: { payload: REASON, logins: BUREAUS },
  REQUEST_SUPPLEMENT: { payload: { questions: ['？'] }, logins: REVIEWERS },
  ASK_FACTS: { payload: { questions: ['？'] }, logins: BUREAUS },
  REPORT_FACTS: { payload: TEXT, logins: ['jinjiang.coordinator'] },
  COMMENT: { payload: TEXT, logins: ['jinli.delegate'] },
  SET_FOCUS: { payload: REASON, logins: BUREAUS },
  SUSPECT_SPLIT: { payload: { suspected: true, ...REASON }, logins: BUREAUS },
  CLEAR: { payload: {}, logins: ['finance.leader'] },
  SUGGEST_DEFERRAL: { payload: {}, logins: ['finance.leader'] },
  INTERVENE: { payload: {}, logins: ['finance.leader'] },
  REFER_TO_COMMITTEE: { payload: {}, logins: ['finance.leader'] },
  CONFIRM_EXECUTION: { payload: {}, logins: ['finance.reviewer'] },
  QUERY_EXECUTION: { payload: { question: '？' }, logins: ['finance.reviewer'] },
};

describe('every event × every role', () => {
  let filing: Filing;
  beforeAll(async () => {
    await setClock('2026-06-10T09:30:00+08:00');
    // From 5,000,000 on the county sees it too.
    filing = await aReportUnderReview({ content: { amount: '5000000.00' } });
  });

  it('knows every event of the contract', async () => {
    const { body } = await (await person('jinli.maker')).get('/openapi.json');
    const events = body.paths['/api/v1/filings/{id}/events'].post.requestBody.content['application/json'];

    expect(Object.keys(events.schema.discriminator.mapping).sort()).toEqual(Object.keys(MAY_SEND).sort());
  });

  it.each(Object.entries(MAY_SEND))('%s', async (type, { payload, logins }) => {
    for (const login of LOGINS) {
      const client = await person(login);
      // An old version, so that whoever may send it changes nothing either.
      const { status, body } = await client.send(filing.path, type, payload, { ifMatch: '"1.0"' });
      const forbidden = status === 403 && body.code === 'forbidden';
      expect([login, forbidden]).toEqual([login, !logins.includes(login)]);
    }
  });
});
