import type { Guard, Refusal } from '../../process.js';
import { type FilingContext, OPINING_OFFICES, type Signer } from '../filing.context.js';
import type { FilingEventOf } from '../filing.events.js';
import { holdsPost, holdsStep, nextPost } from '../sign-off.js';

/**
 * 双人复核 and sign-off chains: one person holds one step, also when standing in for somebody else (委托代办). Maker and
 * checker are what makes a report the bank's and an opinion the office's. These answer 403 and leave a log entry.
 */
const CLAUSE = '双人复核；签批链（各单位自定）';

type Sending = FilingEventOf<'FILE' | 'SIGN_FILING'>;

export const isFirstPost: Guard<FilingContext, FilingEventOf<'SEND_TO_CHECK'>> = {
  name: 'isFirstPost',
  needsPayload: false,
  judge: (_, { actor, facts }) => (holdsPost(actor, facts.chain[0]) ? [] : [notYourStep]),
};

export const isNextPost: Guard<FilingContext, Sending> = {
  name: 'isNextPost',
  needsPayload: false,
  judge: ({ chain, signers }, { actor }) => (holdsPost(actor, nextPost(chain, signers)) ? [] : [notYourStep]),
};

/** The last post files; signing without filing would leave the report unsent. */
export const isMiddlePost: Guard<FilingContext, FilingEventOf<'SIGN_FILING'>> = {
  name: 'isMiddlePost',
  needsPayload: false,
  judge: ({ chain, signers }) =>
    signers.length + 1 < chain.length
      ? []
      : [permission('not-your-step', '本环节为签批链最后一环，请直接报送。')],
};

export const isLastPost: Guard<FilingContext, FilingEventOf<'FILE'>> = {
  name: 'isLastPost',
  needsPayload: false,
  judge: ({ chain, signers }) =>
    signers.length + 1 >= chain.length
      ? []
      : [permission('not-your-step', '签批链尚有环节未签署，请待其签署后再报送。')],
};

export const isNotMaker: Guard<FilingContext, FilingEventOf<'FILE'>> = {
  name: 'isNotMaker',
  needsPayload: false,
  judge: ({ signers, maker }, { actor, facts }) => {
    const makers = [maker, preparerOf(facts), ...signers.slice(0, 1)];
    return makers.some((one) => holdsStep(actor, one)) ? [checkerIsFiler] : [];
  },
};

/** The middle posts of a longer chain; the maker has a refusal of its own. */
export const signedNothingYet: Guard<FilingContext, Sending> = {
  name: 'signedNothingYet',
  needsPayload: false,
  judge: ({ signers }, { type, actor }) => {
    const former = type === 'FILE' ? signers.slice(1) : signers;
    return former.some((one) => holdsStep(actor, one)) ? [samePersonSigned] : [];
  },
};

/** Maker prepares, checker sends: a revision goes out by another hand than the one that changed it. */
export const isNotPreparer: Guard<FilingContext, FilingEventOf<'AMEND' | 'RESUBMIT'>> = {
  name: 'isNotPreparer',
  needsPayload: false,
  judge: (_, { actor, facts }) => (holdsStep(actor, preparerOf(facts)) ? [checkerIsFiler] : []),
};

export const isSecondPerson: Guard<FilingContext, FilingEventOf<'VOID'>> = {
  name: 'isSecondPerson',
  needsPayload: false,
  judge: ({ maker }, { actor, facts }) => {
    const first =
      facts.preparedBy === undefined ? maker : preparerOf({ ...facts, preparedBy: facts.preparedBy });
    return holdsStep(actor, first)
      ? [permission('second-person-needed', '作废须由编制人以外的人员办理，请由复核人员提交。')]
      : [];
  },
};

export const opensOpinion: Guard<FilingContext, FilingEventOf<'OPINE'>> = {
  name: 'opensOpinion',
  needsPayload: false,
  judge: (_, { actor, facts }) => (holdsPost(actor, facts.chain[0]) ? [] : [notYourStep]),
};

export const isNextOpinionPost: Guard<FilingContext, FilingEventOf<'SIGN_OPINION'>> = {
  name: 'isNextOpinionPost',
  needsPayload: false,
  judge: (context, { actor, office }) => {
    const draft = draftOf(context, office);
    return draft === undefined || holdsPost(actor, draft.toSign[0]) ? [] : [notYourStep];
  },
};

export const signedNoOpinionYet: Guard<FilingContext, FilingEventOf<'SIGN_OPINION'>> = {
  name: 'signedNoOpinionYet',
  needsPayload: false,
  judge: (context, { actor, office }) => {
    const signers = draftOf(context, office)?.signers ?? [];
    return signers.some((one) => holdsStep(actor, one)) ? [samePersonSigned] : [];
  },
};

function draftOf(context: FilingContext, office: string | undefined) {
  const opining = OPINING_OFFICES.find((name) => name === office);
  return opining === undefined ? undefined : context[opining].draft;
}

function preparerOf(facts: { preparedBy: string; preparedFor?: string }): Signer {
  return facts.preparedFor === undefined
    ? { person: facts.preparedBy }
    : { person: facts.preparedBy, for: facts.preparedFor };
}

function permission(code: string, message: string): Refusal {
  return { code, message, clause: CLAUSE, kind: 'permission' };
}

const checkerIsFiler = permission('checker-is-filer', '经办与复核须为不同人员，请由其他人员复核报送。');
const samePersonSigned = permission(
  'same-person-signed',
  '同一人员在一条签批链中只能办理一个环节，请由其他人员办理。',
);
const notYourStep = permission('not-your-step', '签批链的当前环节不在本岗位，请由对应岗位办理。');
