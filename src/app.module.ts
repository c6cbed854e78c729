import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { DeadlineModule } from './deadline/deadline.module.js';
import { NoticeModule } from './notice/notice.module.js';
import type { Config } from './platform/config.js';
import type { Logger } from './platform/logging.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProcessModule } from './process/process.module.js';

@Module({})
export class AppModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, logger),
        ProcessModule,
        AccessModule,
        DeadlineModule,
        NoticeModule,
      ],
    };
  }
}
