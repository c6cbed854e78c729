import { ApiSchema } from '@nestjs/swagger';
import { CHOICES, type Choice as Vote } from '../../../workflows/rules/vote-count.js';
import { NamedOrganizationDto } from '../../directory/named-organization.js';
import {
  Choice,
  Id,
  Instant,
  ListOf,
  Money,
  Nested,
  Shape,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/fields.js';
import { ResolutionStateDto, TallyDto, WeightDto } from '../resolution.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const HEX = { max: 64, pattern: /^[0-9a-f]{64}$/ };
const MOST_HEADS = 10_000;

@ApiSchema({ name: 'NewBallot' })
export class NewBallotDto {
  @Choice(CHOICES, { example: 'for' })
  choice: Vote;

  @Text({ max: 1_000 }, { optional: true, description: '理由' })
  reason?: string;

  @Id({ optional: true, description: '受托代为表决时，委托的成员单位' })
  member?: string;

  @Text({ min: 1, max: 100 }, { optional: true, description: '授权文件编号；协议签署时已登记的不必再填' })
  authorization?: string;

  @Text(HEX, { optional: true, description: '盖章表决票的 SHA-256；重大事项可在截止后三个工作日内补交' })
  sealedPaper?: string;
}

/** One's own ballot; anybody's after the close. */
@ApiSchema({ name: 'Ballot' })
export class BallotDto {
  @Id({ ...SAID, description: '成员单位' })
  member: string;

  @Choice(CHOICES, SAID)
  choice: string;

  @Text({ max: 1_000 }, SAID)
  reason: string;

  @Text(HEX, { ...SAID, description: '密封随机数' })
  salt: string;

  @Text(HEX, {
    ...SAID,
    description: '选票密封值：JSON 文本 ["<salt>","<choice>","<reason>"] 的 SHA-256，投票时即记入日志',
  })
  commitment: string;

  @YesNo({ ...SAID, description: '盖章表决票已提交' })
  paper: boolean;

  @Instant(SAID)
  castAt: string;
}

@ApiSchema({ name: 'BallotAnswer' })
export class BallotAnswerDto {
  @Nested(() => BallotDto, SAID)
  ballot: BallotDto;

  @Nested(() => ResolutionStateDto, SAID)
  resolution: ResolutionStateDto;
}

@ApiSchema({ name: 'Ballots' })
export class BallotsDto {
  @ListOf(() => BallotDto, MOST_HEADS, SAID)
  items: BallotDto[];
}

@ApiSchema({ name: 'PassingTakes' })
export class PassingTakesDto {
  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '可参加表决的家数' })
  heads: number;

  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '通过所需家数' })
  neededHeads: number;

  @Money(SAID)
  totalClaims: string;

  @Money({ ...SAID, description: '通过所需债权金额（元）' })
  neededClaims: string;

  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '至少还须投票的家数' })
  moreHeads: number;

  @Money({ ...SAID, description: '至少还须投票的债权金额（元）' })
  moreClaims: string;
}

@ApiSchema({ name: 'VotingMember' })
export class VotingMemberDto {
  @Nested(() => NamedOrganizationDto, SAID)
  member: NamedOrganizationDto;

  @Money({ ...SAID, description: '基准日债权金额（元）' })
  claim: string;

  @YesNo({ ...SAID, description: '因关联关系回避' })
  conflicted: boolean;

  @YesNo({ ...SAID, description: '就本单位事项提请' })
  asking: boolean;
}

const SHARE = {
  type: 'object',
  required: ['numerator', 'denominator', 'compare'],
  properties: {
    numerator: { type: 'string' },
    denominator: { type: 'string' },
    compare: { type: 'string', enum: ['atLeast', 'moreThan'] },
  },
};

@ApiSchema({ name: 'Count' })
export class CountDto {
  @YesNo({ ...SAID, description: '已计票；此前只有投票情况' })
  counted: boolean;

  @Nested(() => WeightDto, { ...SAID, description: '已投票的' })
  turnout: WeightDto;

  @Nested(() => PassingTakesDto, { ...MAYBE, description: '通过所需；发出通知前为 null' })
  passingTakes: PassingTakesDto | null;

  @Shape(
    {
      type: 'object',
      required: ['heads', 'claims', 'excludesConflicted', 'excludesAsking', 'needsPaper'],
      properties: {
        heads: SHARE,
        claims: SHARE,
        excludesConflicted: { type: 'boolean' },
        excludesAsking: { type: 'boolean' },
        needsPaper: { type: 'boolean' },
      },
    },
    { nullable: true, description: '计票规则' },
  )
  rule: object | null;

  @Nested(() => TallyDto, MAYBE)
  tally: TallyDto | null;

  @ListOf(() => VotingMemberDto, MOST_HEADS, { ...SAID, description: '计票后公开，任何人可据此复核' })
  members: VotingMemberDto[];

  @ListOf(() => BallotDto, MOST_HEADS, { ...SAID, description: '计票后公开' })
  ballots: BallotDto[];
}
