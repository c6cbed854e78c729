import { Controller, Get, Header, Param, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ProcessName } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { CaseDiagrams } from './case-diagrams.js';
import { DiagramCaseIdDto, DiagramDto, DiagramQueryDto } from './diagram.dto.js';

export const SVG = 'image/svg+xml';
const SEEN = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] as const;

/** The picture of a case, below the path of its process. */
export function caseDiagramController(path: string, process: ProcessName): Type {
  @ApiTags(path)
  @Controller(`${path}/:id`)
  class CaseDiagramController {
    constructor(private readonly diagrams: CaseDiagrams) {}

    /** 流程图，标出目前所在和走过的路；按读者身份展示 */
    @Get('diagram.svg')
    @Header('content-type', `${SVG}; charset=utf-8`)
    @Header('cache-control', 'private, no-cache')
    @Answers({ status: 200, mediaType: SVG, problems: SEEN })
    picture(
      @CurrentActor() actor: Actor,
      @Param() { id }: DiagramCaseIdDto,
      @Query() { language = 'zh' }: DiagramQueryDto,
    ): Promise<string> {
      return this.diagrams.svg(process, { actor, id, language });
    }

    /** 流程图的文字版 */
    @Get('diagram')
    @Answers({ status: 200, type: DiagramDto, problems: SEEN })
    words(
      @CurrentActor() actor: Actor,
      @Param() { id }: DiagramCaseIdDto,
      @Query() { language = 'zh' }: DiagramQueryDto,
    ): Promise<DiagramDto> {
      return this.diagrams.inWords(process, { actor, id, language });
    }
  }
  // The OpenAPI document names operations by their controller.
  const name = `${process.slice(0, 1).toUpperCase()}${process.slice(1)}DiagramController`;
  Object.defineProperty(CaseDiagramController, 'name', { value: name });
  return CaseDiagramController;
}
