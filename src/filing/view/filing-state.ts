import type { AnyMachineSnapshot } from 'xstate';
import { marksFor } from '../../../workflows/filing/filing.audiences.js';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { reviewStateOf, stateOf } from '../../../workflows/filing/filing.js';
import { BASIS_LABELS, labelOf } from '../../../workflows/filing/filing.labels.js';
import { proposedPosition } from '../../../workflows/filing/proposal.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import type { Actor } from '../../access/actor.js';
import type { Organization, ReferenceData } from '../../directory/reference-data.js';
import type { StoredCase } from '../../process/process-shell.js';
import { versionOf } from '../../process/staleness.js';
import { machineNumberOf } from '../filing-number.js';
import { audienceOf, readsAsOffice } from './audience.js';
import type { FilingStateDto, ReviewsDto } from './filing-state.dto.js';

export interface SeenFiling {
  stored: Pick<StoredCase, 'id' | 'jurisdiction' | 'ownerOrg' | 'seq'>;
  snapshot: AnyMachineSnapshot;
  reference: ReferenceData;
  actor: Actor;
}

/** What the actor may know of a filing from its state alone. */
export function filingState({ stored, snapshot, reference, actor }: SeenFiling): FilingStateDto {
  const context = snapshot.context as FilingContext;
  const audience = audienceOf(actor, stored.ownerOrg, context);
  const state = stateOf(snapshot);
  const bank = reference.organization(stored.ownerOrg);
  const policy = context.policy === null ? undefined : reference.policy(context.policy);
  return {
    id: stored.id,
    bank: { id: bank.id, key: bank.key, name: nameOf(bank, reference, context) },
    number: context.number,
    machineNumber:
      context.number === null ? null : machineNumberOf(context.number, stored.jurisdiction, bank.key),
    state,
    stateLabel: labelOf(state, context),
    version: versionOf({ seq: stored.seq, edits: 0 }),
    revision: context.revision,
    contentHash: context.contentHash,
    kind: context.kind,
    amount: context.kind === null ? null : context.amount,
    plannedDate: context.plannedDate,
    actedOn: context.actedOn,
    receivedOn: context.receivedOn,
    bankDate: context.bankDate,
    marks: inOrder(marksFor(audience, context)),
    policy:
      policy === undefined ? null : { id: policy.id, number: policy.number, validFrom: policy.validFrom },
    voluntary: !context.basisInForce,
    reportable: context.reportable,
    acknowledged: context.acknowledged,
    conclusion:
      context.basis === null
        ? null
        : { basis: context.basis, label: BASIS_LABELS[context.basis], clearedOn: context.clearedOn },
    outcome: context.outcome,
    executed: context.executed,
    ...(readsAsOffice(audience) ? officePart(snapshot, context) : {}),
  };
}

/** The order of `MARKS`; what is no mark of the rules comes last. */
export function inOrder(marks: readonly string[]): string[] {
  const order = Object.keys(MARKS);
  const place = (mark: string) => (order.includes(mark) ? order.indexOf(mark) : order.length);
  return [...new Set(marks)].sort((one, other) => place(one) - place(other));
}

/** A bank's name has dates, like every other: the report bears the one of its received day. */
function nameOf(bank: Organization, reference: ReferenceData, { receivedOn }: FilingContext): string {
  const latest = bank.names.at(-1)?.name ?? bank.key;
  return receivedOn === null ? latest : reference.nameOn(bank.id, receivedOn);
}

function officePart(snapshot: AnyMachineSnapshot, context: FilingContext): Partial<FilingStateDto> {
  return {
    lane: context.lane,
    registerNumber: context.registerNumber,
    reviews: reviewsIn(snapshot, context),
    proposed: stateOf(snapshot) === 'concluding' ? proposedPosition(context) : null,
  };
}

function reviewsIn(snapshot: AnyMachineSnapshot, { finance, industry }: FilingContext): ReviewsDto {
  return {
    finance: { state: reviewStateOf(snapshot, 'finance') ?? null, position: finance.position },
    industry: { state: reviewStateOf(snapshot, 'industry') ?? null, position: industry.position },
  };
}
