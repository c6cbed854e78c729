import { Injectable } from '@nestjs/common';
import { marksFor } from '../../../workflows/filing/filing.audiences.js';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import type { Actor } from '../../access/actor.js';
import { CaseExplanations } from '../../cases/case-explanation.js';
import { audienceIn, type Reading } from '../../cases/case-history.js';
import { monthAndDay } from '../../cases/day-in-words.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { officeMarksOf } from '../office-marks.js';
import { readsAsOffice } from '../view/audience.js';
import { inOrder } from '../view/filing-state.js';
import { bankDateReason } from './bank-date-reason.js';
import type { ExplanationDto, RuleHitDto } from './explanation.dto.js';
import { FILING_DESCRIPTION } from './filing-description.js';
import { assessedAtSending, ruleHits } from './rule-hits.js';

/** 为什么, of a filing: the bank's own date, the marks and the rules that bear on it beside what is explained of every case. */
@Injectable()
export class Explanations {
  constructor(
    private readonly cases: CaseExplanations,
    private readonly database: ScopedDatabase,
  ) {}

  /** @throws {Problem} not-found */
  async of(actor: Actor, id: string): Promise<ExplanationDto> {
    const { reading, explanation } = await this.cases.of(FILING_DESCRIPTION, actor, id);
    const { context, reference } = reading.seen;
    const { bankDate } = context;
    const date = bankDate === null ? '' : `；银行日期为${monthAndDay(bankDate)}`;
    const { marks, rules } = await this.judged(actor, reading);
    return {
      ...explanation,
      summary: explanation.summary.replace(/。$/, `${date}。`),
      bankDate: bankDateReason(context, reference),
      marks: marks.map(explainedMark),
      rules,
    };
  }

  /** Marks that other banks' reports brought later lie beside the case, for offices alone. */
  private async judged(
    actor: Actor,
    reading: Reading<FilingContext>,
  ): Promise<{ marks: string[]; rules: RuleHitDto[] }> {
    const { seen } = reading;
    const audience = audienceIn(reading);
    const isOffice = readsAsOffice(audience);
    const { beside, assessment } = await this.database.as(actor, async (tx) => ({
      beside: isOffice ? await officeMarksOf(tx, seen) : [],
      assessment: await assessedAtSending(tx, seen),
    }));
    const marks = inOrder([...marksFor(audience, seen.context), ...beside]);
    const { policy } = seen.context;
    // The pieces of the sum are the bank's own business and the offices'.
    if (policy === null || !(isOffice || actor.organization === seen.ownerOrg)) return { marks, rules: [] };
    const known = { context: seen.context, marks, isOffice };
    return { marks, rules: ruleHits(known, assessment, seen.reference.policy(policy)) };
  }
}

function explainedMark(code: string): { code: string; label: string; clause: string | null } {
  const known = Object.entries(MARKS).find(([name]) => name === code);
  return known === undefined
    ? { code, label: code, clause: null }
    : { code, label: known[1].label, clause: known[1].clause };
}
