import { ApiSchema } from '@nestjs/swagger';
import type { Agreement, Share, Shares } from '../../workflows/committee/agreement.js';
import { Choice, Nested, Whole, YesNo } from '../platform/http/fields.js';

/** Wider than what can be agreed: the guard names the figure that is out of range, and why. */
const FIGURE = { least: -1_000_000, most: 1_000_000 };

@ApiSchema({ name: 'AgreedShare' })
export class ShareDto implements Share {
  @Whole(FIGURE, { description: '分子', example: 2 })
  numerator: number;

  @Whole(FIGURE, { description: '分母', example: 3 })
  denominator: number;

  @Choice(['atLeast', 'moreThan'], { description: '以上（含本数）、超过（不含本数）' })
  compare: Share['compare'];
}

@ApiSchema({ name: 'AgreedShares' })
export class SharesDto implements Shares {
  @Nested(() => ShareDto, { description: '债权比例' })
  claims: ShareDto;

  @Nested(() => ShareDto, { description: '成员比例' })
  heads: ShareDto;
}

@ApiSchema({ name: 'AgreedMajorities' })
export class MajoritiesDto {
  @Nested(() => SharesDto, { description: '重大事项' })
  major: SharesDto;

  @Nested(() => SharesDto, { description: '一般事项' })
  ordinary: SharesDto;
}

@ApiSchema({ name: 'AgreedDenominators' })
export class DenominatorsDto {
  @Choice(['leave', 'stay'], { description: '与债务人有关联的成员：退出分子分母、计入' })
  conflicted: 'leave' | 'stay';

  @Choice(['leave', 'stay'], { description: '就自身事项请求同意的成员：退出分子分母、计入' })
  asking: 'leave' | 'stay';
}

@ApiSchema({ name: 'AgreedWindows' })
export class WindowsDto {
  @Whole(FIGURE, { description: '拟题期（工作日）', example: 2 })
  draftWd: number;

  @Whole(FIGURE, { description: '通知期（工作日）', example: 3 })
  noticeWd: number;

  @Whole(FIGURE, { description: '表决期（工作日）', example: 10 })
  voteWd: number;

  @Whole(FIGURE, { description: '表决延长期（工作日）', example: 5 })
  extensionWd: number;
}

@ApiSchema({ name: 'AgreedStandstill' })
export class StandstillTermDto {
  @Whole(FIGURE, { description: '稳定期（日历日）', example: 90 })
  days: number;

  @Whole(FIGURE, { description: '延长（日历日），一次为限', example: 90 })
  extensionDays: number;
}

@ApiSchema({ name: 'AgreedDisclosure' })
export class DisclosureDto {
  @YesNo({ description: '成员之间公开债权' })
  claims: boolean;

  @YesNo({ description: '成员之间公开授信与到期' })
  exposures: boolean;

  @YesNo({ description: '成员之间公开提前报告' })
  filings: boolean;
}

/** 债权人协议中由系统执行的约定；未另行约定的，以政策参数为准。 */
@ApiSchema({ name: 'CreditorsAgreement' })
export class AgreementDto implements Agreement {
  @Nested(() => MajoritiesDto)
  majorities: MajoritiesDto;

  @Nested(() => DenominatorsDto)
  denominators: DenominatorsDto;

  @Nested(() => WindowsDto)
  windows: WindowsDto;

  @Nested(() => StandstillTermDto)
  standstill: StandstillTermDto;

  @YesNo({ description: '成员报送提前报告时即告知主席单位' })
  chairToldAtOnce: boolean;

  @Nested(() => DisclosureDto)
  disclosure: DisclosureDto;

  @YesNo({ description: '公开表决；否则表决结束前票面密封' })
  openVoting: boolean;
}
