import { Module, type OnModuleInit } from '@nestjs/common';
import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import { caseController } from '../cases/case-controller.js';
import { CasesModule } from '../cases/cases.module.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { BallotsController } from './ballot/ballots.controller.js';
import { Ballots } from './ballot/ballots.js';
import { Counts } from './ballot/counts.js';
import { DraftingController } from './draft/drafting.controller.js';
import { Drafting } from './draft/drafting.js';
import { resolutionShell } from './resolution.shell.js';
import { ResolutionList } from './resolution-list.js';
import { RESOLUTION_RESOURCE } from './resolution-resource.js';
import { ResolutionsController } from './resolutions.controller.js';

/** 决议: items, sealed ballots and their count. */
@Module({
  imports: [CasesModule],
  controllers: [
    ResolutionsController,
    DraftingController,
    BallotsController,
    caseController<ResolutionContext>(RESOLUTION_RESOURCE),
  ],
  providers: [Ballots, Counts, Drafting, ResolutionList],
})
export class ResolutionModule implements OnModuleInit {
  constructor(private readonly registry: ProcessRegistry) {}

  onModuleInit(): void {
    this.registry.register(resolutionShell);
  }
}
