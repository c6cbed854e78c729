import { answered } from '../support/client.js';
import { query } from '../support/database.js';
import type { Operation } from './operations.js';

/** What an operation leaves in the log when it succeeds: the kind and the beginning of the type, or why it leaves nothing. */
type Left = string | { nothing: string };

const TRANSITION = 'transition';

/**
 * Every operation that changes something, and the sheet that is taken out of the system (GB/T 22239-2019 8.1.4.3 a), written by
 * hand.
 */
export const LEAVES: Readonly<Record<string, Left>> = {
  'POST /session': 'access SIGN_IN',
  'DELETE /session': 'access SIGN_OUT',
  'POST /session/step-up': 'access SIGN_IN',
  'PUT /session/password': 'access PASSWORD_CHANGED',
  'POST /session/second-factor': {
    nothing: 'nothing counts before the first code, which is an operation of its own',
  },
  'PUT /session/second-factor': 'access SECOND_FACTOR_SET',
  'POST /session/passkeys/options': {
    nothing: 'nothing counts before the passkey, which is an operation of its own',
  },
  'POST /session/passkeys': 'access PASSKEY_ADDED',
  'DELETE /session/passkeys/{id}': 'access PASSKEY_REMOVED',
  'DELETE /sessions/{id}': 'access SIGN_OUT',

  'GET /personal-data': 'access PERSONAL_DATA_READ',
  'PUT /personal-data/email': 'access OWN_EMAIL_SET',
  'POST /personal-data/corrections': 'access CORRECTION_ASKED',

  'POST /people/{id}/password-reset': 'grant PASSWORD_RESET',
  'POST /people/{id}/disable': 'grant ACCOUNT_DISABLED',
  'POST /people/{id}/enable': 'grant ACCOUNT_ENABLED',
  'PUT /people/{id}/staff-number': 'grant STAFF_NUMBER_SET',
  'DELETE /people/{id}/second-factor': 'grant SECOND_FACTOR_REMOVED',
  'POST /people/{id}/correction': 'grant CORRECTION_SETTLED',
  'POST /api-keys': 'grant API_KEY_MADE',
  'POST /api-keys/{id}/rotate': 'grant API_KEY_ROTATED',
  'DELETE /api-keys/{id}': 'grant API_KEY_REVOKED',
  'POST /grants': 'grant GRANT_PROPOSED',
  'POST /grants/{id}/execute': 'grant GRANT_EXECUTED',
  'POST /grants/{id}/withdraw': 'grant GRANT_WITHDRAWN',
  'POST /posts/{id}/review': 'grant POST_REVIEWED',
  'POST /delegations': 'grant DELEGATE',
  'DELETE /delegations/{id}': 'grant REVOKE_DELEGATION',
  'PUT /sign-off-chains': 'configuration CHAIN_PROPOSED',
  'POST /sign-off-chains/{id}/execute': 'configuration CHAIN_EXECUTED',
  'POST /sign-off-chains/{id}/withdraw': 'configuration CHAIN_WITHDRAWN',
  'POST /organization-changes': 'configuration ORGANIZATION_CHANGE_PROPOSED',
  'POST /organization-changes/{id}/execute': 'configuration ORGANIZATION_CHANGE_EXECUTED',
  'POST /organization-changes/{id}/withdraw': 'configuration ORGANIZATION_CHANGE_WITHDRAWN',
  'POST /webhooks': 'configuration ADD_WEBHOOK',
  'POST /webhooks/{id}/rotate': 'configuration ROTATE_WEBHOOK',
  'POST /webhooks/{id}/pause': 'configuration PAUSE_WEBHOOK',
  'POST /webhooks/{id}/resume': 'configuration RESUME_WEBHOOK',
  'DELETE /webhooks/{id}': 'configuration REMOVE_WEBHOOK',
  'POST /webhooks/{id}/test': { nothing: 'a message without a word about anything' },
  'POST /webhooks/{id}/deliveries/{delivery}/replay': {
    nothing: 'what the bank was told already, once more',
  },

  'POST /filings': TRANSITION,
  'POST /filings/batches': { nothing: 'each draft that comes of it has an entry of its own' },
  'POST /filings/{id}/copy': TRANSITION,
  'DELETE /filings/{id}': TRANSITION,
  'PATCH /filings/{id}': {
    nothing: 'a draft is its bank’s own paper; what is sent is sealed with its content',
  },
  'PUT /filings/{id}/attachments/{sha256}': {
    nothing: 'as a draft; what is sent names its attachments by hash',
  },
  'DELETE /filings/{id}/attachments/{sha256}': { nothing: 'as a draft' },
  'POST /filings/assess': { nothing: 'a question' },
  'POST /filings/{id}/events': TRANSITION,
  'POST /filings/{id}/coordination/events': TRANSITION,
  'POST /coordinations/{id}/events': TRANSITION,
  'POST /supports': TRANSITION,
  'POST /supports/{id}/events': TRANSITION,
  'POST /committees': TRANSITION,
  'POST /committees/{id}/events': TRANSITION,
  'POST /committees/{id}/claims': TRANSITION,
  'POST /committees/{id}/agreement': TRANSITION,
  'POST /committees/{id}/meetings': TRANSITION,
  'POST /committees/{id}/resolutions': TRANSITION,
  'POST /resolutions/{id}/events': TRANSITION,
  'PUT /resolutions/{id}/ballots/mine': TRANSITION,
  'POST /inquiries': TRANSITION,
  'POST /inquiries/{id}/events': TRANSITION,
  'POST /firms/{id}/acts': 'directory DECLARE_ACT',
  'POST /firms/{id}/court-acceptance': 'directory COURT.ACCEPTED',
  'POST /firms/{id}/court-outcome': 'directory COURT.',

  'POST /audit/verifications': 'access VERIFICATION_BEGUN',
  'POST /policies': 'configuration ENTER_POLICY',
  'POST /policy-bases': 'configuration ENTER_POLICY_BASIS',
  'PUT /calendars/{year}': 'configuration IMPORT_CALENDAR',
  'POST /phrases': { nothing: 'an organization’s own words, which say nothing until they are sent' },
  'DELETE /phrases/{id}': { nothing: 'as above' },
  'POST /presence': { nothing: 'who has a case open just now, forgotten within minutes' },
  'POST /inbox/read': { nothing: 'as below' },
  'POST /inbox/{id}/read': { nothing: 'a person’s own inbox' },
  'POST /mail/{id}/retry': { nothing: 'the mail was decided on with its notice' },

  'GET /filings/export': 'read EXPORT',
};

