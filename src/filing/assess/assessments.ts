import { Injectable } from '@nestjs/common';
import { actDay } from '../../../workflows/calendar/received-day.js';
import type { CivilDay } from '../../../workflows/process.js';
import type { Piece } from '../../../workflows/rules/accumulation.js';
import {
  type Act,
  type Assessment,
  actIn,
  assess,
  declaredPieces,
} from '../../../workflows/rules/assessment.js';
import { bankDate, earliestDate } from '../../../workflows/rules/lead-time.js';
import { bankMarks } from '../../../workflows/rules/marks.js';
import type { Actor } from '../../access/actor.js';
import { type ReferenceData, referenceData } from '../../directory/reference-data.js';
import { timeOf } from '../../platform/database-time.js';
import { Problem } from '../../platform/problem.js';
import type { Transaction } from '../../platform/transaction.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import type { FilingContentDto } from '../content/filing-content.dto.js';
import { normalContent } from '../content/normal-content.js';
import { actsOfBank } from '../facts/acts-of-bank.js';
import type { AssessDto, AssessmentDto, PieceDto } from './assessment.dto.js';

/** No filing has it. */
const NO_FILING = '00000000-0000-0000-0000-000000000000';

/**
 * 要不要报: the answer that `FILE` would give now. Anybody may ask about what they say themselves; a bank's people hear of
 * the acts of their own bank too, of all its branches, and never of another bank's.
 */
@Injectable()
export class Assessments {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} validation-failed while kind or amount is not said */
  async assess(actor: Actor, { filing, ...said }: AssessDto): Promise<AssessmentDto> {
    const content = normalContent(said);
    return this.database.asSystem(async (tx) => {
      const [{ at, today }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
      const act = actIn(content, today);
      if (act === undefined) throw unanswered(content);
      const stored = await storedPieces(tx, reference, actor, content, filing ?? NO_FILING);
      const receivedOn = actDay(reference.calendar, at, reference.policyOn(today).values.officeHoursEnd);
      return answer(reference, content, act, [...stored, ...declaredPieces(content)], receivedOn);
    });
  }
}

async function storedPieces(
  tx: Transaction,
  reference: ReferenceData,
  { jurisdiction, organization, organizationKind }: Actor,
  { firm }: FilingContentDto,
  except: string,
): Promise<Piece[]> {
  if (organization === undefined || organizationKind !== 'bank' || !firm?.creditCode) return [];
  const about = { jurisdiction, bank: organization, creditCode: firm.creditCode, except };
  return actsOfBank(tx, reference, about);
}

function answer(
  reference: ReferenceData,
  content: FilingContentDto,
  act: Act,
  pieces: Piece[],
  receivedOn: CivilDay,
): AssessmentDto {
  const { calendar } = reference;
  const { id, number, validFrom, values: policy } = reference.policyOn(receivedOn);
  const assessment = assess({ act, pieces, policy });
  const voluntary = reference.basisOn(receivedOn) === undefined;
  const earliest = earliestDate(calendar, receivedOn, policy);
  const { plannedDate, actedOn } = content;
  const date = plannedDate ? bankDate(calendar, { receivedOn, plannedDate, actedOn }, policy) : null;
  return {
    ...judged(assessment),
    marks: bankMarks({ content, assessment, receivedOn, calendar, policy, voluntary }),
    voluntary,
    receivedOn,
    acknowledgeDueOn: calendar.add(receivedOn, policy.acknowledgeWd).day,
    earliestDate: earliest.day,
    bankDate: date?.day ?? null,
    provisional: earliest.provisional,
    policy: { id, number, validFrom },
  };
}

function judged(assessment: Assessment) {
  const { reportable, treatedAs, sum, threshold, cumulative, relationAssumed, exemption, clause } =
    assessment;
  const basis = assessment.basis.map(pieceOf);
  return { reportable, treatedAs, sum, threshold, basis, cumulative, relationAssumed, exemption, clause };
}

function pieceOf({ source, kind, relationContinues, amount, on, status, branch, filing }: Piece): PieceDto {
  const rest = { branch: branch ?? null, filing: filing ?? null };
  return { source, kind, relationContinues, amount, on, status, ...rest };
}

function unanswered({ kind, amount }: FilingContentDto): Problem {
  const missing = [...(kind ? [] : ['kind']), ...(amount ? [] : ['amount'])];
  return new Problem('validation-failed', {
    errors: missing.map((name) => ({ pointer: `/${name}`, code: 'answer-missing', message: '请填写此项。' })),
  });
}
