import type { Subject } from '../../../workflows/resolution/subjects.js';
import { Problem } from '../../platform/problem.js';
import type { SubjectDto } from './new-resolution.dto.js';

type Element = Exclude<keyof SubjectDto, 'type'>;

/** What each subject needs beside its type, and nothing else belongs to it. */
const ELEMENTS: Readonly<Record<SubjectDto['type'], readonly Element[]>> = {
  chair: ['chair'],
  strategy: ['strategy'],
  standstill: ['days'],
  restructuring: ['until'],
  newMoneyPriority: ['bank', 'amount'],
  agreement: ['agreement'],
  dissolution: [],
  extendTerm: ['resolution', 'days'],
  rescission: ['resolution'],
  accession: ['organization'],
  ordinary: [],
  procedural: [],
};

/** The subject as the machine knows it. @throws {Problem} validation-failed for what is missing or does not belong to it */
export function subjectOf(said: SubjectDto): Subject {
  const elements = ELEMENTS[said.type];
  const given = (Object.keys(said) as (keyof SubjectDto)[]).filter(
    (key): key is Element => key !== 'type' && said[key] !== undefined && said[key] !== null,
  );
  const errors = [
    ...elements
      .filter((element) => !given.includes(element))
      .map((element) => entry(element, 'required', '本议题须填写此项')),
    ...given
      .filter((element) => !elements.includes(element))
      .map((element) => entry(element, 'not-offered', '本议题没有此项，请删除')),
  ];
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  const named = Object.fromEntries(elements.map((element) => [element, said[element]]));
  // Every element of this type is there, and has been checked by its own decorator.
  return { type: said.type, ...named } as Subject;
}

function entry(element: Element, code: string, message: string) {
  return { pointer: `/subject/${element}`, code, message };
}
