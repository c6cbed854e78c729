import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from './config.js';
import { databaseOptions } from './database.js';
import { FieldCipher } from './field-cipher.js';
import { HealthController } from './health.controller.js';
import { LOGGER } from './logger-token.js';
import type { Logger } from './logging.js';
import { Database } from './transaction.js';

/** What everything stands on: configuration, database, logger, health. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...databaseOptions(config.databaseUrl, config.poolSize),
          autoLoadEntities: true,
          retryAttempts: 5,
          retryDelay: 500,
        }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        Database,
        FieldCipher,
      ],
      exports: [CONFIG, LOGGER, Database, FieldCipher],
    };
  }
}
