import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AnyStateNode } from 'xstate';
import type { StateMeta } from '../../workflows/process.js';
import { Answers } from '../platform/http/answers.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { SVG } from './case-diagram.controller.js';
import { DiagramDto, DiagramQueryDto, ProcessProofDto, ProcessVersionAddressDto } from './diagram.dto.js';
import { type Diagram, Diagrams } from './diagrams.js';
import type { Language } from './picture-words.js';
import { proofOf } from './proof.js';

const SEEN = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] as const;

@ApiTags('processes')
@Controller('processes/:name/:version')
export class ProcessDiagramController {
  constructor(
    private readonly diagrams: Diagrams,
    private readonly registry: ProcessRegistry,
  ) {}

  /** 一个流程的流程图 */
  @Get('diagram.svg')
  @Header('content-type', `${SVG}; charset=utf-8`)
  @Answers({ status: 200, mediaType: SVG, problems: SEEN })
  picture(@Param() address: ProcessVersionAddressDto, @Query() { language }: DiagramQueryDto): string {
    return this.diagrams.svg(this.at(address, language), null);
  }

  /** 流程图的文字版 */
  @Get('diagram')
  @Answers({ status: 200, type: DiagramDto, problems: SEEN })
  words(@Param() address: ProcessVersionAddressDto, @Query() { language }: DiagramQueryDto): DiagramDto {
    return { ...this.diagrams.inWords(this.at(address, language), null), steps: [] };
  }

  /** 就流程定义本身核对的各项性质 */
  @Get('proof')
  @Answers({ status: 200, type: ProcessProofDto, problems: SEEN })
  proof(@Param() address: ProcessVersionAddressDto): ProcessProofDto {
    const { graph, eventLabels } = this.at(address);
    const { definition } = this.registry.shell(graph.process, graph.version);
    return {
      process: graph.process,
      version: graph.version,
      definitionHash: this.registry.hashOf(definition),
      statements: proofOf({ graph, waitsFor: postsByState(definition.machine.root), labels: eventLabels }),
    };
  }

  private at({ name, version }: ProcessVersionAddressDto, language?: Language): Diagram {
    return this.diagrams.of(name, Number(version), language);
  }
}

/** Who is waited for, by the outermost state that bears a label. */
function postsByState(node: AnyStateNode): Map<string, readonly string[]> {
  const meta: StateMeta | undefined = node.meta;
  if (meta !== undefined) return new Map([[node.key, postsIn(node)]]);
  return new Map(Object.values(node.states).flatMap((child) => [...postsByState(child)]));
}

function postsIn(node: AnyStateNode): string[] {
  const meta: StateMeta | undefined = node.meta;
  return [...(meta?.waitsFor ?? []), ...Object.values(node.states).flatMap(postsIn)];
}
