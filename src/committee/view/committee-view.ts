import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import { stateOf } from '../../../workflows/committee/committee.js';
import { FORM_LABELS, labelOf, STRATEGY_LABELS } from '../../../workflows/committee/committee.labels.js';
import { type Actor, readerOf } from '../../access/actor.js';
import { audienceFor } from '../../access/audience.js';
import type { CaseState } from '../../cases/case-resource.js';
import type { SeenCase } from '../../cases/seen-case.js';
import { namedOrganization } from '../../directory/named-organization.js';
import { civilDay, shanghai } from '../../platform/instant.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { versionOf } from '../../process/staleness.js';
import { creditorIn, isMember, type Roster, rosterOf } from '../roster.js';
import type {
  CommitteeClockDto,
  CommitteeDto,
  CommitteeFirmDto,
  CommitteeStateDto,
  Part,
} from './committee.dto.js';
import { CLOCKS, seesClock } from './committee-description.js';

/** A reminder asks for nothing by its day, so it is no time limit of the explanation. */
const NEXT_REMINDER = '续贷排期下次提醒';

/** After every name: an answer to an event must not change with the day on which it is given again. */
const LATEST = '9999-12-31';

export function committeeState({
  id,
  seq,
  snapshot,
  reference,
  context,
}: CaseState<CommitteeContext>): CommitteeStateDto {
  const { form, proposer, chair, foundedOn } = context;
  if (form === null || proposer === null) throw new Error(`The committee ${id} was never proposed.`);
  const state = stateOf(snapshot);
  const named = (organization: string) => namedOrganization(reference, organization, foundedOn ?? LATEST);
  return {
    id,
    form,
    formLabel: FORM_LABELS[form],
    state,
    stateLabel: labelOf(state, context),
    proposer: named(proposer),
    chair: chair === null ? null : named(chair),
    chairBy: context.chairBy,
    viceChairs: context.viceChairs.map(named),
    recordDate: context.recordDate,
    foundedOn,
    members: context.members,
    agreement: context.agreement,
    version: versionOf({ seq, edits: 0 }),
  };
}

const FIRM: Statement = {
  name: 'firm-of-seen-committee',
  text: `select f.id, f.credit_code as "creditCode", f.name from committee c
    join firm f on f.jurisdiction = c.jurisdiction and f.id = c.firm where c.jurisdiction = $1 and c.id = $2`,
};

const RUNNING: Statement = {
  name: 'running-clocks-of-committee',
  text: `select name, due_on as "dueOn", fire_at as "fireAt" from deadline
    where jurisdiction = $1 and case_id = $2 and status = 'armed' order by fire_at, name`,
};

/** One committee for one reader. What it may not know is not left blank: it is not there. */
export async function committeePage(
  tx: Transaction,
  seen: SeenCase<CommitteeContext>,
  actor: Actor,
): Promise<CommitteeDto> {
  const key = [seen.jurisdiction, seen.id];
  const [[firm], roster, clocks] = await Promise.all([
    tx.query<CommitteeFirmDto & Record<string, unknown>>(FIRM, key),
    rosterOf(tx, seen.jurisdiction, seen.id),
    tx.query<{ name: string; dueOn: string; fireAt: Date }>(RUNNING, key),
  ]);
  // A bank that was told of the firm by nothing but the committee knows it by the committee.
  if (firm === undefined) throw new Problem('not-found');
  const { context, reference } = seen;
  const today = civilDay(seen.now);
  const part = partOf(actor, context, roster);
  return {
    ...committeeState(seen),
    firm,
    part,
    creditors: roster.creditors.map(({ bank, invitedOn, willing, signed, memberFrom, memberUntil }) => ({
      bank: namedOrganization(reference, bank, today),
      invitedOn,
      willing,
      signed,
      member: memberFrom !== null && memberUntil === null,
      memberFrom,
      memberUntil,
    })),
    deadlines: clocks.flatMap((clock) => shownClock(clock, actor)),
    ...(part === 'observer' || part === 'creditor' ? {} : membersPart(context)),
  };
}

/** As what an organization reads: the offices beside the committee, the banks by their part in it. */
export function partOf(actor: Actor, { chair, viceChairs }: CommitteeContext, roster: Roster): Part {
  const { organization } = actor;
  if (readerOf(actor) !== undefined) return 'office';
  const creditor = creditorIn(roster, organization);
  if (creditor === undefined || !isMember(creditor)) {
    return roster.creditors.some(isMember) ? 'observer' : 'creditor';
  }
  if (organization === chair) return 'chair';
  return viceChairs.includes(creditor.bank) ? 'viceChair' : 'member';
}

function membersPart({ strategy, standstill, minutes }: CommitteeContext): Partial<CommitteeDto> {
  return {
    strategy,
    strategyLabel: strategy === null ? null : STRATEGY_LABELS[strategy],
    standstill,
    minutes,
  };
}

function shownClock(
  { name, dueOn, fireAt }: { name: string; dueOn: string; fireAt: Date },
  actor: Actor,
): CommitteeClockDto[] {
  const label = name === 'rollover' ? NEXT_REMINDER : CLOCKS[name]?.label;
  if (label === undefined || !seesClock(audienceFor(actor), name)) return [];
  return [{ name, label, dueOn, dueAt: shanghai(fireAt) }];
}
