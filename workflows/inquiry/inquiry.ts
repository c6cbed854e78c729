import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, ROLES, type Role, type StateMeta } from '../process.js';
import { audienceOf } from './inquiry.audiences.js';
import type { InquiryContext } from './inquiry.context.js';
import { type InquiryEvent, PUBLIC_EVENTS } from './inquiry.events.js';
import { guards } from './inquiry.guards.js';
import { type InquiryState, STATE_LABELS } from './inquiry.labels.js';
import { inquiryMachine } from './inquiry.machine.js';

/** `inquiry@1` 未按要求报告核查事项 (闽政发明电〔2014〕4号 一): heard, judged, advised, notified; the city punishes nobody. */
export const inquiry1: ProcessDefinition<InquiryContext, InquiryEvent> = {
  name: 'inquiry',
  version: 1,
  machine: inquiryMachine,
  publicEvents: PUBLIC_EVENTS,
  guards,
  stateOf,
  waitsFor,
  independentOf,
  audienceOf,
};

/** The contractual name: that a case is just being born is the machine's own matter. */
export function stateOf({ value }: AnyMachineSnapshot): InquiryState {
  const name = typeof value === 'string' ? value : Object.keys(value)[0];
  if (name === undefined || !Object.hasOwn(STATE_LABELS, name)) {
    throw new Error(`inquiry@1 has no state ${JSON.stringify(value)}`);
  }
  return name as InquiryState;
}

export function waitsFor(snapshot: AnyMachineSnapshot): Role[] {
  const roles = Object.values(snapshot.getMeta()).flatMap(
    (meta: StateMeta | undefined) => meta?.waitsFor ?? [],
  );
  return ROLES.filter((role) => roles.includes(role));
}

/** Another report and a reminder touch nothing that anybody was about to do. */
function independentOf(_: { type: string }, since: { type: string }): boolean {
  return ['INQUIRY.OPENED', 'DEADLINE.assess', 'DEADLINE.step', 'COURT.ACCEPTED'].includes(since.type);
}
