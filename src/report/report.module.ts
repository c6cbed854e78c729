import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { Overviews } from './overview.js';
import { ReportsController } from './reports.controller.js';

/** 概览: figures for those who lead. */
@Module({ imports: [CasesModule], controllers: [ReportsController], providers: [Overviews] })
export class ReportModule {}
