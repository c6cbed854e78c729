import type { CivilDay, Role } from '../process.js';
import type { OpenMinutes } from './meetings.js';

/** `full` 债委会, `light` 主办行会商: two or more lenders talk, nobody votes. */
export const FORMS = ['full', 'light'] as const;
export type CommitteeForm = (typeof FORMS)[number];

/** 一企一策 (银保监发〔2020〕57号): 增加融资、稳定融资、减少融资、重组. */
export const STRATEGIES = ['increase', 'stabilise', 'reduce', 'restructure'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/**
 * What the machine remembers of one committee (债委会): ids, days and flags. Creditors, claims, signatures, meetings and the
 * rollover schedule are rows beside it, so that the context does not grow with the number of members.
 */
export interface CommitteeContext {
  committee: string;
  form: CommitteeForm | null;
  /** The organization that proposed it: a creditor, or a bureau whose advice it is. */
  proposer: string | null;
  /** The post from which it was proposed: it is waited for until the claims are confirmed. */
  proposerRole: Role | null;
  policy: string | null;
  /** The fewest distinct creditors that found and keep it, by the policy of its proposal. */
  minCreditors: number;
  /** 基准日 of the claims, once they are confirmed. */
  recordDate: CivilDay | null;
  /** Chair-elect until `active`; the lead bank (主办行) of a light form. */
  chair: string | null;
  /** How the chair came to be: by a vote, or by the end of the time. */
  chairBy: 'vote' | 'lapse' | 'resolution' | null;
  viceChairs: readonly string[];
  /** The signers have elected anew because the chair-elect did not sign: once. */
  reelected: boolean;
  /** Counts the drafts of the agreement; a signature is of one of them. */
  agreement: number;
  foundedOn: CivilDay | null;
  members: number;
  strategy: Strategy | null;
  /** The standstill in force, as the resolution told it. */
  standstill: { id: string; until: CivilDay | null } | null;
  minutes: OpenMinutes | null;
  /** The day of the earliest meeting that was called and is not recorded. */
  meetingOn: CivilDay | null;
  /** The day on which the clock of the rollover schedule strikes. */
  remindedOn: CivilDay | null;
  /** `COMMITTEE.ENDED` has gone out. */
  endedSent: boolean;
  /** Where a committee in court came from, and goes back to when the court dismisses the petition. */
  beforeCourt: 'active' | 'winding' | null;
}

/** What a committee is born with; everything else comes with `PROPOSE`. */
export interface CommitteeInput {
  committee: string;
}

/**
 * A committee that nobody has proposed yet. XState makes an initial snapshot without input on every call and drops it: were this
 * to throw then, each event would pay for an error that nobody sees.
 */
export function initialContext(input: CommitteeInput = { committee: '' }): CommitteeContext {
  return {
    committee: input.committee,
    form: null,
    proposer: null,
    proposerRole: null,
    policy: null,
    minCreditors: 3,
    recordDate: null,
    chair: null,
    chairBy: null,
    viceChairs: [],
    reelected: false,
    agreement: 0,
    foundedOn: null,
    members: 0,
    strategy: null,
    standstill: null,
    minutes: null,
    meetingOn: null,
    remindedOn: null,
    endedSent: false,
    beforeCourt: null,
  };
}
