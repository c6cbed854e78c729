import { Module } from '@nestjs/common';
import { DeadlineWorker } from './deadline.worker.js';
import { DeadlineHealthController } from './deadline-health.controller.js';

@Module({ controllers: [DeadlineHealthController], providers: [DeadlineWorker], exports: [DeadlineWorker] })
export class DeadlineModule {}
