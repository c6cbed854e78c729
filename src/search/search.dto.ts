import { ApiSchema } from '@nestjs/swagger';
import { PROCESS_NAMES } from '../../workflows/process.js';
import { Choice, Id, ListOf, Text } from '../platform/http/fields.js';

const READ = { checked: false } as const;

export class SearchQueryDto {
  @Text(
    { min: 2, max: 50 },
    { description: '报告编号、企业名称中的两三个字，或统一社会信用代码及其开头', example: '晋鲤12' },
  )
  q: string;
}

@ApiSchema({ name: 'SearchHit' })
export class SearchHitDto {
  @Choice(['firm', ...PROCESS_NAMES], { ...READ, description: '企业，或哪一流程的事项' })
  kind: string;

  @Id(READ)
  id: string;

  @Text({ max: 200 }, { ...READ, description: '编号或名称' })
  title: string;

  @Text({ max: 300 }, { ...READ, description: '企业名称、统一社会信用代码等' })
  detail: string;

  @Text({ max: 100 }, { ...READ, nullable: true, description: '事项目前的状态；企业为 null' })
  stateLabel: string | null;
}

@ApiSchema({ name: 'SearchHits' })
export class SearchHitsDto {
  @ListOf(() => SearchHitDto, 20, READ)
  items: SearchHitDto[];
}
