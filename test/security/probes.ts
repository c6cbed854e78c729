import { aPdf } from '../attachment/a-file.js';
import { aClaim } from '../support/committees.js';
import { STANDSTILL } from '../support/resolutions.js';
import type { Operation } from './operations.js';

/** What is sent to an operation that changes something: whoever may, is refused for what it says or changes nothing that counts. */
export interface Probe {
  body?: object | Uint8Array;
  headers?: Readonly<Record<string, string>>;
  /** In a session of its own: the operation ends it. */
  inOwnSession?: boolean;
}

/** No version has this number: the sender has seen something old. */
export const STALE = { 'if-match': '"1.0"' };
/** Not valid for anybody: the answer says whether one may ask at all. */
const NOT_VALID: Probe = { body: { nobodyKnowsThis: true } };
const COURT = {
  court: '泉州市中级人民法院',
  documentNumber: '（2026）闽05破申1号',
  acceptedOn: '2026-06-09',
};

const HALF = { numerator: 1, denominator: 2, compare: 'moreThan' };
const AGREEMENT = {
  majorities: {
    major: { claims: { numerator: 2, denominator: 3, compare: 'atLeast' }, heads: HALF },
    ordinary: { claims: HALF, heads: HALF },
  },
  denominators: { conflicted: 'leave', asking: 'leave' },
  windows: { draftWd: 2, noticeWd: 3, voteWd: 10, extensionWd: 5 },
  standstill: { days: 90, extensionDays: 90 },
  chairToldAtOnce: false,
  disclosure: { claims: true, exposures: false, filings: false },
  openVoting: false,
};

const PROBES: Readonly<Record<string, Probe>> = {
  'DELETE /session': { inOwnSession: true },
  'POST /session/second-factor': {},
  'POST /session/passkeys/options': {},
  'POST /people/{id}/password-reset': {},
  'POST /people/{id}/disable': {},
  'POST /people/{id}/enable': {},
  'PUT /people/{id}/staff-number': { body: { staffNo: '10999' } },
  'PUT /personal-data/email': { body: { email: 'someone@example.test' } },
  'POST /personal-data/corrections': { body: { text: '姓名用字有误。' } },
  'POST /people/{id}/correction': { body: { answer: '已更正。' } },
  'POST /api-keys/{id}/rotate': { body: { overlapHours: 1 } },
  'POST /presence': { body: { case: '00000000-0000-7000-8000-000000000000' } },
  'POST /inbox/read': { body: { newest: '00000000-0000-7000-8000-000000000000' } },
  'POST /inbox/{id}/read': {},
  'POST /webhooks/{id}/rotate': {},
  'POST /webhooks/{id}/test': {},
  'POST /webhooks/{id}/pause': {},
  'POST /webhooks/{id}/resume': {},
  'POST /webhooks/{id}/deliveries/{delivery}/replay': {},
  'POST /posts/{id}/review': {},
  'POST /grants/{id}/execute': {},
  'POST /grants/{id}/withdraw': {},
  'POST /sign-off-chains/{id}/execute': {},
  'POST /sign-off-chains/{id}/withdraw': {},
  'POST /organization-changes/{id}/execute': {},
  'POST /organization-changes/{id}/withdraw': {},

  'POST /mail/{id}/retry': {},
  'PATCH /filings/{id}': { body: { amount: '1.00' }, headers: STALE },
  'DELETE /filings/{id}': { headers: { 'if-match': '"9.9"' } },
  'POST /filings/{id}/copy': {},
  'POST /filings/{id}/events': { body: { type: 'RESUBMIT' }, headers: STALE },
  'PUT /filings/{id}/attachments/{sha256}': {
    body: aPdf('matrix'),
    headers: { 'content-disposition': 'attachment; filename=a.pdf' },
  },
  'POST /filings/{id}/coordination/events': {
    body: { type: 'PREPARE_OUTCOME', outcome: 'retained' },
    headers: STALE,
  },
  'POST /coordinations/{id}/events': { body: { type: 'CANCEL_MEETING', reason: '改期。' }, headers: STALE },
  'POST /supports/{id}/events': { body: { type: 'RESUME' }, headers: STALE },
  'POST /inquiries/{id}/events': { body: { type: 'CLOSE', cured: true, reason: '已恢复。' }, headers: STALE },
  'POST /firms/{id}/acts': {
    body: { kind: 'squeeze', amount: '1.00', actedOn: '2026-06-01', status: 'executed' },
  },
  'POST /firms/{id}/court-acceptance': { body: COURT },
  'POST /firms/{id}/court-outcome': { body: { outcome: 'closed', on: '2026-06-09' } },
  'POST /committees/{id}/events': { body: { type: 'WILLING' }, headers: STALE },
  'POST /committees/{id}/claims': { body: aClaim('1.00'), headers: STALE },
  'POST /committees/{id}/agreement': { body: { agreement: AGREEMENT }, headers: STALE },
  'POST /committees/{id}/meetings': {
    body: { on: '2026-06-26', at: '09:30', place: '市行政中心', way: 'onSite', agenda: ['稳定期安排'] },
    headers: STALE,
  },
  'POST /committees/{id}/resolutions': { body: { subject: STANDSTILL, title: '议题', text: '请表决。' } },
  'PUT /resolutions/{id}/ballots/mine': { body: { choice: 'for' } },
  'POST /resolutions/{id}/events': {
    body: { type: 'DECIDE', carried: true, text: '改期。' },
    headers: STALE,
  },
};

export function probeOf({ name, method }: Operation): Probe {
  return PROBES[name] ?? (method === 'GET' || method === 'DELETE' ? {} : NOT_VALID);
}
