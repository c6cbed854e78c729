import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditEntries } from './audit-entries.js';
import { AuditHealthController } from './check/audit-health.controller.js';
import { VerificationController } from './check/verification.controller.js';
import { Verifications } from './check/verifications.js';
import { ReadLog } from './read-log.js';
import { Sequencer } from './sequencer.js';
import { SequencerWorker } from './sequencer.worker.js';
import { SigningKey } from './signing-key.js';
import { TreeController } from './tree.controller.js';
import { TreeProofs } from './tree-proofs.js';

/** The log, for those who audit it; its tree, and what proves it; traces of reading; the key that promises are signed with. */
@Module({
  controllers: [AuditController, AuditHealthController, TreeController, VerificationController],
  providers: [AuditEntries, ReadLog, Sequencer, SequencerWorker, SigningKey, TreeProofs, Verifications],
  exports: [ReadLog, SigningKey],
})
export class AuditModule {}
