import { referenceData } from '../../directory/reference-data.js';
import { timeOf } from '../../platform/database-time.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { OrganizationFacts, OrganizationWish } from './organization-rules.js';

const OPEN_CASES: Statement = {
  name: 'open-cases-of-organization',
  text: `select count(*)::int as open from process_case
    where jurisdiction = $1 and status = 'active' and owner_org = $2 and ($3::uuid is null or owner_unit = $3)`,
};

/** The transaction is in engine scope: what a bank has not filed yet is counted too, and only counted. */
export async function organizationFacts(
  tx: Transaction,
  jurisdiction: string,
  wish: OrganizationWish,
): Promise<OrganizationFacts> {
  const ends = wish.change === 'end' || wish.change === 'endUnit';
  const [{ today }, { organizations }, cases] = await Promise.all([
    timeOf(tx),
    referenceData(tx),
    ends
      ? tx.query<{ open: number }>(OPEN_CASES, [jurisdiction, wish.organization, wish.unit])
      : Promise.resolve([]),
  ]);
  const found = organizations.find(({ id }) => id === wish.organization);
  const unit = found?.units.find(({ id }) => id === wish.unit);
  const siblings = wish.change === 'addUnit' ? (found?.units ?? []) : organizations;
  const makes = wish.change === 'add' || wish.change === 'addUnit';
  return {
    today,
    organization:
      found === undefined
        ? undefined
        : {
            kind: found.kind,
            endedOn: found.endedOn,
            namedFrom: found.names.map(({ validFrom }) => validFrom).at(-1) ?? today,
          },
    unit: unit === undefined ? undefined : { endedOn: unit.endedOn },
    taken: {
      key: makes && siblings.some(({ key }) => key === wish.key),
      series: wish.series !== null && organizations.some(({ series }) => series === wish.series),
    },
    openCases: cases[0]?.open ?? 0,
  };
}
