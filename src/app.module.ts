import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AttachmentModule } from './attachment/attachment.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CodesModule } from './codes/codes.module.js';
import { CommitteeModule } from './committee/committee.module.js';
import { CoordinationModule } from './coordination/coordination.module.js';
import { DeadlineModule } from './deadline/deadline.module.js';
import { DiagramModule } from './diagram/diagram.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { EventsModule } from './events/events.module.js';
import { FilingModule } from './filing/filing.module.js';
import { FilingReadModule } from './filing/read/filing-read.module.js';
import { InquiryModule } from './inquiry/inquiry.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { PhraseModule } from './phrase/phrase.module.js';
import type { Config } from './platform/config.js';
import type { Logger } from './platform/logging.js';
import { PlatformModule } from './platform/platform.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { ProcessModule } from './process/process.module.js';
import { ReportModule } from './report/report.module.js';
import { ResolutionModule } from './resolution/resolution.module.js';
import { SearchModule } from './search/search.module.js';
import { SupportModule } from './support/support.module.js';
import { WebhookModule } from './webhook/webhook.module.js';
import { WorklistModule } from './worklist/worklist.module.js';

@Module({})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, logger),
        ProcessModule,
        AuditModule,
        LimitsModule,
        AccessModule,
        DirectoryModule,
        PolicyModule,
        EventsModule,
        DeadlineModule,
        FilingModule,
        FilingReadModule,
        CoordinationModule,
        SupportModule,
        CommitteeModule,
        ResolutionModule,
        InquiryModule,
        NoticeModule,
        WebhookModule,
        WorklistModule,
        AttachmentModule,
        CodesModule,
        DiagramModule,
        SearchModule,
        PhraseModule,
        PresenceModule,
        ReportModule,
      ],
    };
  }
}
