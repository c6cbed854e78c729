import { Module, type OnModuleInit } from '@nestjs/common';
import type { CoordinationContext } from '../../workflows/coordination/coordination.context.js';
import { caseController } from '../cases/case-controller.js';
import { CasesModule } from '../cases/cases.module.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { coordinationShell } from './coordination.shell.js';
import { CoordinationList } from './coordination-list.js';
import { COORDINATION_RESOURCE } from './coordination-resource.js';
import { CoordinationsController } from './coordinations.controller.js';
import { OwnExplanations } from './own-explanation.js';
import { OwnHistory } from './own-history.js';
import { OwnPartController } from './own-part.controller.js';
import { OwnParts } from './own-part.js';

/** 启动协调: offices by the case, banks by their own filings. */
@Module({
  imports: [CasesModule],
  controllers: [
    CoordinationsController,
    OwnPartController,
    caseController<CoordinationContext>(COORDINATION_RESOURCE),
  ],
  providers: [CoordinationList, OwnParts, OwnHistory, OwnExplanations],
})
export class CoordinationModule implements OnModuleInit {
  constructor(private readonly registry: ProcessRegistry) {}

  onModuleInit(): void {
    this.registry.register(coordinationShell);
  }
}
