import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessDefinition, ROLES, type Role, type StateMeta } from '../process.js';
import { audienceOf } from './filing.audiences.js';
import { type FilingContext, OPINING_OFFICES, type OpiningOffice } from './filing.context.js';
import { type FilingEvent, PUBLIC_EVENTS } from './filing.events.js';
import { guards } from './filing.guards.js';
import { type FilingState, type ReviewState, STATE_LABELS } from './filing.labels.js';
import { filingMachine } from './filing.machine.js';
import { independentOf } from './independence.js';
import { nextPost } from './sign-off.js';

/** `filing@1` 提前报告 (泉政办规〔2023〕1号（十）): the main process. A case keeps the version it was born under. */
export const filing1: ProcessDefinition<FilingContext, FilingEvent> = {
  name: 'filing',
  version: 1,
  machine: filingMachine,
  publicEvents: PUBLIC_EVENTS,
  guards,
  stateOf,
  waitsFor,
  independentOf,
  audienceOf,
};

/** The contractual name: `pending` and the parts of a state are the machine's own matter. */
export function stateOf(snapshot: AnyMachineSnapshot): FilingState {
  const [outer, inner] = pathIn(snapshot.value);
  const name = outer === 'pending' ? inner : outer;
  if (!isFilingState(name)) throw new Error(`filing@1 has no state ${JSON.stringify(snapshot.value)}`);
  return name;
}

/** How far one office has come. Undefined outside `reviewing`. */
export function reviewStateOf(snapshot: AnyMachineSnapshot, office: OpiningOffice): ReviewState | undefined {
  for (const state of ['pending', 'drafted', 'supplementing'] as const) {
    if (snapshot.matches({ pending: { reviewing: { [office]: { open: state } } } })) return state;
  }
  for (const state of ['opined', 'silent'] as const) {
    if (snapshot.matches({ pending: { reviewing: { [office]: state } } })) return state;
  }
  return undefined;
}

/** Whoever the case waits for now; inside a sign-off chain that is the post whose turn it is. */
export function waitsFor(snapshot: AnyMachineSnapshot): Role[] {
  const context: FilingContext = snapshot.context;
  const roles = Object.entries(snapshot.getMeta()).flatMap(
    ([node, meta]: [string, StateMeta | undefined]) => {
      if (node.endsWith('.checking')) return turnOf(nextPost(context.chain, context.signers));
      const drafting = OPINING_OFFICES.find((office) => node.endsWith(`.${office}.open.drafted`));
      const draft = drafting === undefined ? undefined : context[drafting].draft;
      return draft === undefined ? (meta?.waitsFor ?? []) : turnOf(draft.toSign[0]);
    },
  );
  // The county that was asked has no clock: nobody waits for it, but it finds what it was asked (属地反映情况).
  const owesFacts = context.countyTold === 'asked' && snapshot.matches('pending');
  return ROLES.filter((role) => roles.includes(role) || (owesFacts && role === 'county.coordinator'));
}

function turnOf(post: Role | undefined): Role[] {
  return post === undefined ? [] : [post];
}

/** The names from the outermost state inwards, as far as there is one at a time. */
function pathIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value);
  const [only] = inner;
  return only === undefined || inner.length > 1 ? [] : [only[0], ...pathIn(only[1])];
}

function isFilingState(name: string | undefined): name is FilingState {
  return name !== undefined && Object.hasOwn(STATE_LABELS, name);
}
