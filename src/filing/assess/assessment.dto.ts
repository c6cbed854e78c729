import { ApiSchema } from '@nestjs/swagger';
import { PIECE_SOURCES, type PieceSource } from '../../../workflows/rules/accumulation.js';
import {
  ACT_KINDS,
  ACT_STATUSES,
  type ActKind,
  type ActStatus,
  EXEMPTIONS,
} from '../../../workflows/rules/filing-codes.js';
import {
  Choice,
  Day,
  Id,
  ListOf,
  ListOfTexts,
  Money,
  Nested,
  Text,
  YesNo,
} from '../../platform/http/fields.js';
import { FilingContentDto } from '../content/filing-content.dto.js';
import { PolicyReferenceDto } from '../view/filing-state.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;

/** As much of a report as has been typed. Kind and amount are enough for an answer. */
@ApiSchema({ name: 'AssessRequest' })
export class AssessDto extends FilingContentDto {
  @Id({ optional: true, nullable: true, description: '正在变更的本行报告，不与自身累计' })
  filing?: string | null;
}

@ApiSchema({ name: 'Piece' })
export class PieceDto {
  @Choice(PIECE_SOURCES, { ...SAID, description: '本行报告、已登记、本次申报' })
  source: PieceSource;

  @Choice(Object.keys(ACT_KINDS), SAID)
  kind: ActKind;

  @YesNo(MAYBE)
  relationContinues: boolean | null;

  @Money(SAID)
  amount: string;

  @Day(SAID)
  on: string;

  @Choice(Object.keys(ACT_STATUSES), SAID)
  status: ActStatus;

  @Text({ max: 100 }, MAYBE)
  branch: string | null;

  @Text({ max: 60 }, { ...MAYBE, description: '报告编号' })
  filing: string | null;
}

@ApiSchema({ name: 'Assessment' })
export class AssessmentDto {
  @YesNo({ ...SAID, description: '是否达到报告标准' })
  reportable: boolean;

  @Choice(Object.keys(ACT_KINDS), { ...SAID, description: '按哪一类标准判断' })
  treatedAs: ActKind;

  @Money({ ...SAID, description: '累计金额（元）' })
  sum: string;

  @Money({ ...SAID, description: '报告标准（元）' })
  threshold: string;

  @ListOf(() => PieceDto, 1_000, { ...SAID, description: '累计所含的其他措施' })
  basis: PieceDto[];

  @YesNo({ ...SAID, description: '仅因累计达到标准' })
  cumulative: boolean;

  @YesNo({ ...SAID, description: '未答信贷关系是否存续，按存续判断' })
  relationAssumed: boolean;

  @Choice(Object.keys(EXEMPTIONS), MAYBE)
  exemption: string | null;

  @ListOfTexts({ most: 20, max: 40 }, SAID)
  marks: string[];

  @YesNo({ ...SAID, description: '无生效依据：自愿报告' })
  voluntary: boolean;

  @Day({ ...SAID, description: '现在报送的收到日' })
  receivedOn: string;

  @Day({ ...SAID, description: '签收时限' })
  acknowledgeDueOn: string;

  @Day({ ...SAID, description: '提前期届满日' })
  earliestDate: string;

  @Day({ ...MAYBE, description: '银行日期；未填拟实施日或已实施时没有' })
  bankDate: string | null;

  @YesNo({ ...SAID, description: '所涉年度放假安排尚未公布，日期为暂算' })
  provisional: boolean;

  @Text({ max: 200 }, SAID)
  clause: string;

  @Nested(() => PolicyReferenceDto, SAID)
  policy: PolicyReferenceDto;
}
