import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommitteeContext } from '../../workflows/committee/committee.context.js';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Cases } from '../cases/cases.js';
import { readEvent } from '../cases/read-event.js';
import { Answers } from '../platform/http/answers.js';
import { Id } from '../platform/http/fields.js';
import { idempotencyClaim, idempotencyKey, NeedsIdempotencyKey } from '../platform/http/idempotency-key.js';
import { answerVersion, ifMatch, NeedsIfMatch } from '../platform/http/if-match.js';
import type { ProblemCode } from '../platform/problem-codes.js';
import { COMMITTEE_DENIALS, COMMITTEE_RESOURCE } from './committee-resource.js';
import { AgreementDraftDto, ClaimDeclarationDto, MeetingCallDto } from './events/beside-bodies.dto.js';
import { ClaimsDto, CommitteeAgreementDto, MeetingsDto, RolloversDto } from './view/beside.dto.js';
import { BesidePage } from './view/beside-page.js';
import { CommitteeStateDto } from './view/committee.dto.js';

export class CommitteeIdDto {
  @Id({ description: '债委会的 id' })
  id: string;
}

export class MeetingIdDto extends CommitteeIdDto {
  @Id({ description: '会议的 id' })
  meeting: string;
}

const SEEN: readonly ProblemCode[] = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'];
const SENT: readonly ProblemCode[] = [
  ...SEEN,
  ...COMMITTEE_DENIALS,
  'idempotency-key-required',
  'cross-site',
  'event-not-accepted',
  'decided-already',
  'request-in-progress',
  'stale-version',
  'guard-failed',
  'idempotency-key-reused',
  'precondition-required',
];
const CALENDAR = 'text/calendar';

/** What lies beside a committee: to be read, and, where it is an event, to be sent under its own name. */
@ApiTags('committees')
@Controller('committees/:id')
export class BesideController {
  constructor(
    private readonly pages: BesidePage,
    private readonly cases: Cases,
  ) {}

  /** 债权登记：本机构的，以及按协议公开的 */
  @Get('claims')
  @Answers({ status: 200, type: ClaimsDto, problems: SEEN })
  claims(@CurrentActor() actor: Actor, @Param() { id }: CommitteeIdDto): Promise<ClaimsDto> {
    return this.pages.claims(actor, id);
  }

  /** 登记本机构债权（即 DECLARE_CLAIM） */
  @Post('claims')
  @NeedsIdempotencyKey()
  @NeedsIfMatch()
  @Answers({ status: 200, type: CommitteeStateDto, problems: SENT })
  declare(
    @CurrentActor() actor: Actor,
    @Param() { id }: CommitteeIdDto,
    @Body() body: ClaimDeclarationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.send(actor, id, { type: 'DECLARE_CLAIM', ...body }, request, reply);
  }

  /** 现行债权人协议及签署情况 */
  @Get('agreement')
  @Answers({ status: 200, type: CommitteeAgreementDto, problems: SEEN })
  agreement(@CurrentActor() actor: Actor, @Param() { id }: CommitteeIdDto): Promise<CommitteeAgreementDto> {
    return this.pages.agreement(actor, id);
  }

  /** 拟定债权人协议的新一稿（即 DRAFT_AGREEMENT） */
  @Post('agreement')
  @NeedsIdempotencyKey()
  @NeedsIfMatch()
  @Answers({ status: 200, type: CommitteeStateDto, problems: SENT })
  draft(
    @CurrentActor() actor: Actor,
    @Param() { id }: CommitteeIdDto,
    @Body() body: AgreementDraftDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.send(actor, id, { type: 'DRAFT_AGREEMENT', ...body }, request, reply);
  }

  /** 会议及会议纪要，最近的在前；仅成员单位及部门可见 */
  @Get('meetings')
  @Answers({ status: 200, type: MeetingsDto, problems: SEEN })
  meetings(@CurrentActor() actor: Actor, @Param() { id }: CommitteeIdDto): Promise<MeetingsDto> {
    return this.pages.meetings(actor, id);
  }

  /** 召集会议，或变更已召集的会议（即 CALL_MEETING） */
  @Post('meetings')
  @NeedsIdempotencyKey()
  @NeedsIfMatch()
  @Answers({ status: 200, type: CommitteeStateDto, problems: SENT })
  call(
    @CurrentActor() actor: Actor,
    @Param() { id }: CommitteeIdDto,
    @Body() body: MeetingCallDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    return this.send(actor, id, { type: 'CALL_MEETING', ...body }, request, reply);
  }

  /** 会议的日历邀请（RFC 5545）；变更和取消沿用同一 UID */
  @Get('meetings/:meeting/invitation.ics')
  @Header('content-disposition', 'attachment; filename="meeting.ics"')
  @Answers({ status: 200, mediaType: CALENDAR, problems: SEEN })
  async invitation(
    @CurrentActor() actor: Actor,
    @Param() { id, meeting }: MeetingIdDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const invitation = await this.pages.invitation(actor, id, meeting);
    reply.type(`${CALENDAR}; charset=utf-8`);
    return invitation;
  }

  /** 续贷排期表：本机构的，以及按协议公开的；主席单位可见全部 */
  @Get('rollovers')
  @Answers({ status: 200, type: RolloversDto, problems: SEEN })
  rollovers(@CurrentActor() actor: Actor, @Param() { id }: CommitteeIdDto): Promise<RolloversDto> {
    return this.pages.rollovers(actor, id);
  }

  private async send(
    actor: Actor,
    id: string,
    body: object,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<object> {
    idempotencyKey(request);
    const version = ifMatch(request);
    const event = await readEvent(body, COMMITTEE_RESOURCE.bodies);
    const claim = idempotencyClaim(request, event);
    const sent = await this.cases.send<CommitteeContext>(COMMITTEE_RESOURCE, actor, id, {
      event,
      version,
      claim,
    });
    answerVersion(reply, sent.version);
    return sent.state;
  }
}
