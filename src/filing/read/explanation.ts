import { Injectable } from '@nestjs/common';
import { marksFor } from '../../../workflows/filing/filing.audiences.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import type { Actor } from '../../access/actor.js';
import { CaseExplanations } from '../../cases/case-explanation.js';
import { audienceIn } from '../../cases/case-history.js';
import { monthAndDay } from '../../cases/day-in-words.js';
import { bankDateReason } from './bank-date-reason.js';
import type { ExplanationDto } from './explanation.dto.js';
import { FILING_DESCRIPTION } from './filing-description.js';

/** 为什么, of a filing: the bank's own date and the marks beside what is explained of every case. */
@Injectable()
export class Explanations {
  constructor(private readonly cases: CaseExplanations) {}

  /** @throws {Problem} not-found */
  async of(actor: Actor, id: string): Promise<ExplanationDto> {
    const { reading, explanation } = await this.cases.of(FILING_DESCRIPTION, actor, id);
    const { context, reference } = reading.seen;
    const { bankDate } = context;
    const date = bankDate === null ? '' : `；银行日期为${monthAndDay(bankDate)}`;
    return {
      ...explanation,
      summary: explanation.summary.replace(/。$/, `${date}。`),
      bankDate: bankDateReason(context, reference),
      marks: marksFor(audienceIn(reading), context).map(explainedMark),
    };
  }
}

function explainedMark(code: string): { code: string; label: string; clause: string | null } {
  const known = Object.entries(MARKS).find(([name]) => name === code);
  return known === undefined
    ? { code, label: code, clause: null }
    : { code, label: known[1].label, clause: known[1].clause };
}
