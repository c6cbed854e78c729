import { Module, type OnModuleInit } from '@nestjs/common';
import type { SupportContext } from '../../workflows/support/support.context.js';
import { caseController } from '../cases/case-controller.js';
import { CasesModule } from '../cases/cases.module.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { Proposals } from './proposals.js';
import { supportShell } from './support.shell.js';
import { SupportList } from './support-list.js';
import { SUPPORT_RESOURCE } from './support-resource.js';
import { SupportsController } from './supports.controller.js';

/** 帮扶事项: measures of support, whoever carries them out. */
@Module({
  imports: [CasesModule],
  controllers: [SupportsController, caseController<SupportContext>(SUPPORT_RESOURCE)],
  providers: [Proposals, SupportList],
})
export class SupportModule implements OnModuleInit {
  constructor(private readonly registry: ProcessRegistry) {}

  onModuleInit(): void {
    this.registry.register(supportShell);
  }
}
