import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { WorklistController } from './worklist.controller.js';
import { WorklistService } from './worklist.service.js';

@Module({ imports: [CasesModule], controllers: [WorklistController], providers: [WorklistService] })
export class WorklistModule {}
