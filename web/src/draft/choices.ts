import type { Option } from '../form/known.js';
import type { Words } from '../language/zh.js';
import type { Codes } from './codes.js';

/** From which closed lists the answers of a report come, by their name; where two questions share it, from both. */
const LISTS: Readonly<Record<string, readonly (keyof Codes)[]>> = {
  kind: ['kinds', 'alternativeKinds'],
  subtype: ['subtypes'],
  code: ['grounds'],
  hasMarket: ['triStates'],
  operatesNormally: ['triStates'],
  shortForNow: ['triStates'],
  touches: ['fiveNos'],
  result: ['renewalResults'],
  form: ['promiseForms'],
  method: ['informMethods'],
  level: ['decisionLevels'],
  product: ['loanProducts'],
  currency: ['currencies'],
  guaranteeType: ['guaranteeTypes'],
  riskClass: ['riskClasses'],
  status: ['actStatuses'],
  exemption: ['exemptions'],
};

/** Each answer that is chosen, with its choices as people read them. */
export function choicesOf(codes: Codes, words: Words): Record<string, Option[]> {
  const known: Readonly<Record<string, string>> = words.codes;
  return {
    ...Object.fromEntries(
      Object.entries(LISTS).map(([name, lists]) => [
        name,
        lists
          .flatMap((list) => codes[list] as readonly { code: string; label: string }[])
          .map(({ code, label }) => ({ value: code, label: known[code] ?? label })),
      ]),
    ),
    // Two questions ask for a reason: an emergency chooses it, everybody else writes it.
    reason: codes.emergencyReasons.map(({ code, label }) => ({ value: code, label: known[code] ?? label })),
    county: codes.counties.map(({ key, name, englishName }) => ({
      value: key,
      label: words.countyIn === 'englishName' ? englishName : name,
    })),
  };
}
