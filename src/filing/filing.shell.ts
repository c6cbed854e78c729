import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext } from '../../workflows/filing/filing.context.js';
import { BANK_EVENTS, type PayloadOf } from '../../workflows/filing/filing.events.js';
import { filing1, stateOf } from '../../workflows/filing/filing.js';
import type { ProcessDefinition } from '../../workflows/process.js';
import { eventRoles } from '../access/event-roles.js';
import type { ProcessShell } from '../process/process-shell.js';
import { factsOf } from './facts/facts-of.js';
import type { SentFacts } from './facts/revision-facts.js';
import { isSending, LIST_ROW, listRow } from './list-row.js';
import { partiesOf } from './parties.js';
import { writeBeside } from './rows-beside.js';

const bankEvents: readonly string[] = BANK_EVENTS;

/** What the engine must know of `filing@1` beside its definition. */
export const filingShell: ProcessShell = {
  definition: filing1 as unknown as ProcessDefinition,
  rolesFor: (type) => eventRoles('filing', type),
  officeFor: (type, payload) =>
    type === 'SUPPLEMENT' ? (payload as PayloadOf<'SUPPLEMENT'>).office : undefined,
  // A bank that was told of a case, as a committee's chair is, acts on it as that alone.
  isPartyTo: (type, actor, stored) => !bankEvents.includes(type) || actor.organization === stored.ownerOrg,
  // Those that judge a revision hold its firm, so that of two acts one is judged after the other.
  holdsFirm: isSending,
  firmAfter: ({ type, facts }, { firm }) => (isSending(type) ? (facts as SentFacts).firm.id : firm),
  facts: factsOf,
  policyOf: (snapshot, reference, day) => {
    const { policy } = contextIn(snapshot);
    return policy === null ? reference.policyOn(day) : reference.policy(policy);
  },
  projection: { statement: LIST_ROW, row: listRow },
  alsoWrite: writeBeside,
  noticeData: (snapshot) => {
    const { number, bankDate } = contextIn(snapshot);
    return { number, bankDate, state: stateOf(snapshot) };
  },
  partiesOf,
  countyOf: (snapshot) => contextIn(snapshot).county,
  // An agreement that reduces a report sends its content, too.
  contentHashOf: ({ type, facts }) =>
    isSending(type) || type === 'COORDINATION.CONCLUDED'
      ? (facts as Partial<SentFacts>).contentHash
      : undefined,
};

function contextIn(snapshot: AnyMachineSnapshot): FilingContext {
  return snapshot.context as FilingContext;
}
