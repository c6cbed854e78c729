import type { OpiningOffice } from '../filing.context.js';
import { REVIEW_LABELS, STATE_LABELS } from '../filing.labels.js';
import { notice } from '../filing.notices.js';
import { lateOpinion, passesAtBankDate, state } from './transitions.js';

/**
 * 同步研判: both bureaus at once, each on its own clock. The county reports facts by note and the committee's chair may
 * comment; neither is a region, so that neither can delay a report. Ends when both bureaus have spoken or fallen silent.
 */
export const reviewing = state({
  meta: {
    label: STATE_LABELS.reviewing,
    clause: '泉政办规〔2023〕1号（十）：及时报告市金融监管局、工信局；研判时限（政策参数）',
  },
  type: 'parallel',
  states: { finance: officeReview('finance'), industry: officeReview('industry') },
  on: {
    SET_FOCUS: { actions: 'focused' },
    ASK_FACTS: {
      actions: [
        'factsAsked',
        { type: 'disclose', params: { to: 'county' } },
        { type: 'notify', params: notice('factsAsked') },
      ],
    },
    COMMENT: { actions: 'record' },
    OPINE: lateOpinion,
    'DEADLINE.bankDate': passesAtBankDate('reviewing'),
  },
  onDone: [
    {
      guard: 'bothSatisfiedAfterAct',
      target: '#filing.executed',
      actions: { type: 'cleared', params: { by: 'bothNoObjection' } },
    },
    {
      guard: 'bothSatisfied',
      target: '#filing.cleared',
      actions: [
        { type: 'cleared', params: { by: 'bothNoObjection' } },
        { type: 'notify', params: notice('cleared') },
      ],
    },
    { target: 'concluding' },
  ],
});

/** One office's region. Its clock runs while the opinion is open, drafted or not, and stands still while the bank is asked. */
function officeReview(office: OpiningOffice) {
  const own = { office };
  const suffix = office === 'finance' ? 'Finance' : 'Industry';
  const review = `review.${office}` as const;
  const supplement = `supplement.${office}` as const;
  return state({
    initial: 'open',
    states: {
      open: {
        entry: { type: 'armDeadline', params: { name: review, budget: { workingDays: 'reviewWd' } } },
        exit: { type: 'disarmDeadline', params: { name: review } },
        initial: 'pending',
        on: {
          OPINE: [
            {
              guard: { type: 'opinesAlone', params: own },
              target: 'opined',
              actions: { type: 'opined', params: own },
            },
            {
              guard: { type: 'isOf', params: own },
              target: '.drafted',
              actions: [
                { type: 'opined', params: own },
                { type: 'notify', params: notice(`opinionToSign${suffix}`) },
              ],
            },
          ],
          [`DEADLINE.${review}`]: {
            target: 'silent',
            actions: [
              { type: 'fellSilent', params: own },
              { type: 'notify', params: notice(`silent${suffix}`) },
            ],
          },
        },
        states: {
          pending: {
            meta: { label: REVIEW_LABELS.pending, waitsFor: [`${office}.reviewer`] },
            on: {
              REQUEST_SUPPLEMENT: {
                guard: { type: 'isOf', params: own },
                target: 'supplementing',
                actions: [
                  { type: 'supplementAsked', params: own },
                  { type: 'notify', params: notice('supplementAsked') },
                ],
              },
            },
          },
          drafted: {
            meta: { label: REVIEW_LABELS.drafted, waitsFor: [`${office}.leader`] },
            on: {
              SIGN_OPINION: [
                {
                  guard: { type: 'signsLast', params: own },
                  target: `#filing.pending.reviewing.${office}.opined`,
                  actions: { type: 'signedOpinion', params: own },
                },
                {
                  guard: { type: 'isOf', params: own },
                  actions: [
                    { type: 'signedOpinion', params: own },
                    { type: 'notify', params: notice(`opinionToSign${suffix}`) },
                  ],
                },
              ],
              RETURN_OPINION: {
                guard: { type: 'isOf', params: own },
                target: 'pending',
                actions: [
                  { type: 'returnedOpinion', params: own },
                  { type: 'notify', params: notice(`opinionReturned${suffix}`) },
                ],
              },
            },
          },
          supplementing: {
            meta: { label: REVIEW_LABELS.supplementing, waitsFor: ['bank.maker'] },
            entry: [
              { type: 'stopDeadline', params: { name: review, cause: 'supplement' } },
              { type: 'armDeadline', params: { name: supplement, budget: { workingDays: 'supplementWd' } } },
            ],
            exit: [
              { type: 'disarmDeadline', params: { name: supplement } },
              { type: 'resumeDeadline', params: { name: review, cause: 'supplement' } },
            ],
            on: {
              SUPPLEMENT: {
                guard: { type: 'supplements', params: own },
                target: 'pending',
                actions: { type: 'notify', params: notice(`supplementGiven${suffix}`) },
              },
              [`DEADLINE.${supplement}`]: {
                target: 'pending',
                actions: { type: 'notify', params: notice(`supplementMissed${suffix}`) },
              },
            },
          },
        },
      },
      opined: { type: 'final', meta: { label: REVIEW_LABELS.opined } },
      silent: { type: 'final', meta: { label: REVIEW_LABELS.silent } },
    },
  });
}
