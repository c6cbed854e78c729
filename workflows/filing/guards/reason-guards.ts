import type { Guard, Refusal } from '../../process.js';
import type { FilingContext } from '../filing.context.js';
import type { FilingEventOf } from '../filing.events.js';
import type { Position } from '../positions.js';
import { proposedPosition } from '../proposal.js';
import { positionShownBy } from '../viability.js';

/** What must be written down: a reason where others rely on it, questions and defects where the bank must answer them. */
const CLAUSE = '处置意见与拟议不一致的，应当说明理由（办理规程）';

type Explained = FilingEventOf<
  'RETURN_TO_MAKER' | 'RETURN_OPINION' | 'SET_FOCUS' | 'SUSPECT_SPLIT' | 'DECLINE' | 'VOID'
>;
type Conclusion = FilingEventOf<'CLEAR' | 'SUGGEST_DEFERRAL' | 'INTERVENE' | 'REFER_TO_COMMITTEE'>;

export const reasonGiven: Guard<FilingContext, Explained> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) => (isText(payload.reason) ? [] : [missing('/reason', '请填写理由。')]),
};

export const clearingExplained = explained<FilingEventOf<'CLEAR'>>('noObjection');
export const suggestionExplained = explained<FilingEventOf<'SUGGEST_DEFERRAL'>>('suggestDeferral');
export const interventionExplained = explained<FilingEventOf<'INTERVENE'>>('coordinate');
export const referralExplained = explained<FilingEventOf<'REFER_TO_COMMITTEE'>>('referToCommittee');

/** The viability sheet shows a position; the bureau may hold another, and says why. */
export const positionExplained: Guard<FilingContext, FilingEventOf<'OPINE'>> = {
  name: 'positionExplained',
  needsPayload: true,
  judge: (_, { payload: { position, viability, reason } }) =>
    viability === undefined || positionShownBy(viability) === position || isText(reason)
      ? []
      : [missing('/reason', '意见与研判单所示不一致，请填写理由。')],
};

export const defectsGiven: Guard<FilingContext, FilingEventOf<'REQUEST_COMPLETION'>> = {
  name: 'defectsGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.defects.some(({ text }) => isText(text))
      ? []
      : [
          {
            code: 'defects-missing',
            pointer: '/defects',
            message: '请一次列明须补充的全部材料。',
            clause: '一次性告知',
          },
        ],
};

export const questionsGiven: Guard<FilingContext, FilingEventOf<'REQUEST_SUPPLEMENT' | 'ASK_FACTS'>> = {
  name: 'questionsGiven',
  needsPayload: true,
  judge: (_, { payload }) => (payload.questions.some(isText) ? [] : [questionMissing('/questions')]),
};

export const questionGiven: Guard<FilingContext, FilingEventOf<'QUERY_EXECUTION'>> = {
  name: 'questionGiven',
  needsPayload: true,
  judge: (_, { payload }) => (isText(payload.question) ? [] : [questionMissing('/question')]),
};

/** The leader may conclude otherwise than proposed; those who proposed it are owed the reason. */
function explained<Event extends Conclusion>(position: Position): Guard<FilingContext, Event> {
  return {
    name: `${position}Explained`,
    needsPayload: true,
    judge: (context, { payload }) =>
      proposedPosition(context) === position || isText(payload.reason)
        ? []
        : [missing('/reason', '本意见与拟议的处置意见不一致，请填写理由。')],
  };
}

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function missing(pointer: string, message: string): Refusal {
  return { code: 'reason-missing', pointer, message, clause: CLAUSE };
}

function questionMissing(pointer: string): Refusal {
  return { code: 'questions-missing', pointer, message: '请写明需要说明的问题。', clause: CLAUSE };
}
