import { Module, type OnModuleInit } from '@nestjs/common';
import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import { AuditModule } from '../audit/audit.module.js';
import { caseController } from '../cases/case-controller.js';
import { CasesModule } from '../cases/cases.module.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { BesideController } from './beside.controller.js';
import { committeeShell } from './committee.shell.js';
import { CommitteeList } from './committee-list.js';
import { COMMITTEE_RESOURCE } from './committee-resource.js';
import { CommitteesController } from './committees.controller.js';
import { Committees } from './committees.js';
import { BesidePage } from './view/beside-page.js';

/** 金融机构债权人委员会（债委会） and the light form 主办行会商. */
@Module({
  imports: [AuditModule, CasesModule],
  controllers: [CommitteesController, BesideController, caseController<CommitteeContext>(COMMITTEE_RESOURCE)],
  providers: [Committees, CommitteeList, BesidePage],
})
export class CommitteeModule implements OnModuleInit {
  constructor(private readonly registry: ProcessRegistry) {}

  onModuleInit(): void {
    this.registry.register(committeeShell);
  }
}
