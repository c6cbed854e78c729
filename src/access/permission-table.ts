import { ROLES, type Role } from '../../workflows/process.js';

/**
 * Who may call a route at all; `signedIn` is for people, whoever they are. What a caller then sees or may do with one thing is
 * decided by the thing.
 */
export type Permission = 'public' | 'signedIn' | readonly Role[];

/** Banks' systems too: what everybody may know who has to do with the system. */
const KNOWN: readonly Role[] = ROLES;
const BANK: readonly Role[] = ['bank.maker', 'bank.checker', 'bank.admin', 'bank.client'];
const BANK_WRITERS: readonly Role[] = ['bank.maker', 'bank.client'];
const BUREAUS: readonly Role[] = [
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
];
const OFFICES: readonly Role[] = [...BUREAUS, 'county.coordinator'];
const OBSERVERS: readonly Role[] = ['regulator.observer', 'pboc.observer'];
/** Everybody who has a part in cases; those who run the system have none. */
const CASE_READERS: readonly Role[] = [...BANK, 'bank.delegate', ...OFFICES, ...OBSERVERS];
/** Who may have to call the bank's contact; observers only watch. */
const CONTACT_READERS: readonly Role[] = [...BANK, ...OFFICES];
/** Sheets are for people, who answer for where they go; a system has the lists. */
const SHEET_READERS: readonly Role[] = CASE_READERS.filter((role) => role !== 'bank.client');
/** A bank's committees are its delegate's: makers and checkers file whatever the committee does. */
const COMMITTEE_READERS: readonly Role[] = ['bank.delegate', 'bank.admin', ...BUREAUS, ...OBSERVERS];
/** A coordination as a whole is for offices: banks come to it by their own filings. */
const COORDINATION_READERS: readonly Role[] = [...OFFICES, ...OBSERVERS];
const SUPPORTERS: readonly Role[] = [
  'helper.officer',
  'bank.maker',
  'bank.checker',
  'bank.client',
  ...OFFICES,
];
const SUPPORT_READERS: readonly Role[] = [...SUPPORTERS, 'bank.admin', ...OBSERVERS];
/** A bank keeps its own accounts; the security administrator those of everybody. */
const ACCOUNT_KEEPERS: readonly Role[] = ['security.admin', 'bank.admin'];
/** 双人授权: one of them proposes, another executes, the auditor sees. */
const GRANTERS: readonly Role[] = [...ACCOUNT_KEEPERS, 'system.admin'];
const CASE_ACTORS: readonly Role[] = [...BANK, 'bank.delegate', ...OFFICES];
/** What people arrange among themselves is nothing for a bank's system. */
const PEOPLE_IN_CASES: readonly Role[] = CASE_ACTORS.filter((role) => role !== 'bank.client');

/**
 * The permission table, by method and path below /api/v1. A route without a row here does not boot, and a row without a
 * route fails a test; the rights of single events stand in `EVENT_ROLES`.
 */
