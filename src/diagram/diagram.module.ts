import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { caseDiagramController } from './case-diagram.controller.js';
import { CaseDiagrams } from './case-diagrams.js';
import { Diagrams } from './diagrams.js';
import { ProcessDiagramController } from './process-diagram.controller.js';

/** 流程图: of every process, and of every case with its place lit. */
@Module({
  imports: [CasesModule],
  controllers: [
    ProcessDiagramController,
    caseDiagramController('filings', 'filing'),
    caseDiagramController('coordinations', 'coordination'),
    caseDiagramController('supports', 'support'),
    caseDiagramController('committees', 'committee'),
    caseDiagramController('resolutions', 'resolution'),
    caseDiagramController('inquiries', 'inquiry'),
  ],
  providers: [Diagrams, CaseDiagrams],
})
export class DiagramModule {}
