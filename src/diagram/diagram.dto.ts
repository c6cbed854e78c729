import { ApiSchema } from '@nestjs/swagger';
import { PROCESS_NAMES } from '../../workflows/process.js';
import {
  Choice,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Nested,
  Text,
  Whole,
  YesNo,
} from '../platform/http/fields.js';
import { LANGUAGES, type Language } from './picture-words.js';

const READ = { checked: false } as const;

@ApiSchema({ name: 'DiagramWay' })
export class DiagramWayDto {
  @Text({ max: 40 }, { ...READ, example: 'reviewing' })
  to: string;

  @Text({ max: 100 }, { ...READ, example: '同步研判' })
  toLabel: string;

  @ListOfTexts({ most: 50 }, { ...READ, description: '由哪些事项引起', example: ['签收', '自动签收'] })
  events: string[];
}

@ApiSchema({ name: 'DiagramPoint' })
export class DiagramPointDto {
  @Whole({ least: 0, most: 100_000 }, READ)
  x: number;

  @Whole({ least: 0, most: 100_000 }, READ)
  y: number;
}

@ApiSchema({ name: 'DiagramState' })
export class DiagramStateDto {
  @Text({ max: 40 }, { ...READ, example: 'reviewing' })
  name: string;

  @Text({ max: 100 }, { ...READ, example: '同步研判' })
  label: string;

  @Text({ max: 300 }, { ...READ, nullable: true, description: '依据' })
  clause: string | null;

  @YesNo({ ...READ, description: '终态' })
  final: boolean;

  @Choice(['current', 'walked', 'ahead'], {
    ...READ,
    nullable: true,
    description: '本件：目前在此、已经过、尚未到；不是某一事项的图为 null',
  })
  place: string | null;

  @ListOfTexts({ most: 10 }, { ...READ, description: '并行办理的各部分及其进度；仅部门可见进度' })
  parts: string[];

  @Nested(() => DiagramPointDto, { ...READ, description: '在图中的中心位置（像素）' })
  centre: DiagramPointDto;

  @ListOf(() => DiagramWayDto, 100, { ...READ, description: '由此可去往何处' })
  ways: DiagramWayDto[];
}

@ApiSchema({ name: 'DiagramEvent' })
export class DiagramEventDto {
  @Text({ max: 60 }, { ...READ, example: 'ACKNOWLEDGE' })
  code: string;

  @Text({ max: 100 }, { ...READ, example: '签收' })
  label: string;
}

@ApiSchema({ name: 'DiagramStep' })
export class DiagramStepDto {
  @Whole({ least: 1, most: 1_000_000_000 }, { ...READ, description: '本件第几条' })
  seq: number;

  @Instant(READ)
  at: string;

  @Text({ max: 500 }, READ)
  text: string;
}

/** The picture in words: what it shows, and nothing less. */
@ApiSchema({ name: 'Diagram' })
export class DiagramDto {
  @Choice(PROCESS_NAMES, READ)
  process: string;

  @Whole({ least: 1, most: 1_000 }, READ)
  version: number;

  @ListOf(() => DiagramStateDto, 100, READ)
  states: DiagramStateDto[];

  @ListOf(() => DiagramEventDto, 200, { ...READ, description: '本流程各事项的代码和名称' })
  events: DiagramEventDto[];

  @ListOf(() => DiagramStepDto, 1_000, { ...READ, description: '本件走过的路，先发生的在前' })
  steps: DiagramStepDto[];
}

@ApiSchema({ name: 'ProofStatement' })
export class ProofStatementDto {
  @Text({ max: 60 }, { ...READ, example: 'every-state-reachable' })
  name: string;

  @Text({ max: 200 }, { ...READ, example: '每个状态都能从初始状态到达' })
  label: string;

  @YesNo(READ)
  holds: boolean;

  @ListOfTexts({ most: 100 }, { ...READ, description: '不成立之处' })
  exceptions: string[];
}

@ApiSchema({ name: 'ProcessProof' })
export class ProcessProofDto {
  @Choice(PROCESS_NAMES, READ)
  process: string;

  @Whole({ least: 1, most: 1_000 }, READ)
  version: number;

  @Text({ max: 64 }, { ...READ, description: '流程定义的 SHA-256' })
  definitionHash: string;

  @ListOf(() => ProofStatementDto, 20, READ)
  statements: ProofStatementDto[];
}

export class DiagramCaseIdDto {
  @Id({ description: '事项的 id' })
  id: string;
}

export class DiagramQueryDto {
  @Choice(LANGUAGES, { optional: true, description: '图中文字的语言，默认为中文' })
  language?: Language;
}

export class ProcessVersionAddressDto {
  @Choice(PROCESS_NAMES)
  name: string;

  @Text({ min: 1, max: 4 }, { example: '1' })
  version: string;
}
