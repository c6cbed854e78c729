import { ACT_KINDS } from '../../workflows/rules/filing-codes.js';
import { LANES } from '../../workflows/rules/lane.js';
import { Choice, Text } from '../platform/http/fields.js';
import { PageSize } from '../platform/http/page.js';
import { LIGHTS } from './light.js';

/** 待办、已办、我发起的、抄送我的、草稿（未报送）, as offices know them. */
export const TABS = ['todo', 'done', 'mine', 'cc', 'draft'] as const;
export type Tab = (typeof TABS)[number];

/** Keys of organizations and counties. */
const KEY = /^[a-z][a-z0-9-]*$/;

export class WorklistQueryDto {
  @Choice(TABS, { optional: true, description: '默认 todo' })
  tab?: Tab;

  @Choice(LIGHTS, { optional: true, description: '只列此灯色' })
  light?: (typeof LIGHTS)[number];

  @Choice(Object.keys(LANES), { optional: true, description: '一般件、重点件（仅部门可用）' })
  lane?: string;

  @Choice(Object.keys(ACT_KINDS), { optional: true, description: '措施类型' })
  kind?: string;

  @Text(
    { min: 1, max: 40, pattern: KEY },
    { optional: true, description: '县（市、区）的键', example: 'jinjiang' },
  )
  county?: string;

  @Text({ min: 1, max: 40, pattern: KEY }, { optional: true, description: '银行的键', example: 'jinli' })
  bank?: string;

  @PageSize()
  limit?: number;

  @Text({ min: 1, max: 200 }, { optional: true, description: '上一页的 nextCursor' })
  cursor?: string;
}
