/**
 * Who may send which event, written by hand from the processes (design: processes 2 to 7), apart from the code: nothing here comes
 * from `EVENT_ROLES`. Whoever is not named is refused with 403, whatever state the case is in.
 */
export type EventRights = Readonly<Record<string, string>>;

/** A bank's own word about its own report. */
const OFFICERS = 'officers sending';
/** Whoever may hold a step of the bank's chain. */
const CHAIN = 'officers bankAdmin sending';
/** One of them is made responsible for a coordination; which, the case says. */
const RESPONSIBLE = 'bureaus county';
const SUPPORTERS = 'helper officers sending bureaus county';
const PROPOSERS = 'delegate bureaus';

/** By the operation that takes the events of a process. */
export const EVENT_RIGHTS: Readonly<Record<string, EventRights>> = {
  'POST /filings/{id}/events': {
    SEND_TO_CHECK: 'writers',
    DISCARD: 'writers',
    SIGN_FILING: CHAIN,
    RETURN_TO_MAKER: 'checker bankAdmin sending',
    FILE: CHAIN,
    RESUBMIT: OFFICERS,
    SUPPLEMENT: OFFICERS,
    UNDERTAKE: OFFICERS,
    DECLINE: OFFICERS,
    EXTEND_COORDINATION: OFFICERS,
    POSTPONE: OFFICERS,
    AMEND: OFFICERS,
    WITHDRAW: OFFICERS,
    VOID: OFFICERS,
    REPORT_EXECUTION: OFFICERS,
    REPORT_RETAINED: OFFICERS,
    ACKNOWLEDGE: 'financeReviewer',
    REQUEST_COMPLETION: 'financeReviewer',
    RULE_OUT_OF_SCOPE: 'financeReviewer',
    OPINE: 'bureaus',
    SIGN_OPINION: 'bureaus',
    RETURN_OPINION: 'bureaus',
    REQUEST_SUPPLEMENT: 'financeReviewer industryReviewer',
    ASK_FACTS: 'bureaus',
    REPORT_FACTS: 'county',
    COMMENT: 'delegate',
    SET_FOCUS: 'bureaus',
    SUSPECT_SPLIT: 'bureaus',
    CLEAR: 'financeLeader',
    SUGGEST_DEFERRAL: 'financeLeader',
    INTERVENE: 'financeLeader',
    REFER_TO_COMMITTEE: 'financeLeader',
    CONFIRM_EXECUTION: 'financeReviewer',
    QUERY_EXECUTION: 'financeReviewer',
  },
  'POST /coordinations/{id}/events': {
    ASSIGN: 'financeLeader',
    ADD_SUPPORT: RESPONSIBLE,
    CALL_MEETING: RESPONSIBLE,
    CANCEL_MEETING: RESPONSIBLE,
    RECORD_MINUTES: RESPONSIBLE,
    PROPOSE: RESPONSIBLE,
    CONCLUDE_FILING: RESPONSIBLE,
  },
  'POST /filings/{id}/coordination/events': {
    PREPARE_OUTCOME: 'writers',
    CONFIRM_OUTCOME: CHAIN,
  },
  'POST /supports/{id}/events': {
    ASSIGN: 'finance',
    REASSIGN: 'finance',
    CHANGE_DATE: 'financeLeader',
    CANCEL: SUPPORTERS,
    START: SUPPORTERS,
    WAIT: SUPPORTERS,
    RESUME: SUPPORTERS,
    REPORT_REPAID: SUPPORTERS,
    REPORT_DONE: SUPPORTERS,
    REPORT_NOT_DONE: SUPPORTERS,
    CONFIRM_CONTINUING: SUPPORTERS,
  },
  'POST /committees/{id}/events': {
    INVITE: PROPOSERS,
    CONFIRM_CLAIMS: PROPOSERS,
    ABANDON: PROPOSERS,
    DRAFT_AGREEMENT: PROPOSERS,
    DECLARE_CLAIM: 'delegate',
    WILLING: 'delegate',
    DECLINE: 'delegate',
    ELECT: 'delegate',
    NAME_VICE_CHAIRS: 'delegate',
    SIGN: 'delegate',
    SET_STRATEGY: 'delegate',
    ACCEDE: 'delegate',
    TRANSFER_CLAIM: 'delegate',
    SCHEDULE_ROLLOVER: 'delegate',
    ROLLOVER_DONE: 'delegate',
    CALL_MEETING: 'delegate',
    CANCEL_MEETING: 'delegate',
    RECORD_MINUTES: 'delegate',
    CONFIRM_MINUTES: 'delegate',
    OBJECT_MINUTES: 'delegate',
    WIND_UP: 'delegate',
  },
  'POST /resolutions/{id}/events': {
    NOTICE: 'delegate',
    DROP: 'delegate',
    DECIDE: 'delegate',
    DECLARE_CONFLICT: 'delegate',
    RECORD_CONFLICT: PROPOSERS,
    NAME_PROXY: 'delegate',
    REVOKE_PROXY: 'delegate',
    ATTACH_PAPER: 'delegate',
    STATE_PENDING_APPROVAL: 'delegate',
    EXTEND_VOTE: 'delegate',
    BREACH: 'delegate',
  },
  'POST /inquiries/{id}/events': {
    ASK: 'finance',
    EXPLAIN: OFFICERS,
    SUBSTANTIATE: 'finance',
    NOT_SUBSTANTIATE: 'finance',
    ADVISE: 'financeLeader',
    NOTIFY_REGULATOR: 'financeLeader',
    RECORD_MEASURE: 'regulator',
    CLOSE: 'financeLeader',
  },
};

/**
 * Acts of weight, for whoever has shown a short while ago who it is (OWASP ASVS 7.5.3; design: api, sign-in): accounts and posts,
 * keys and addresses that messages go to, numbers that a city runs by, and what a court has said.
 */
export const PROVEN_OPERATIONS: readonly string[] = [
  'POST /session/second-factor',
  'POST /session/passkeys/options',
  'DELETE /session/passkeys/{id}',
  'POST /people/{id}/password-reset',
  'POST /people/{id}/disable',
  'POST /people/{id}/enable',
  'PUT /people/{id}/staff-number',
  'DELETE /people/{id}/second-factor',
  'POST /people/{id}/correction',
  'PUT /personal-data/email',
  'POST /api-keys',
  'POST /api-keys/{id}/rotate',
  'DELETE /api-keys/{id}',
  'POST /webhooks',
  'POST /webhooks/{id}/rotate',
  'POST /grants',
  'POST /grants/{id}/execute',
  'POST /grants/{id}/withdraw',
  'POST /posts/{id}/review',
  'PUT /sign-off-chains',
  'POST /sign-off-chains/{id}/execute',
  'POST /sign-off-chains/{id}/withdraw',
  'POST /organization-changes',
  'POST /organization-changes/{id}/execute',
  'POST /organization-changes/{id}/withdraw',
  'POST /policies',
  'POST /policy-bases',
  'PUT /calendars/{year}',
  'POST /firms/{id}/court-acceptance',
  'POST /firms/{id}/court-outcome',
];

/** Events that intervene, of any process. */
export const PROVEN_EVENTS: readonly string[] = [
  'INTERVENE',
  'REFER_TO_COMMITTEE',
  'SUBSTANTIATE',
  'NOTIFY_REGULATOR',
];