export const ROUTES: Readonly<Record<string, Permission>> = {
  'GET /openapi.json': 'public',
  'POST /session': 'public',
  'GET /session': 'signedIn',
  'DELETE /session': 'signedIn',
  'GET /session/ways': 'public',
  'GET /session/oidc': 'public',
  'GET /session/oidc/callback': 'public',
  'POST /session/step-up': 'signedIn',
  'PUT /session/password': 'signedIn',
  'POST /session/second-factor': 'signedIn',
  'PUT /session/second-factor': 'signedIn',
  'GET /session/passkeys': 'signedIn',
  'POST /session/passkeys/options': 'signedIn',
  'POST /session/passkeys': 'signedIn',
  'DELETE /session/passkeys/:id': 'signedIn',
  'GET /sessions': 'signedIn',
  'DELETE /sessions/:id': 'signedIn',
  'GET /personal-data': 'signedIn',
  'PUT /personal-data/email': 'signedIn',
  'POST /personal-data/corrections': 'signedIn',

  'POST /filings/assess': 'public',
  'POST /filings': BANK_WRITERS,
  'GET /filings': CASE_READERS,
  'GET /filings/export': SHEET_READERS,
  'POST /filings/batches': ['bank.maker'],
  'GET /filings/batches': ['bank.maker'],
  'GET /filings/batches/template': ['bank.maker'],
  'GET /filings/batches/:batch': ['bank.maker'],
  'GET /filings/batches/:batch/remarked-rows': ['bank.maker'],
  'GET /filings/:id': CASE_READERS,
  'PATCH /filings/:id': BANK_WRITERS,
  'DELETE /filings/:id': BANK_WRITERS,
  'POST /filings/:id/copy': BANK_WRITERS,
  'POST /filings/:id/events': CASE_ACTORS,
  'GET /filings/:id/actions': CASE_READERS,
  'GET /filings/:id/explain': CASE_READERS,
  'GET /filings/:id/history': CASE_READERS,
  'GET /filings/:id/diagram.svg': CASE_READERS,
  'GET /filings/:id/diagram': CASE_READERS,
  'GET /filings/:id/contact': CONTACT_READERS,
  'GET /filings/:id/receipt': CASE_READERS,
  'GET /filings/:id/attachments': CASE_READERS,
  'PUT /filings/:id/attachments/:sha256': BANK_WRITERS,
  'GET /filings/:id/attachments/:sha256': CASE_READERS,
  'DELETE /filings/:id/attachments/:sha256': BANK_WRITERS,
  'GET /worklist': [...CASE_READERS, 'helper.officer'],

  'GET /filings/:id/coordination': BANK,
  'POST /filings/:id/coordination/events': BANK,
  'GET /filings/:id/coordination/actions': BANK,
  'GET /filings/:id/coordination/explain': BANK,
  'GET /filings/:id/coordination/history': BANK,
  'GET /coordinations': COORDINATION_READERS,
  'GET /coordinations/:id': COORDINATION_READERS,
  'POST /coordinations/:id/events': OFFICES,
  'GET /coordinations/:id/actions': COORDINATION_READERS,
  'GET /coordinations/:id/explain': COORDINATION_READERS,
  'GET /coordinations/:id/history': COORDINATION_READERS,
  'GET /coordinations/:id/diagram.svg': COORDINATION_READERS,
  'GET /coordinations/:id/diagram': COORDINATION_READERS,
  'GET /supports': SUPPORT_READERS,
  'POST /supports': OFFICES,
  'GET /supports/:id': SUPPORT_READERS,
  'POST /supports/:id/events': SUPPORTERS,
  'GET /supports/:id/actions': SUPPORT_READERS,
  'GET /supports/:id/explain': SUPPORT_READERS,
  'GET /supports/:id/history': SUPPORT_READERS,
  'GET /supports/:id/diagram.svg': SUPPORT_READERS,
  'GET /supports/:id/diagram': SUPPORT_READERS,

  'POST /committees': ['bank.delegate', ...BUREAUS],
  'GET /committees': COMMITTEE_READERS,
  'GET /committees/:id': COMMITTEE_READERS,
  'POST /committees/:id/events': ['bank.delegate', ...BUREAUS],
  'GET /committees/:id/actions': COMMITTEE_READERS,
  'GET /committees/:id/explain': COMMITTEE_READERS,
  'GET /committees/:id/history': COMMITTEE_READERS,
  'GET /committees/:id/diagram.svg': COMMITTEE_READERS,
  'GET /committees/:id/diagram': COMMITTEE_READERS,
  'GET /committees/:id/claims': COMMITTEE_READERS,
  'POST /committees/:id/claims': ['bank.delegate'],
  'GET /committees/:id/agreement': COMMITTEE_READERS,
  'POST /committees/:id/agreement': ['bank.delegate', ...BUREAUS],
  'GET /committees/:id/meetings': COMMITTEE_READERS,
  'POST /committees/:id/meetings': ['bank.delegate'],
  'GET /committees/:id/meetings/:meeting/invitation.ics': COMMITTEE_READERS,
  'GET /committees/:id/rollovers': COMMITTEE_READERS,

  'POST /committees/:id/resolutions': ['bank.delegate'],
  'GET /resolutions': COMMITTEE_READERS,
  'GET /resolutions/:id': COMMITTEE_READERS,
  'POST /resolutions/:id/events': ['bank.delegate', ...BUREAUS],
  'GET /resolutions/:id/actions': COMMITTEE_READERS,
  'GET /resolutions/:id/explain': COMMITTEE_READERS,
  'GET /resolutions/:id/history': COMMITTEE_READERS,
  'GET /resolutions/:id/diagram.svg': COMMITTEE_READERS,
  'GET /resolutions/:id/diagram': COMMITTEE_READERS,
  'PUT /resolutions/:id/ballots/mine': ['bank.delegate'],
  'GET /resolutions/:id/ballots/mine': ['bank.delegate'],
  'GET /resolutions/:id/ballots': COMMITTEE_READERS,
  'GET /resolutions/:id/count': COMMITTEE_READERS,

  'POST /inquiries': ['finance.reviewer', 'finance.leader', 'county.coordinator'],
  'GET /inquiries': CASE_READERS,
  'GET /inquiries/:id': CASE_READERS,
  'POST /inquiries/:id/events': [...BANK, 'finance.reviewer', 'finance.leader', 'regulator.observer'],
  'GET /inquiries/:id/actions': CASE_READERS,
  'GET /inquiries/:id/explain': CASE_READERS,
  'GET /inquiries/:id/history': CASE_READERS,
  'GET /inquiries/:id/diagram.svg': CASE_READERS,
  'GET /inquiries/:id/diagram': CASE_READERS,

  'GET /organizations': KNOWN,
  'GET /jurisdictions': 'public',
  'GET /codes': 'public',
  'GET /firms': CASE_READERS,
  'GET /firms/:id': CASE_READERS,
  'GET /firms/:id/exposures': [...BUREAUS, ...OBSERVERS, 'bank.delegate'],
  'POST /firms/:id/court-acceptance': ['finance.reviewer', 'finance.leader'],
  'POST /firms/:id/court-outcome': ['finance.reviewer', 'finance.leader'],
  'GET /firms/:id/acts': CASE_READERS,
  'POST /firms/:id/acts': [...BANK_WRITERS, 'bank.checker', 'finance.reviewer'],
  'GET /people': 'signedIn',
  'POST /people/:id/password-reset': ACCOUNT_KEEPERS,
  'POST /people/:id/disable': ACCOUNT_KEEPERS,
  'POST /people/:id/enable': ACCOUNT_KEEPERS,
  'PUT /people/:id/staff-number': ACCOUNT_KEEPERS,
  'DELETE /people/:id/second-factor': ACCOUNT_KEEPERS,
  'GET /corrections': ACCOUNT_KEEPERS,
  'POST /people/:id/correction': ACCOUNT_KEEPERS,
  'GET /api-keys': ['bank.admin'],
  'POST /api-keys': ['bank.admin'],
  'POST /api-keys/:id/rotate': ['bank.admin'],
  'DELETE /api-keys/:id': ['bank.admin'],
  'GET /webhooks': ['bank.admin'],
  'POST /webhooks': ['bank.admin'],
  'POST /webhooks/:id/rotate': ['bank.admin'],
  'POST /webhooks/:id/pause': ['bank.admin'],
  'POST /webhooks/:id/resume': ['bank.admin'],
  'POST /webhooks/:id/test': ['bank.admin'],
  'DELETE /webhooks/:id': ['bank.admin'],
  'GET /webhooks/:id/deliveries': ['bank.admin'],
  'POST /webhooks/:id/deliveries/:delivery/replay': ['bank.admin'],
  'GET /posts': [...GRANTERS, 'audit.admin'],
  'POST /posts/:id/review': ACCOUNT_KEEPERS,
  'GET /grants': [...GRANTERS, 'audit.admin'],
  'POST /grants': ACCOUNT_KEEPERS,
  'POST /grants/:id/execute': ['system.admin', 'bank.admin'],
  'POST /grants/:id/withdraw': GRANTERS,
  'GET /sign-off-chains': [...GRANTERS, 'audit.admin'],
  'PUT /sign-off-chains': ACCOUNT_KEEPERS,
  'POST /sign-off-chains/:id/execute': ['system.admin', 'bank.admin'],
  'POST /sign-off-chains/:id/withdraw': GRANTERS,
  'GET /organization-changes': ['system.admin', 'security.admin', 'audit.admin'],
  'POST /organization-changes': ['security.admin'],
  'POST /organization-changes/:id/execute': ['system.admin'],
  'POST /organization-changes/:id/withdraw': ['system.admin', 'security.admin'],
  'GET /delegations': 'signedIn',
  'POST /delegations': PEOPLE_IN_CASES,
  'DELETE /delegations/:id': PEOPLE_IN_CASES,

  'GET /policies': KNOWN,
  'POST /policies': ['system.admin'],
  'GET /policy-bases': 'public',
  'POST /policy-bases': ['system.admin'],
  'GET /calendars/add': 'public',
  'GET /calendars/:year': 'public',
  'PUT /calendars/:year': ['system.admin'],

  'GET /search': CASE_READERS,
  'GET /phrases': PEOPLE_IN_CASES,
  'POST /phrases': PEOPLE_IN_CASES,
  'DELETE /phrases/:id': PEOPLE_IN_CASES,
  'POST /presence': PEOPLE_IN_CASES,
  'GET /reports/overview': [...BANK, ...OFFICES, ...OBSERVERS],
  'GET /deadlines/health': ['system.admin'],

  'GET /inbox': 'signedIn',
  'POST /inbox/read': 'signedIn',
  'POST /inbox/:id/read': 'signedIn',
  'GET /mail': ['system.admin'],
  'POST /mail/:id/retry': ['system.admin'],
  'GET /events/stream': 'signedIn',
  'GET /events': CASE_READERS,
  'GET /audit/entries': ['audit.admin'],
  'GET /audit/health': ['system.admin', 'audit.admin'],
  'GET /audit/keys': 'public',
  'GET /audit/checkpoint': KNOWN,
  'GET /audit/proof/:entryId': KNOWN,
  'GET /audit/consistency': KNOWN,
  'POST /audit/verifications': ['audit.admin'],
  'GET /audit/verifications': ['audit.admin'],
  'GET /audit/verifications/:id': ['audit.admin'],
  'GET /processes': KNOWN,
  'GET /processes/:name/:version/diagram.svg': KNOWN,
  'GET /processes/:name/:version/diagram': KNOWN,
  'GET /processes/:name/:version/proof': KNOWN,
};

export function mayCall(permission: Permission, roles: readonly Role[]): boolean {
  if (permission === 'public') return true;
  if (permission === 'signedIn') return roles.some((role) => role !== 'bank.client');
  return permission.some((role) => roles.includes(role));
}
