import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { NamesStaff } from '../access/key/names-staff.js';
import { API_PREFIX } from '../access/route-key.js';
import { Answers } from '../platform/http/answers.js';
import { idempotencyClaim, idempotencyKey, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion, ifMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { Outcome } from '../process/command.js';
import { FilingContentDto } from './content/filing-content.dto.js';
import { DraftActs } from './draft/draft-acts.js';
import { FilingListDto, FilingListQuery } from './list/filing-list.dto.js';
import { FilingList } from './list/filing-list.js';
import { FilingIdDto } from './read/filing-id.dto.js';
import { FilingContact } from './view/contact.js';
import { FilingDto, ShownContactDto } from './view/filing.dto.js';
import { FilingPage } from './view/filing-page.js';
import { FilingStateDto } from './view/filing-state.dto.js';
import { filingState } from './view/filing-state.js';

const SEEN = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] as const;
const WRITTEN = ['validation-failed', 'not-signed-in', 'forbidden', 'cross-site'] as const;

@ApiTags('filings')
@Controller('filings')
export class FilingController {
  constructor(
    private readonly drafts: DraftActs,
    private readonly filings: FilingPage,
    private readonly lists: FilingList,
    private readonly contacts: FilingContact,
  ) {}

  /** 新建草稿。草稿可以不完整；保存不等于报送 */
  @Post()
  @NeedsIdempotencyKey()
  @NamesStaff(FilingContentDto)
  @Answers({
    status: 201,
    type: FilingStateDto,
    problems: [
      ...WRITTEN,
      'idempotency-key-required',
      'idempotency-key-reused',
      'request-in-progress',
      'already-exists',
    ],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: FilingContentDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingStateDto> {
    const claim = idempotencyClaim(request, body);
    return created(await this.drafts.open(actor, body, claim), actor, reply);
  }

  /** 本人可见的报告，最新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: FilingListDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  list(@CurrentActor() actor: Actor, @Query() query: FilingListQuery): Promise<FilingListDto> {
    return this.lists.page(actor, query);
  }

  /** 一份报告，按读者身份展示 */
  @Get(':id')
  @Answers({ status: 200, type: FilingDto, problems: SEEN })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingDto> {
    const filing = await this.filings.read(actor, id);
    answerVersion(reply, filing.version);
    return filing;
  }

  /** 联系人全文。外单位每次查看均留痕 */
  @Get(':id/contact')
  @Answers({ status: 200, type: ShownContactDto, problems: SEEN })
  async contact(@CurrentActor() actor: Actor, @Param() { id }: FilingIdDto): Promise<ShownContactDto> {
    return this.contacts.read(actor, id);
  }

  /** 修改草稿，或正在准备的补充、变更。字段整体替换，null 表示清除 */
  @Patch(':id')
  @NeedsIfMatch()
  @NamesStaff(FilingContentDto)
  @Answers({
    status: 200,
    type: FilingDto,
    problems: [
      ...WRITTEN,
      'not-found',
      'precondition-required',
      'stale-version',
      'not-editable',
      'already-exists',
      'request-in-progress',
    ],
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Body() body: FilingContentDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingDto> {
    await this.drafts.change(actor, { id, version: ifMatch(request), said: body });
    return this.read(actor, { id }, reply);
  }

  /** 删除草稿，或放弃正在准备的补充、变更 */
  @Delete(':id')
  @NeedsIfMatch()
  @NamesStaff()
  @Answers({
    status: 204,
    problems: [
      ...WRITTEN,
      'not-found',
      'precondition-required',
      'stale-version',
      'not-editable',
      'request-in-progress',
    ],
  })
  async discard(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.drafts.discard(actor, { id, version: ifMatch(request) });
  }

  /** 以本行的一份报告为底稿新建草稿 */
  @Post(':id/copy')
  @NeedsIdempotencyKey()
  @NamesStaff()
  @Answers({
    status: 201,
    type: FilingStateDto,
    problems: [
      ...WRITTEN,
      'not-found',
      'idempotency-key-required',
      'idempotency-key-reused',
      'request-in-progress',
    ],
  })
  async copy(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingStateDto> {
    idempotencyKey(request);
    const claim = idempotencyClaim(request, null);
    return created(await this.drafts.copy(actor, id, claim), actor, reply);
  }
}

function created(
  { stored, snapshot, reference }: Outcome,
  actor: Actor,
  reply: FastifyReply,
): FilingStateDto {
  const state = filingState({ stored, snapshot, reference, actor });
  reply.header('location', `${API_PREFIX}/filings/${state.id}`);
  answerVersion(reply, state.version);
  return state;
}
