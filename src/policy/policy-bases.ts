import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { CivilDay } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { type LegalBasis, referenceData } from '../directory/reference-data.js';
import { timeOf } from '../platform/database-time.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { NewPolicyBasisDto, PolicyBasesDto, PolicyBasisDto } from './policy.dto.js';

const ENTER: Statement = {
  name: 'enter-policy-basis',
  text: `insert into policy_basis (jurisdiction, id, title, document_number, clause, label, valid_from, valid_until, entered_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/** 报告依据: the documents that reporting rests on. On a day without one, reporting is voluntary (自愿报告). */
@Injectable()
export class PolicyBases {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor): Promise<PolicyBasesDto> {
    return this.database.as(actor, async (tx) => {
      const [{ today }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
      const inForce = reference.basisOn(today);
      return {
        items: reference.bases.map((basis) => shown(basis, today)),
        inForce: inForce === undefined ? null : shown(inForce, today),
      };
    });
  }

  /** May begin in the past: a document is in force from its own day, whenever somebody enters it. @throws {Problem} guard-failed */
  async enter(actor: Actor, entered: NewPolicyBasisDto): Promise<PolicyBasisDto> {
    const { title, documentNumber, clause, label, validFrom, validUntil } = entered;
    const basis: LegalBasis = {
      id: uuid(),
      title,
      documentNumber,
      clause,
      label: label ?? null,
      validFrom,
      validUntil: validUntil ?? null,
    };
    if (basis.validUntil !== null && basis.validUntil < validFrom) {
      throw Problem.of([
        {
          code: 'period-reversed',
          pointer: '/validUntil',
          message: '最后有效日不能早于生效日，请调整日期。',
        },
      ]);
    }
    return this.database.as(actor, async (tx) => {
      const { today } = await timeOf(tx);
      tx.send(ENTER, [
        actor.jurisdiction,
        basis.id,
        title,
        documentNumber,
        clause,
        basis.label,
        validFrom,
        basis.validUntil,
        actor.person ?? null,
      ]);
      await writeEntry(tx, {
        kind: 'configuration',
        type: 'ENTER_POLICY_BASIS',
        jurisdiction: actor.jurisdiction,
        actor: eventActor(actor, { role: 'system.admin' }),
        values: { ...basis },
      });
      return shown(basis, today);
    });
  }
}

function shown(basis: LegalBasis, today: CivilDay): PolicyBasisDto {
  const { validFrom, validUntil } = basis;
  const ended = validUntil !== null && validUntil < today;
  const state = validFrom > today ? 'future' : ended ? 'expired' : 'inForce';
  return { ...basis, state };
}
