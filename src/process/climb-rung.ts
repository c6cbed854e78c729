import { v7 as uuid } from 'uuid';
import { type Role, restore } from '../../workflows/process.js';
import { rungAt } from '../../workflows/rules/deadline-ladder.js';
import { impersonal } from '../access/actor.js';
import { referenceData } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { rungTime } from './clocks.js';
import type { Strike } from './command.js';
import { lockFreeCase } from './locked-case.js';
import type { ProcessRegistry } from './process-registry.js';
import { remindersOf } from './waiting-posts.js';

/** The key makes a rung climbed once; the notices hang on the row that was really inserted, all of one rung as one event. */
const CLIMB: Statement = {
  name: 'climb-rung',
  text: `with climbed as (
      insert into deadline_rung (jurisdiction, case_id, name, generation, rung) values ($1, $2, $3, $4, $5)
      on conflict do nothing returning true
    ), moved as (
      update deadline set rung = $5 + 1, rung_at = $6
      where jurisdiction = $1 and case_id = $2 and name = $3 and generation = $4 and rung = $5
    )
    insert into notice (jurisdiction, id, source, case_id, organization, unit, role, template, copy, data)
    select $1, r.id, $8, $2, r.organization, r.unit, r.role, r.template, r.copy, r.data
    from jsonb_to_recordset($7::jsonb) as r(id uuid, organization uuid, unit uuid, role text, template text,
      copy boolean, data jsonb), climbed`,
};

/** Climbs the due rung of a deadline's ladder, if it is still due: posts are reminded, leaders told. Moves no case. */
export async function climbRung(
  tx: Transaction,
  registry: ProcessRegistry,
  { name, generation, ...address }: Strike,
): Promise<void> {
  const locked = await lockFreeCase(tx, address, impersonal('clock', address.jurisdiction));
  const stored = locked?.cases.get(address.id);
  const clock = locked?.clocks.get(address.id)?.find((each) => each.name === name);
  if (locked === undefined || stored === undefined || clock === undefined) return;
  const due = clock.generation === generation && clock.rungAt !== null;
  if (!due || Date.parse(clock.rungAt ?? '') > locked.now.getTime()) return;
  const reference = await referenceData(tx, locked.stamp);
  const shell = registry.shell(stored.process, stored.version);
  const snapshot = restore(shell.definition, stored);
  const waitsFor: Role[] = snapshot.status === 'active' ? shell.definition.waitsFor(snapshot) : [];
  const rung = rungAt(name, clock.rung);
  const reminded = new Map<Role, readonly string[] | undefined>();
  for (const role of waitsFor) {
    reminded.set(role, await shell.remindedAt?.(tx, role, { snapshot, stored }));
  }
  const notices =
    rung === undefined
      ? []
      : remindersOf(
          rung,
          {
            ...stored,
            waitsFor,
            county: shell.countyOf(snapshot),
            organizationsOf: (role) => reminded.get(role) ?? shell.organizationsOf?.(role, snapshot, stored),
          },
          reference,
          { ...shell.noticeData(snapshot), deadline: name, dueOn: clock.dueOn },
        );
  tx.send(CLIMB, [
    address.jurisdiction,
    address.id,
    name,
    generation,
    clock.rung,
    rungTime(clock, name, clock.rung + 1, reference.calendar),
    JSON.stringify(notices),
    uuid(),
  ]);
}
