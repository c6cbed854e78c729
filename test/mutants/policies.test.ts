import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Twin } from '../security/rows/twin.js';
import { type Mutant, mutantsOf, POLICIES, type Policy } from './policy-mutants.js';

jest.setTimeout(1_800_000);
let twin: Twin;
beforeAll(async () => {
  twin = await Twin.make();
});
afterAll(() => twin.end());

/** The city of a row: whoever looks into another table is asked for it there again, by the policies of that table. */
const CITY = /^\(?(?:\w+\.)?jurisdiction = /;
/** What else may be taken away without anybody seeing more or less, since another policy says the same. */
const SAID_TWICE: readonly RegExp[] = [
  // Of who was told and who knows a firm, everybody sees his own organization's rows alone.
  /^(process_case by_access|process_case by_part_told|firm known) using without \(a\.organization = /,
  // Whoever changes a row must see it, and the policies for that say the same.
  /^mail operator_retry using /,
  /^delegation take_back using without \(jurisdiction = /,
];

/** `MUTANTS_OF=presence,right_seal npm run mutants`: these tables alone, after a change of theirs. */
const ASKED = process.env['MUTANTS_OF']?.split(',');

function isSaidTwice({ what, without = '' }: Mutant, { using }: Policy): boolean {
  const looksElsewhere = using?.includes('EXISTS') === true;
  return (looksElsewhere && CITY.test(without)) || SAID_TWICE.some((known) => known.test(what));
}

describe('row-level security is noticed to be looser or tighter', () => {
  it('whichever policy is dropped, opened, or loses one of its conditions', async () => {
    const { rows: policies } = await twin.client.query<Policy>(POLICIES);
    const mutants = policies
      .filter(({ table }) => ASKED?.includes(table) ?? true)
      .flatMap((policy) => mutantsOf(policy).map((mutant) => ({ ...mutant, policy })));
    const unnoticed: string[] = [];

    for (const { policy, ...mutant } of mutants) {
      const faults = await twin.undone(async () => {
        await twin.client.query(mutant.statement);
        return twin.faultsIn([policy.table]);
      });
      if (faults.length === 0 && !isSaidTwice(mutant, policy)) unnoticed.push(mutant.what);
    }

    process.stderr.write(`${String(mutants.length)} policies changed\n`);
    expect(unnoticed).toEqual([]);
    expect(mutants.length).toBeGreaterThan(ASKED === undefined ? 800 : 0);
  });
});
