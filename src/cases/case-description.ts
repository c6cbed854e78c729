import type { Audience, ProcessName } from '../../workflows/process.js';
import type { PolicyKey } from '../../workflows/rules/policy.js';
import type { Actor } from '../access/actor.js';
import type { LoggedStep } from './logged-steps.js';
import type { PayloadField } from './payload-fields.js';

/** What a clock is called, and which number of the policy it runs by, if it is one. */
export interface ClockMeaning {
  label: string;
  policyKey: PolicyKey | null;
}

/**
 * How the cases of a process are told to people: in which words, and to whom what. The engine knows none of it, and the
 * pages that are alike for all processes (办理过程、为什么) know nothing else of a process.
 */
export interface CaseDescription<Context = unknown> {
  process: ProcessName;
  /** The label of the log's first entry, e.g. 新建草稿. */
  openedLabel: string;
  /** What a reader is told of a step that others took among themselves, e.g. 主管部门研判. */
  hiddenLabel: string;
  stateLabel(state: string, context?: Context): string;
  /** By type; a type that is not there is told as it is. */
  eventLabels: Readonly<Record<string, string>>;
  /** By name; a clock that is not there is an inner matter and not told. */
  clocks: Readonly<Record<string, ClockMeaning>>;
  /** Why a clock stands still, by cause. */
  stopLabels: Readonly<Record<string, string>>;
  /** Payload fields beyond the common ones, by name. */
  fields?: Readonly<Record<string, PayloadField>>;
  /** Events that nobody but the owner reads. */
  inHouse: readonly string[];
  /** As whom an actor reads a case that it can see. */
  audienceOf(actor: Actor, ownerOrg: string, context: Context): Audience;
  /** Whether a reader may see a clock of that name. */
  seesClock(audience: Audience, name: string): boolean;
  /** Of entries that the audience may read, those that this reader may not, such as another bank's. */
  hidesFrom?(actor: Actor, step: LoggedStep, context: Context): boolean;
  /** The county that is concerned, once it is known. */
  countyOf(context: Context): string | null;
  /** What an event does, in one sentence, for whoever is about to send it. */
  consequenceOf?(type: string, context: Context): string;
}

/** Whether the audience reads what offices keep among themselves. */
export function readsAsOffice(audience: Audience): boolean {
  return audience === 'office' || audience === 'regulator';
}
