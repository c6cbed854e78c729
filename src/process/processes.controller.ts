import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AnyStateNode } from 'xstate';
import type { StateMeta } from '../../workflows/process.js';
import { Answers } from '../platform/http/answers.js';
import { ProcessesDto, ProcessStateDto } from './process.dto.js';
import { ProcessRegistry } from './process-registry.js';

@ApiTags('processes')
@Controller('processes')
export class ProcessesController {
  constructor(private readonly registry: ProcessRegistry) {}

  /** 流程及其各版本的状态 */
  @Get()
  @Answers({ status: 200, type: ProcessesDto, problems: ['not-signed-in', 'forbidden'] })
  list(): ProcessesDto {
    return {
      items: this.registry.all().map(({ definition }) => ({
        name: definition.name,
        version: definition.version,
        definitionHash: this.registry.hashOf(definition),
        newest: this.registry.newest(definition.name).definition === definition,
        states: statesIn(definition.machine.root),
      })),
    };
  }
}

/** The contractual states are the outermost that bear a label; what lies inside one is the machine's own matter. */
function statesIn(node: AnyStateNode): ProcessStateDto[] {
  const meta: StateMeta | undefined = node.meta;
  if (meta === undefined) return Object.values(node.states).flatMap(statesIn);
  const { label, clause = null } = meta;
  return [{ name: node.key, label, clause, waitsFor: postsIn(node), final: node.type === 'final' }];
}

function postsIn(node: AnyStateNode): string[] {
  const meta: StateMeta | undefined = node.meta;
  return [...new Set([...(meta?.waitsFor ?? []), ...Object.values(node.states).flatMap(postsIn)])];
}
