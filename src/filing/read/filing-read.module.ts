import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { CaseDescriptions } from '../../cases/case-descriptions.js';
import { CasesModule } from '../../cases/cases.module.js';
import { ExplanationController } from './explanation.controller.js';
import { Explanations } from './explanation.js';
import { FILING_DESCRIPTION } from './filing-description.js';
import { HistoryController } from './history.controller.js';
import { ReceiptController } from './receipt.controller.js';
import { Receipts } from './receipts.js';

/** What is asked of a filing beside the filing itself: why, what happened, and the receipt. */
@Module({
  imports: [AuditModule, CasesModule],
  controllers: [ExplanationController, HistoryController, ReceiptController],
  providers: [Explanations, Receipts],
})
export class FilingReadModule {
  constructor(descriptions: CaseDescriptions) {
    descriptions.add(FILING_DESCRIPTION);
  }
}
