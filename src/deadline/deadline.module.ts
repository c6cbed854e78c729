import { Module } from '@nestjs/common';
import { DeadlineWorker } from './deadline.worker.js';

@Module({ providers: [DeadlineWorker], exports: [DeadlineWorker] })
export class DeadlineModule {}
