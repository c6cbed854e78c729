import { EVENT_AUDIENCES, mayRead } from '../../workflows/filing/filing.audiences.js';
import { PUBLIC_EVENTS } from '../../workflows/filing/filing.events.js';
import {
  BASIS_LABELS,
  EVENT_LABELS,
  OUTCOME_LABELS,
  POSITION_LABELS,
  REVIEW_LABELS,
  STATE_LABELS,
} from '../../workflows/filing/filing.labels.js';
import type { Audience } from '../../workflows/process.js';
import { CONTENT_CLAUSES } from '../../workflows/rules/content-refusal.js';
import * as codes from '../../workflows/rules/filing-codes.js';
import { FOCUS_REASONS, LANES } from '../../workflows/rules/lane.js';
import { MARKS } from '../../workflows/rules/marks.js';
import {
  ANSWER_CONDITIONS,
  REQUIRED_ANSWERS,
  type RequiredAnswer,
} from '../../workflows/rules/required-answers.js';
import { ATTACHMENT_KINDS } from '../attachment/attachment-kind.js';
import { PROBLEMS } from '../platform/problem-codes.js';
import type { CodeDto, CodesDto, RequiredAnswerDto } from './codes.dto.js';
import { committeeLists } from './committee-lists.js';
import { POST_LABELS } from './post-labels.js';
import { supportLists } from './support-lists.js';

/** Every closed list that stands in the code, as a reader of this audience may see it. Counties stand in the directory. */
export function closedLists(reader: Audience): Omit<CodesDto, 'counties'> {
  return {
    kinds: listed(codes.ACT_KINDS),
    subtypes: Object.entries(codes.ACT_SUBTYPES).map(([code, { label, kind }]) => ({ code, label, kind })),
    grounds: listed(codes.GROUND_CODES).map((ground) => ({
      ...ground,
      asksArrears: codes.ARREARS_GROUNDS.some((code) => code === ground.code),
    })),
    emergencyReasons: listed(codes.EMERGENCY_REASONS),
    fiveNos: listed(codes.FIVE_NOS),
    triStates: listed(codes.TRI_STATES),
    renewalResults: listed(codes.RENEWAL_RESULTS),
    promiseForms: listed(codes.PROMISE_FORMS),
    alternativeKinds: listed(codes.ALTERNATIVE_KINDS),
    informMethods: listed(codes.INFORM_METHODS),
    decisionLevels: listed(codes.DECISION_LEVELS),
    loanProducts: listed(codes.LOAN_PRODUCTS),
    currencies: listed(codes.CURRENCIES),
    guaranteeTypes: listed(codes.GUARANTEE_TYPES),
    riskClasses: listed(codes.RISK_CLASSES),
    actStatuses: listed(codes.ACT_STATUSES),
    sizeClasses: listed(codes.SIZE_CLASSES),
    exemptions: Object.entries(codes.EXEMPTIONS).map(([code, { label, ground }]) => ({
      code,
      label,
      clause: ground,
    })),
    marks: Object.entries(MARKS)
      .filter(([, { audience }]) => mayRead(reader, audience))
      .map(([code, { label, clause }]) => ({ code, label, clause })),
    states: listed(STATE_LABELS),
    positions: listed(POSITION_LABELS),
    bases: listed(BASIS_LABELS),
    outcomes: listed(OUTCOME_LABELS),
    events: PUBLIC_EVENTS.filter((type) => mayRead(reader, EVENT_AUDIENCES[type])).map((code) => ({
      code,
      label: EVENT_LABELS[code],
    })),
    ...(mayRead(reader, 'office') ? officeLists() : {}),
    committees: committeeLists(),
    ...supportLists(),
    requiredAnswers: REQUIRED_ANSWERS.map(requiredAnswer),
    posts: listed(POST_LABELS),
    attachments: Object.entries(ATTACHMENT_KINDS).map(([code, { mediaType, extensions }]) => ({
      code,
      mediaType,
      extensions: [...extensions],
    })),
    contentReasons: Object.entries(CONTENT_CLAUSES).map(([code, clause]) => ({ code, clause })),
    problems: Object.entries(PROBLEMS).map(([code, { status, zh, en }]) => ({
      code,
      status,
      title: zh,
      englishTitle: en,
    })),
  };
}

function officeLists(): Pick<CodesDto, 'lanes' | 'focusReasons' | 'reviewStates'> {
  return { lanes: listed(LANES), focusReasons: listed(FOCUS_REASONS), reviewStates: listed(REVIEW_LABELS) };
}

function listed(labels: Readonly<Record<string, string>>): CodeDto[] {
  return Object.entries(labels).map(([code, label]) => ({ code, label }));
}

function requiredAnswer({ pointer, label, code, orElse, when }: RequiredAnswer): RequiredAnswerDto {
  return {
    pointer,
    label,
    // The one condition that depends on the kind of the act is a withdrawal's.
    kinds: when === 'smallWithdrawal' ? ['withdraw'] : Object.keys(codes.ACT_KINDS),
    when: when === undefined ? null : { code: when, label: ANSWER_CONDITIONS[when] },
    orElse: orElse ?? null,
    reason: code ?? 'answer-missing',
  };
}
