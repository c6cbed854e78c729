import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CaseDescriptions } from './case-descriptions.js';
import { CaseExplanations } from './case-explanation.js';
import { CaseHistory } from './case-history.js';
import { Cases } from './cases.js';

/** What is alike for the cases of all processes: their history, why they are where they are, what may be done with them. */
@Module({
  imports: [AuditModule],
  providers: [Cases, CaseDescriptions, CaseHistory, CaseExplanations],
  exports: [Cases, CaseDescriptions, CaseHistory, CaseExplanations],
})
export class CasesModule {}
