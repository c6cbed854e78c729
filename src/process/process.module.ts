import { Global, Module } from '@nestjs/common';
import { CaseEditor } from './case-editor.js';
import { CaseOpener } from './case-opener.js';
import { ProcessService } from './process.service.js';
import { ProcessRegistry } from './process-registry.js';
import { ProcessesController } from './processes.controller.js';
import { ScopedDatabase } from './scoped-database.js';

/** The engine. Features register their processes with the registry when they start. */
@Global()
@Module({
  controllers: [ProcessesController],
  providers: [ProcessRegistry, ProcessService, CaseEditor, CaseOpener, ScopedDatabase],
  exports: [ProcessRegistry, ProcessService, CaseEditor, CaseOpener, ScopedDatabase],
})
export class ProcessModule {}
