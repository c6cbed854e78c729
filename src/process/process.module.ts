import { Global, Module } from '@nestjs/common';
import { ProcessService } from './process.service.js';
import { ProcessRegistry } from './process-registry.js';
import { ScopedDatabase } from './scoped-database.js';

/** The engine. Features register their processes with the registry when they start. */
@Global()
@Module({
  providers: [ProcessRegistry, ProcessService, ScopedDatabase],
  exports: [ProcessRegistry, ProcessService, ScopedDatabase],
})
export class ProcessModule {}
