import type { Role } from '../../workflows/process.js';
import type { Statement } from '../platform/transaction.js';

/** One case of a list, as the statements give it. The last columns are those of single lists. */
export interface WorklistRow extends Record<string, unknown> {
  sortKey: string;
  sortId: string;
  id: string;
  process: string;
  state: string;
  waitsFor: Role[];
  waitsAt: string[] | null;
  ownerOrg: string;
  updatedAt: Date;
  dueAt: Date | null;
  number: string | null;
  registerNumber: string | null;
  creditCode: string | null;
  firmName: string | null;
  county: string | null;
  /** What the directory says of the firm, for cases that are no filings. */
  firm: { creditCode: string; name: string; county: string } | null;
  kind: string | null;
  amountFen: string | null;
  plannedOn: string | null;
  actedOn: string | null;
  bankDate: string | null;
  receivedAt: Date | null;
  lane: string | null;
  marks: string[] | null;
  /** Row-level security shows them to offices alone. */
  officeMarks: string[];
  outcome: string | null;
  /** What a bank is asked for in a coordination. */
  asksFor?: 'PREPARE_OUTCOME' | 'CONFIRM_OUTCOME';
  actType?: string;
  actAt?: Date;
  createdBy?: string | null;
  template?: string;
  noticeData?: Record<string, unknown>;
  copiedAt?: Date;
}

export interface CountRow extends Record<string, unknown> {
  all: number;
  overdue: number;
  atRisk: number;
  onTime: number;
}

/** A clock of a listed case that runs, stands still, or has struck while the case waits on. */
export interface RowClock extends Record<string, unknown> {
  caseId: string;
  name: string;
  status: 'armed' | 'stopped' | 'fired';
  armedOn: string;
  stops: { cause: string; from: string; until: string | null }[];
}

export const CLOCKS_OF_PAGE: Statement = {
  name: 'worklist-clocks',
  text: `select case_id as "caseId", name, status, armed_on as "armedOn", stops from deadline
    where jurisdiction = $1 and case_id = any($2::uuid[]) and status <> 'disarmed'`,
};

export const NAMES_OF_PAGE: Statement = {
  name: 'worklist-names',
  text: 'select id, name from person where jurisdiction = $1 and id = any($2::uuid[])',
};
