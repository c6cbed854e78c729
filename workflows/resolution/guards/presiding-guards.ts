import type { Guard, Refusal } from '../../process.js';
import { fenOf, parseYuan } from '../../rules/fen.js';
import { presides } from '../presiding.js';
import type { ResolutionContext } from '../resolution.context.js';
import type { ResolutionEventOf } from '../resolution.events.js';

/** What belongs to whoever presides: the chair, over its own item a vice chair. */
const CLAUSE = '银保监发〔2020〕57号；债权人协议（主席单位、副主席单位）';

type Presiding = ResolutionEventOf<'DECIDE' | 'EXTEND_VOTE' | 'BREACH'>;

export const isPresiding: Guard<ResolutionContext, Presiding> = {
  name: 'isPresiding',
  needsPayload: false,
  judge: (context, { actor, facts }) => (presides(actor.organization, context, facts) ? [] : [notPresiding]),
};

/** The member that asked need not wait for ever: once the time for drafting is over, it may put its item to the vote. */
export const mayNotice: Guard<ResolutionContext, ResolutionEventOf<'NOTICE'>> = {
  name: 'mayNotice',
  needsPayload: false,
  judge: (context, { actor, facts }) => {
    const waitedLongEnough = context.draftOverdue && actor.organization === context.askedBy;
    return waitedLongEnough || presides(actor.organization, context, facts) ? [] : [notPresiding];
  },
};

/** A bureau that learns of a relation need not wait for the chair; nobody's post alone makes it the chair's. */
export const mayRecuse: Guard<ResolutionContext, ResolutionEventOf<'RECORD_CONFLICT'>> = {
  name: 'mayRecuse',
  needsPayload: false,
  judge: (context, { actor, facts, office }) =>
    office !== undefined || presides(actor.organization, context, facts) ? [] : [notPresiding],
};

export const mayDrop: Guard<ResolutionContext, ResolutionEventOf<'DROP'>> = {
  name: 'mayDrop',
  needsPayload: false,
  judge: (context, { actor, facts }) =>
    actor.organization === context.askedBy || presides(actor.organization, context, facts)
      ? []
      : [permission('not-presiding', '撤销议题由主持单位或提议单位办理，请与其联系。')],
};

export const committeeIsActive: Guard<
  ResolutionContext,
  ResolutionEventOf<'RESOLUTION.DRAFTED' | 'NOTICE' | 'DECIDE'>
> = {
  name: 'committeeIsActive',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.committee.active ? [] : [rule('no-active-committee', '债委会目前不在运行，请待其恢复运行后办理。')],
};

export const isVoted: Guard<ResolutionContext, ResolutionEventOf<'NOTICE'>> = {
  name: 'isVoted',
  needsPayload: false,
  judge: ({ kind }) =>
    kind === 'procedural'
      ? [rule('decided-by-chair', '程序性事项由主持单位直接决定，无须表决，请选择「主持单位决定」。')]
      : [],
};

export const isProcedural: Guard<ResolutionContext, ResolutionEventOf<'DECIDE'>> = {
  name: 'isProcedural',
  needsPayload: false,
  judge: ({ kind }) =>
    kind === 'procedural' ? [] : [rule('needs-vote', '本议题须由成员单位表决，请发出通知。')],
};

export const somebodyIsEntitled: Guard<ResolutionContext, ResolutionEventOf<'NOTICE'>> = {
  name: 'somebodyIsEntitled',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.entitled.heads > 0
      ? []
      : [rule('nobody-entitled', '没有可参加表决的成员单位，请先核对成员名册和回避情况。')],
};

export const capHolds: Guard<ResolutionContext, ResolutionEventOf<'NOTICE'>> = {
  name: 'capHolds',
  needsPayload: true,
  judge: ({ subject }, { payload: { cap } }) => {
    if (cap === undefined) return [];
    if (subject?.type !== 'consent') {
      return [rule('cap-not-offered', '只有成员单位实施事项可以设限额，请删除限额。', '/cap')];
    }
    const fen = parseYuan(cap);
    return fen !== undefined && fen > 0n && fen <= fenOf(subject.cap)
      ? []
      : [rule('cap-beyond-request', `限额须大于零，且不超过提请的金额${subject.cap}元，请修改。`, '/cap')];
  },
};

export const voteNotExtended: Guard<ResolutionContext, ResolutionEventOf<'EXTEND_VOTE'>> = {
  name: 'voteNotExtended',
  needsPayload: false,
  judge: ({ voteExtended }) =>
    voteExtended ? [rule('extended-before', '表决只可延长一次，请在期限内完成表决。')] : [],
};

export const breakerIsMember: Guard<ResolutionContext, ResolutionEventOf<'BREACH'>> = {
  name: 'breakerIsMember',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.memberHolds ? [] : [rule('member-unknown', '所填单位不是本债委会成员单位，请核对。', '/member')],
};

type Explained = ResolutionEventOf<'DROP' | 'EXTEND_VOTE' | 'DECLARE_CONFLICT' | 'RECORD_CONFLICT'>;

export const reasonGiven: Guard<ResolutionContext, Explained> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    isText(payload.reason) ? [] : [rule('reason-missing', '请填写理由。', '/reason')],
};

export const textGiven: Guard<ResolutionContext, ResolutionEventOf<'DECIDE' | 'BREACH'>> = {
  name: 'textGiven',
  needsPayload: true,
  judge: (_, { payload }) => (isText(payload.text) ? [] : [rule('text-missing', '请填写内容。', '/text')]),
};

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function rule(code: string, message: string, pointer?: string): Refusal {
  return { code, message, clause: CLAUSE, ...(pointer === undefined ? {} : { pointer }) };
}

function permission(code: string, message: string): Refusal {
  return { code, message, clause: CLAUSE, kind: 'permission' };
}

const notPresiding = permission(
  'not-presiding',
  '本事项由主持单位办理（主席单位；涉及主席单位自身的，由副主席单位），请与其联系。',
);
