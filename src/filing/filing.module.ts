import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { AssessController } from './assess/assess.controller.js';
import { Assessments } from './assess/assessments.js';
import { BatchController } from './batch/batch.controller.js';
import { BatchWork } from './batch/batch-work.js';
import { Batches } from './batch/batches.js';
import { DraftActs } from './draft/draft-acts.js';
import { Drafts } from './draft/drafts.js';
import { FilingEventsController } from './events/filing-events.controller.js';
import { FilingEvents } from './events/filing-events.js';
import { FilingController } from './filing.controller.js';
import { filingShell } from './filing.shell.js';
import { ExportController } from './list/export.controller.js';
import { FilingExport } from './list/filing-export.js';
import { FilingList } from './list/filing-list.js';
import { FilingContact } from './view/contact.js';
import { FilingPage } from './view/filing-page.js';

/** 提前报告. The assessment and the sheets stand first: their routes are no filing's id. */
@Module({
  imports: [AuditModule],
  controllers: [
    AssessController,
    BatchController,
    ExportController,
    FilingController,
    FilingEventsController,
  ],
  providers: [
    Assessments,
    Batches,
    BatchWork,
    DraftActs,
    Drafts,
    FilingContact,
    FilingEvents,
    FilingExport,
    FilingList,
    FilingPage,
  ],
})
export class FilingModule implements OnModuleInit {
  constructor(private readonly registry: ProcessRegistry) {}

  onModuleInit(): void {
    this.registry.register(filingShell);
  }
}
