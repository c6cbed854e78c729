import { agreementOf } from '../../../workflows/committee/agreement.js';
import type { PublicCommitteeEventType } from '../../../workflows/committee/committee.events.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';
import type { EventBodies } from '../../cases/event-body.js';
import * as founding from './founding-events.dto.js';
import * as work from './work-events.dto.js';

const AN_ID = '019ab7f0-5d3c-7a51-9c1e-3f2a7c9d0e11';
const REASON = '贷款余额较大，生产经营正常，资金周转暂时困难。';

/** `PROPOSE` comes with the request that opens the committee, and no other way. */
type SentLater = Exclude<PublicCommitteeEventType, 'PROPOSE'>;

/** The body of each event that people send: one class, one schema, one example a type. */
export const EVENT_BODIES: EventBodies<SentLater> = {
  INVITE: { body: founding.InviteDto, example: { creditors: [{ organization: AN_ID }] } },
  DECLARE_CLAIM: {
    body: founding.DeclareClaimDto,
    example: {
      principal: '8000000.00',
      pledgedMargin: '1500000.00',
      deposits: '500000.00',
      basis: 'loan',
      documents: ['借款合同〔2026〕12号'],
      willingToChair: true,
    },
  },
  WILLING: { body: founding.WillingDto, example: {} },
  DECLINE: { body: founding.DeclineDto, example: { reason: '本机构债权较小。' } },
  CONFIRM_CLAIMS: { body: founding.ConfirmClaimsDto, example: { recordDate: '2026-06-10' } },
  ELECT: { body: founding.ElectDto, example: { chair: AN_ID } },
  NAME_VICE_CHAIRS: { body: work.NameViceChairsDto, example: { viceChairs: [AN_ID] } },
  DRAFT_AGREEMENT: {
    body: founding.DraftAgreementDto,
    example: { agreement: agreementOf(DEFAULT_POLICY) },
  },
  SIGN: { body: founding.SignDto, example: { agreement: 1, authorization: '授权书〔2026〕3号' } },
  ABANDON: { body: founding.AbandonDto, example: { reason: '债权人不足三家。' } },
  SET_STRATEGY: { body: work.SetStrategyDto, example: { strategy: 'stabilise' } },
  ACCEDE: { body: founding.AccedeDto, example: { agreement: 1, authorization: '授权书〔2026〕9号' } },
  TRANSFER_CLAIM: {
    body: work.TransferClaimDto,
    example: { to: AN_ID, amount: '1000000.00', on: '2026-06-10' },
  },
  SCHEDULE_ROLLOVER: {
    body: work.ScheduleRolloverDto,
    example: { bank: AN_ID, loan: '流借字2025-088号', amount: '3000000.00', maturity: '2026-08-15' },
  },
  ROLLOVER_DONE: { body: work.RolloverDoneDto, example: { rollover: AN_ID, outcome: 'renewed' } },
  CALL_MEETING: {
    body: work.CallMeetingDto,
    example: {
      on: '2026-06-20',
      at: '09:30',
      place: '市金融监管局三楼会议室',
      way: 'onSite',
      agenda: ['稳定期安排'],
    },
  },
  CANCEL_MEETING: { body: work.CancelMeetingDto, example: { meeting: AN_ID, reason: '改期另行通知。' } },
  RECORD_MINUTES: {
    body: work.RecordMinutesDto,
    example: { meeting: AN_ID, text: '会议议定稳定融资。', present: ['泉州晋鲤银行'] },
  },
  CONFIRM_MINUTES: { body: work.ConfirmMinutesDto, example: { meeting: AN_ID } },
  OBJECT_MINUTES: {
    body: work.ObjectMinutesDto,
    example: { meeting: AN_ID, text: '第二项表述与会议不符。' },
  },
  WIND_UP: { body: work.WindUpDto, example: { reason: REASON } },
};
