import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AttachmentController } from './attachment.controller.js';
import { AttachmentService } from './attachment.service.js';
import { AttachmentRemoval } from './attachment-removal.js';
import { AttachmentStore } from './attachment-store.js';
import { OrphanSweep } from './orphan-sweep.js';
import { ScanWorker } from './scan.worker.js';
import { Scanner } from './scanner.js';

@Module({
  imports: [AuditModule],
  controllers: [AttachmentController],
  providers: [AttachmentRemoval, AttachmentService, AttachmentStore, OrphanSweep, Scanner, ScanWorker],
})
export class AttachmentModule {}
