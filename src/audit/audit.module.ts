import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditEntries } from './audit-entries.js';
import { ReadLog } from './read-log.js';
import { SigningKey } from './signing-key.js';

/** The log, for those who audit it; traces of reading; and the key that promises are signed with. */
@Module({
  controllers: [AuditController],
  providers: [AuditEntries, ReadLog, SigningKey],
  exports: [ReadLog, SigningKey],
})
export class AuditModule {}
