import { ApiSchema } from '@nestjs/swagger';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Nested,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { KEY_DUTIES, type KeyDuty } from '../actor.js';
import { PostUnitDto } from '../people.dto.js';
import { MOST_ADDRESSES } from './address-list.js';

const SAID = { checked: false } as const;
/** So long may the old secret of a rotated key be used beside the new one. */
export const LONGEST_OVERLAP_HOURS = 7 * 24;
/** More than a bank has systems; a list without pages. */
export const MOST_KEYS = 100;

export class ApiKeyIdDto {
  @Id({ description: '接口密钥的 id' })
  id: string;
}

/** 接口密钥: one duty, one term, a list of addresses. */
@ApiSchema({ name: 'NewApiKey' })
export class NewApiKeyDto {
  @Text({ min: 1, max: 60 }, { description: '名称，本行内不重复', example: '信贷系统（报送）' })
  name: string;

  @Choice(KEY_DUTIES, { description: 'prepare 编制至送行内复核；send 复核报送及报送后事项' })
  duty: KeyDuty;

  @Id({ optional: true, description: '分支机构；不填为全行' })
  unit?: string;

  @ListOfTexts(
    { most: MOST_ADDRESSES, max: 43 },
    {
      description: '来源地址：IP 或 CIDR 网段（IPv4 不宽于 /16，IPv6 不宽于 /32）',
      example: ['10.8.20.0/24'],
    },
  )
  addresses: string[];

  @Day({ description: '有效期末日，含当日，不超过一年' })
  validUntil: string;
}

@ApiSchema({ name: 'RotateApiKey' })
export class RotateApiKeyDto {
  @Whole(
    { least: 0, most: LONGEST_OVERLAP_HOURS },
    { description: '旧密钥继续有效的小时数，至多 7 天；0 为立即失效', example: 24 },
  )
  overlapHours: number;
}

@ApiSchema({ name: 'ApiKey' })
export class ApiKeyDto {
  @Id(SAID)
  id: string;

  @Text({ max: 60 }, SAID)
  name: string;

  @Choice(KEY_DUTIES, SAID)
  duty: string;

  @Nested(() => PostUnitDto, { ...SAID, nullable: true, description: '分支机构；为 null 时为全行' })
  unit: PostUnitDto | null;

  @ListOfTexts({ most: MOST_ADDRESSES, max: 43 }, SAID)
  addresses: string[];

  @Day(SAID)
  validUntil: string;

  @Instant(SAID)
  createdAt: string;

  @Instant({ ...SAID, nullable: true, description: '旧密钥（如有）失效的时刻' })
  formerUntil: string | null;

  @Instant({ ...SAID, nullable: true, description: '最近使用，至多每分钟记一次' })
  usedAt: string | null;

  @Text({ max: 60 }, { ...SAID, nullable: true, description: '最近使用的来源地址' })
  usedFrom: string | null;

  @Instant({ ...SAID, nullable: true, description: '最近一次因过期、停用或地址不符被拒' })
  refusedAt: string | null;

  @Instant({ ...SAID, nullable: true })
  revokedAt: string | null;
}

@ApiSchema({ name: 'ApiKeyTold' })
export class ApiKeyToldDto {
  @Text({ max: 60 }, { ...SAID, description: '密钥，只显示这一次' })
  secret: string;

  @Nested(() => ApiKeyDto, SAID)
  key: ApiKeyDto;
}

@ApiSchema({ name: 'ApiKeys' })
export class ApiKeysDto {
  @ListOf(() => ApiKeyDto, MOST_KEYS, SAID)
  items: ApiKeyDto[];
}
