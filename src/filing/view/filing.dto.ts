import { ApiSchema, IntersectionType, OmitType } from '@nestjs/swagger';
import { POSITIONS } from '../../../workflows/filing/positions.js';
import { OFFICES } from '../../../workflows/process.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Nested,
  Shape,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/fields.js';
import { CONTENT_FIELDS } from '../content/content-fields.js';
import { FilingContentDto } from '../content/filing-content.dto.js';
import { ViabilityDto } from '../events/viability.dto.js';
import { FilingStateDto, PolicyReferenceDto } from './filing-state.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
/** One answer of a report may be of any kind. */
const ANY_ANSWER = {
  type: 'any',
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'object' },
    { type: 'array', items: {} },
    { type: 'null' },
  ],
};
const OWNER_ONLY = { checked: false, optional: true } as const;

/** What became of an opinion: only one that was signed in time counts. */
export const OPINION_STATUSES = ['given', 'drafted', 'replaced', 'late', 'superseded', 'note'] as const;
export type OpinionStatus = (typeof OPINION_STATUSES)[number];

@ApiSchema({ name: 'FilingDeadline' })
export class DeadlineDto {
  @Text({ max: 40 }, { ...SAID, example: 'acknowledge' })
  name: string;

  @Text({ max: 40 }, { ...SAID, example: '签收' })
  label: string;

  @Choice(['armed', 'stopped'], SAID)
  status: string;

  @Day(SAID)
  dueOn: string;

  @Instant(SAID)
  fireAt: string;

  @YesNo({ ...SAID, description: '所涉年度放假安排尚未公布，日期为暂算' })
  provisional: boolean;
}

@ApiSchema({ name: 'Opinion' })
export class OpinionDto {
  @Choice(OFFICES, SAID)
  office: string;

  @Choice(OPINION_STATUSES, SAID)
  status: OpinionStatus;

  @Choice(POSITIONS, MAYBE)
  position: string | null;

  @Text({ max: 5_000 }, SAID)
  text: string;

  @Nested(() => ViabilityDto, MAYBE)
  viability: ViabilityDto | null;

  @Whole({ least: 1, most: 10_000 }, { ...SAID, description: '所针对的修订版次' })
  revision: number;

  @Instant(SAID)
  givenAt: string;
}

@ApiSchema({ name: 'Difference' })
export class DifferenceDto {
  @Text({ max: 300 }, { ...SAID, example: '/amount' })
  pointer: string;

  @Shape(ANY_ANSWER, { description: '修改前' })
  before: unknown;

  @Shape(ANY_ANSWER, { description: '修改后' })
  after: unknown;
}

/** The revision that is being prepared beside the one in force. */
@ApiSchema({ name: 'Amendment' })
export class AmendmentDto {
  @Whole({ least: 1, most: 10_000 }, SAID)
  revision: number;

  @Nested(() => FilingContentDto, SAID)
  content: FilingContentDto;

  @ListOf(() => DifferenceDto, 2_000, SAID)
  differences: DifferenceDto[];
}

/** What the revision in force has changed of the one before it. */
@ApiSchema({ name: 'RevisionChanges' })
export class RevisionChangesDto {
  @Whole({ least: 2, most: 10_000 }, SAID)
  revision: number;

  @ListOf(() => DifferenceDto, 2_000, SAID)
  differences: DifferenceDto[];
}

/** One thing that the notice of completion asks for. */
@ApiSchema({ name: 'AskedFor' })
export class AskedForDto {
  @Text({ max: 200 }, { ...MAYBE, description: '所指字段；未指明的为 null', example: '/ground/facts' })
  pointer: string | null;

  @Text({ max: 2_000 }, { ...SAID, description: '需补充的内容' })
  text: string;
}

@ApiSchema({ name: 'PolicyDifference' })
export class PolicyDifferenceDto {
  @Text({ max: 40 }, { ...SAID, example: 'leadWd' })
  key: string;

  @Text({ max: 60 }, { ...SAID, example: '提前期' })
  label: string;

  @Text({ max: 40 }, SAID)
  before: string;

  @Text({ max: 40 }, SAID)
  after: string;
}

/** The numbers that have changed since a draft was begun. */
@ApiSchema({ name: 'PolicySince' })
export class PolicySinceDto {
  @Nested(() => PolicyReferenceDto, { ...SAID, description: '新建草稿时的政策参数' })
  begun: PolicyReferenceDto;

  @Nested(() => PolicyReferenceDto, { ...SAID, description: '现行政策参数' })
  present: PolicyReferenceDto;

  @ListOf(() => PolicyDifferenceDto, 100, SAID)
  differences: PolicyDifferenceDto[];
}

/** 联系人: in full for its own bank, masked for everybody else. */
@ApiSchema({ name: 'ShownContact' })
export class ShownContactDto {
  @Text({ max: 50 }, { ...MAYBE, optional: true, example: '陈**' })
  name?: string | null;

  @Text({ max: 50 }, { ...MAYBE, optional: true })
  post?: string | null;

  @Text({ max: 40 }, { ...MAYBE, optional: true, description: '电话', example: '138****1234' })
  phone?: string | null;
}

/** One filing, as far as its reader may know it: its state, its content in force, its deadlines and what was said of it. */
@ApiSchema({ name: 'Filing' })
export class FilingDto extends IntersectionType(
  FilingStateDto,
  OmitType(FilingContentDto, ['contact'] as const),
) {
  @Instant({ ...MAYBE, description: '收到时刻' })
  receivedAt: string | null;

  @Id({ ...MAYBE, description: '企业名录中的企业；报送前为 null' })
  firmId: string | null;

  @Nested(() => ShownContactDto, {
    ...OWNER_ONLY,
    nullable: true,
    description: '联系人；外单位所见已脱敏，全文见 /contact',
  })
  contact?: ShownContactDto | null;

  @ListOf(() => DeadlineDto, 20, { ...SAID, description: '进行中的时限' })
  deadlines: DeadlineDto[];

  @ListOf(() => OpinionDto, 200, { ...OWNER_ONLY, description: '各部门意见（仅部门）' })
  opinions?: OpinionDto[];

  @ListOfTexts(
    { most: CONTENT_FIELDS.length, choices: CONTENT_FIELDS },
    { ...OWNER_ONLY, description: '当前可修改的字段（仅本行）' },
  )
  editable?: string[];

  @ListOf(() => AskedForDto, 50, { ...OWNER_ONLY, description: '一次性告知须补充的内容（仅本行，补充时）' })
  asked?: AskedForDto[];

  @Nested(() => RevisionChangesDto, { ...MAYBE, description: '现行版次较上一版次的变化；首次报送为 null' })
  changes: RevisionChangesDto | null;

  @Nested(() => PolicySinceDto, {
    ...OWNER_ONLY,
    nullable: true,
    description: '新建草稿后政策参数的变化（仅本行，报送前）',
  })
  policySince?: PolicySinceDto | null;

  @Nested(() => AmendmentDto, { ...OWNER_ONLY, nullable: true, description: '正在准备的修订（仅本行）' })
  amendment?: AmendmentDto | null;

  @ListOf(() => DifferenceDto, 2_000, {
    ...OWNER_ONLY,
    nullable: true,
    description: '复核退回后，草稿与退回时相比的变化（仅本行，报送前；未退回过的为 null）',
  })
  sinceReturned?: DifferenceDto[] | null;
}
