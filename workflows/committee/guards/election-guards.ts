import type { Guard, Refusal } from '../../process.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf } from '../committee.events.js';

const CLAUSE = '银保监发〔2020〕57号：主席单位、副主席单位';
const MOST_VICE_CHAIRS = 5;

/** Voters are the creditors with a confirmed claim; when they elect anew, those of them that have signed. */
export const mayVote: Guard<CommitteeContext, CommitteeEventOf<'ELECT'>> = {
  name: 'mayVote',
  needsPayload: false,
  judge: ({ reelected }, { facts: { standing } }) => {
    if (!standing.confirmed) return [denied('not-a-voter', '本机构没有已确认的债权，不参加推举。')];
    if (reelected && !standing.signed)
      return [denied('not-a-voter', '重新推举由已签署协议的债权人参加，请先签署债权人协议。')];
    return [];
  },
};

export const candidateHasClaim: Guard<CommitteeContext, CommitteeEventOf<'ELECT'>> = {
  name: 'candidateHasClaim',
  needsPayload: true,
  judge: (_, { facts: { candidate } }) =>
    candidate.confirmed
      ? []
      : [refusal('candidate-without-claim', '/chair', '该机构没有已确认的债权，请推举其他机构。')],
};

export const candidateIsWilling: Guard<CommitteeContext, CommitteeEventOf<'ELECT'>> = {
  name: 'candidateIsWilling',
  needsPayload: true,
  judge: (_, { facts: { candidate } }) =>
    candidate.willing
      ? []
      : [
          refusal(
            'candidate-unwilling',
            '/chair',
            '该机构未表示愿意担任主席单位，请先征求其意见或推举其他机构。',
          ),
        ],
};

export const candidateHasSigned: Guard<CommitteeContext, CommitteeEventOf<'ELECT'>> = {
  name: 'candidateHasSigned',
  needsPayload: true,
  judge: ({ reelected }, { facts: { candidate } }) =>
    !reelected || candidate.signed
      ? []
      : [refusal('candidate-not-signer', '/chair', '重新推举须在已签署协议的机构中产生，请另行推举。')],
};

export const viceChairsAreFit: Guard<CommitteeContext, CommitteeEventOf<'NAME_VICE_CHAIRS'>> = {
  name: 'viceChairsAreFit',
  needsPayload: true,
  judge: ({ chair }, { payload: { viceChairs }, facts }) => [
    ...viceChairs.flatMap((organization, index) => {
      const pointer = `/viceChairs/${index}`;
      if (organization === chair)
        return [refusal('chair-is-vice', pointer, '主席单位不能兼任副主席单位，请重新选择。')];
      if (viceChairs.indexOf(organization) < index)
        return [refusal('bank-listed-twice', pointer, '同一机构只列一次，请删除重复项。')];
      return facts.unfit.includes(organization)
        ? [refusal('not-a-member', pointer, '副主席单位须为成员单位，请重新选择。')]
        : [];
    }),
    ...(viceChairs.length > MOST_VICE_CHAIRS
      ? [refusal('too-many-vice-chairs', '/viceChairs', `副主席单位最多${MOST_VICE_CHAIRS}家，请减少。`)]
      : []),
  ],
};

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, pointer, message, clause: CLAUSE };
}

function denied(code: string, message: string): Refusal {
  return { code, message, clause: CLAUSE, kind: 'permission' };
}