/** What is read of another organization's: once an hour, person and case, whichever of its pages come first. */
export const READINGS: Readonly<Record<string, { type: string; who: string }>> = {
  'GET /filings/{id}': { type: 'READ', who: 'financeLeader' },
  'GET /filings/{id}/history': { type: 'READ', who: 'financeLeader' },
  'GET /filings/{id}/explain': { type: 'READ', who: 'financeLeader' },
  'GET /filings/{id}/receipt': { type: 'READ', who: 'financeLeader' },
  'GET /filings/{id}/contact': { type: 'READ_CONTACT', who: 'financeLeader' },
  'GET /filings/{id}/attachments/{sha256}': { type: 'READ', who: 'financeLeader' },
  'GET /coordinations/{id}': { type: 'READ', who: 'industryLeader' },
  'GET /supports/{id}': { type: 'READ', who: 'maker' },
  'GET /committees/{id}': { type: 'READ', who: 'financeLeader' },
  'GET /resolutions/{id}': { type: 'READ', who: 'financeLeader' },
  'GET /inquiries/{id}': { type: 'READ', who: 'maker' },
};

/** Forgets what was read, so that the next reading is the first of its hour. */
export async function forgetReadings(): Promise<void> {
  await query(
    'admin',
    `with read as (delete from log_entry where kind = 'read' returning id),
      opened as (delete from log_value using read where entry_id = id),
      pending as (delete from log_pending using read where entry_id = id)
      delete from log_origin using read where entry_id = id`,
  );
}

/** The types of what was read since. */
export async function readings(): Promise<string[]> {
  const rows = await query<{ type: string }>('admin', `select type from log_entry where kind = 'read'`);
  return rows.map(({ type }) => type);
}

export interface Traces {
  /** Operations that succeeded in this file. */
  seen: string[];
  /** Requests that did not leave what their operation leaves. */
  missing: string[];
}

/** Every successful request of the test file against what its operation is to leave. */
export async function tracesOf(operations: readonly Operation[]): Promise<Traces> {
  const rows = await query<{ request: string; said: string }>(
    'admin',
    `select o.request, e.kind || ' ' || e.type as said from log_origin o join log_entry e on e.id = o.entry_id`,
  );
  const byRequest = grouped(rows);
  const patterns = operations.map(({ name, method, path }) => ({
    name,
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
    fixed: path.replaceAll(/\{\w+\}/g, '').length,
  }));
  const byOperation = new Map<string, string[][]>();
  for (const { method, path, status, request } of answered) {
    if (status >= 300) continue;
    const [operation] = patterns
      .filter((each) => each.method === method && each.pattern.test(path))
      .sort((one, other) => other.fixed - one.fixed);
    if (operation === undefined) continue;
    byOperation.set(operation.name, [
      ...(byOperation.get(operation.name) ?? []),
      byRequest.get(request) ?? [],
    ]);
  }
  const missing = [...byOperation].flatMap(([name, left]) => faultIn(name, left));
  return { seen: [...byOperation.keys()], missing };
}

function faultIn(name: string, left: readonly string[][]): string[] {
  const expected = LEAVES[name];
  if (typeof expected !== 'string') return [];
  const without = left.filter((said) => !said.some((each) => each.startsWith(expected)));
  return without.length === 0
    ? []
    : [`${name}: ${String(without.length)} of ${String(left.length)} left no ${expected}`];
}

function grouped(rows: readonly { request: string; said: string }[]): Map<string, string[]> {
  const byRequest = new Map<string, string[]>();
  for (const { request, said } of rows) byRequest.set(request, [...(byRequest.get(request) ?? []), said]);
  return byRequest;
}
