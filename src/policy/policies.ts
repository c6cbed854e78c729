import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { POLICY_GROUNDS } from '../../workflows/rules/policy.js';
import type { Actor } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import { constraintOf, type Statement } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { NewPolicyDto, OpenCasesDto, PoliciesDto, PolicyDto } from './policy.dto.js';
import { normalPolicy, policyRefusals } from './policy-rules.js';

/** The person is a colleague's name to the operator, and hidden from everybody else by row-level security. */
const LIST: Statement = {
  name: 'list-policies',
  text: `select v.id, v.number, v.valid_from as "validFrom", v.clause, v."values", v.entered_at as "enteredAt",
      case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as "enteredBy"
    from policy_version v left join person p on p.jurisdiction = v.jurisdiction and p.id = v.entered_by
    where v.jurisdiction = $1 and ($2::uuid is null or v.id = $2) order by v.valid_from desc`,
};
/** A report keeps the numbers of the day it was filed on; what is not filed yet is judged by those of its day. */
const OPEN_CASES: Statement = {
  name: 'open-cases-by-policy',
  text: `select count(*) filter (where c.process = 'filing' and f.number is null)::int as unfiled,
      count(*) filter (where c.process = 'filing' and f.number is not null)::int as filed,
      count(*) filter (where c.process <> 'filing')::int as others
    from process_case c left join filing f on f.jurisdiction = c.jurisdiction and f.id = c.id
    where c.jurisdiction = $1 and c.status = 'active'`,
};
/** Two administrators at once get numbers one after the other. */
const NUMBERING: Statement = {
  name: 'number-policies',
  text: `select pg_advisory_xact_lock(hashtext('policy_version'), hashtext($1))`,
};
const ENTER: Statement = {
  name: 'enter-policy',
  text: `insert into policy_version (jurisdiction, id, number, valid_from, clause, "values", entered_by)
    select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5::jsonb, $6 from policy_version where jurisdiction = $1`,
};
const ONE_A_DAY = 'policy_version_jurisdiction_valid_from_key';

type PolicyRow = Record<string, unknown> & Omit<PolicyDto, 'enteredAt'> & { enteredAt: Date };

/** 政策参数: versions of all numbers of the regime, each from its day on. Entered, never changed. */
@Injectable()
export class Policies {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor): Promise<PoliciesDto> {
    const openCases = actor.roles.includes('system.admin') ? await this.openCases() : null;
    return this.database.as(actor, async (tx) => {
      const [{ today }, rows, { policies }] = await Promise.all([
        timeOf(tx),
        tx.query<PolicyRow>(LIST, [actor.jurisdiction, null]),
        referenceData(tx),
      ]);
      const inForce = policies.filter(({ validFrom }) => validFrom <= today).at(-1);
      const items = rows.map(shown);
      return { items, inForce: inForce?.id ?? null, grounds: POLICY_GROUNDS, openCases };
    });
  }

  /** Counted for whoever enters a version, and nothing else of them told. */
  private async openCases(): Promise<OpenCasesDto> {
    const [counted] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<OpenCasesDto & Record<string, unknown>>(OPEN_CASES, [jurisdiction]),
    );
    return counted ?? { unfiled: 0, filed: 0, others: 0 };
  }

  /** Every node reads the new version from its next transaction on. @throws {Problem} guard-failed, already-exists */
  async enter(actor: Actor, { validFrom, clause, values: entered }: NewPolicyDto): Promise<PolicyDto> {
    const { jurisdiction } = actor;
    try {
      return await this.database.as(actor, async (tx) => {
        const { today } = await timeOf(tx);
        const refusals = policyRefusals({ validFrom, values: entered }, today);
        if (refusals.length > 0) throw Problem.of(refusals);
        const id = uuid();
        const values = normalPolicy(entered);
        await tx.query(NUMBERING, [jurisdiction]);
        await tx.query(ENTER, [
          jurisdiction,
          id,
          validFrom,
          clause,
          JSON.stringify(values),
          actor.person ?? null,
        ]);
        await writeEntry(tx, {
          kind: 'configuration',
          type: 'ENTER_POLICY',
          jurisdiction,
          actor: eventActor(actor, { role: 'system.admin' }),
          values: { policy: id, validFrom, clause, values },
        });
        const [row] = await tx.query<PolicyRow>(LIST, [jurisdiction, id]);
        if (row === undefined) throw new Error('The policy that was just entered is gone.');
        return shown(row);
      });
    } catch (error) {
      if (constraintOf(error) === ONE_A_DAY) {
        throw new Problem('already-exists', {
          detail: `${validFrom} 起生效的参数版本已存在，请另选生效日。`,
        });
      }
      throw error;
    }
  }
}

function shown({ enteredAt, ...row }: PolicyRow): PolicyDto {
  return { ...row, enteredAt: shanghai(enteredAt) };
}
