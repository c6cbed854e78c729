import { ApiSchema, OmitType } from '@nestjs/swagger';
import { DeclareClaimDto, DraftAgreementDto } from './founding-events.dto.js';
import { CallMeetingDto } from './work-events.dto.js';

/** The bodies of routes that name the event by their path. */
@ApiSchema({ name: 'ClaimDeclaration' })
export class ClaimDeclarationDto extends OmitType(DeclareClaimDto, ['type'] as const) {}

@ApiSchema({ name: 'AgreementDraft' })
export class AgreementDraftDto extends OmitType(DraftAgreementDto, ['type'] as const) {}

@ApiSchema({ name: 'MeetingCall' })
export class MeetingCallDto extends OmitType(CallMeetingDto, ['type'] as const) {}
