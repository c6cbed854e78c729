import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Audience } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { audienceFor } from '../access/audience.js';
import { CurrentActor } from '../access/current-actor.js';
import { type County, referenceData } from '../directory/reference-data.js';
import { Answers } from '../platform/http/answers.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { closedLists } from './closed-lists.js';
import { CodesDto, type CountyCodeDto } from './codes.dto.js';

@ApiTags('codes')
@Controller('codes')
export class CodesController {
  /** The lists of the code never change while a server runs. */
  private readonly lists = new Map<Audience, Omit<CodesDto, 'counties'>>();

  constructor(private readonly database: ScopedDatabase) {}

  /** 代码表：各代码及其中文名称，必填项，问题代码 */
  @Get()
  @Answers({ status: 200, type: CodesDto })
  async codes(@CurrentActor() actor: Actor): Promise<CodesDto> {
    const { counties } = await this.database.as(actor, (tx) => referenceData(tx));
    const reader = readerOf(actor);
    const lists = this.lists.get(reader) ?? closedLists(reader);
    this.lists.set(reader, lists);
    return { ...lists, counties: counties.filter(({ administered }) => administered).map(countyCode) };
  }
}

/** A committee's delegate reads what is for its members. */
function readerOf(actor: Actor): Audience {
  return actor.roles.includes('bank.delegate') ? 'member' : audienceFor(actor);
}

function countyCode({ key, name, englishName, regionCode }: County): CountyCodeDto {
  return { key, name, englishName, regionCode };
}
