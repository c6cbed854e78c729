import { Module, type OnModuleInit } from '@nestjs/common';
import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import { caseController } from '../cases/case-controller.js';
import { CasesModule } from '../cases/cases.module.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { InquiriesController } from './inquiries.controller.js';
import { inquiryShell } from './inquiry.shell.js';
import { InquiryList } from './inquiry-list.js';
import { INQUIRY_RESOURCE } from './inquiry-resource.js';
import { Opening } from './opening.js';

/** 未按要求报告核查事项. */
@Module({
  imports: [CasesModule],
  controllers: [InquiriesController, caseController<InquiryContext>(INQUIRY_RESOURCE)],
  providers: [InquiryList, Opening],
})
export class InquiryModule implements OnModuleInit {
  constructor(private readonly registry: ProcessRegistry) {}

  onModuleInit(): void {
    this.registry.register(inquiryShell);
  }
}
