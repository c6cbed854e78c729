import { idOf, JINLI } from './eyes.js';
import { all, anyOffice, offices, own, type Row, type Rule, type Rules, when } from './rules.js';

/** Cases in the states that decide about sight: disclosed or not, and who was told of them. */
const CASES: Readonly<Record<string, { row: Row; told: readonly string[] }>> = {
  report: aCase({ owner_org: JINLI }),
  ofBranch: aCase({ owner_org: JINLI, owner_unit: idOf('branch') }),
  draft: aCase({ owner_org: JINLI, disclosed: false }),
  foreign: aCase({ owner_org: idOf('citong') }),
  // Told of a draft: it stays its bank's alone until it is disclosed.
  toldDraft: aCase({ owner_org: idOf('citong'), disclosed: false }, ['member']),
  told: aCase({ owner_org: idOf('finance'), process: 'coordination' }, ['county', 'citong']),
  sharing: aCommittee(),
  discreet: aCommittee(),
  forming: aCommittee(),
  // Members hear of an item before the offices do.
  item: aCase({ owner_org: JINLI, process: 'resolution', disclosed: false }, ['member', 'vice', 'invited']),
  voting: aCase({ owner_org: JINLI, process: 'resolution' }, ['member', 'invited']),
  counted: aCase({ owner_org: JINLI, process: 'resolution' }, ['member', 'invited']),
  inquiry: aCase({ owner_org: idOf('finance'), process: 'inquiry', disclosed: false }, [
    'jinli',
    'regulator',
  ]),
  measure: aCase({ owner_org: idOf('finance'), process: 'support' }, ['helper']),
};
const NAMES = Object.keys(CASES);
export const ROWS: readonly Row[] = NAMES.map((name) => ({ id: idOf(name), ...CASES[name]?.row }));
export const TOLD: readonly Row[] = NAMES.flatMap((name) =>
  (CASES[name]?.told ?? []).map((who) => ({ case_id: idOf(name), organization: idOf(who) })),
);

export const MEMBERS: readonly Row[] = ['sharing', 'discreet', 'forming'].flatMap((name) => {
  const joined = name === 'forming' ? null : '2026-03-02';
  return [
    member(name, 'jinli', joined),
    member(name, 'member', joined),
    member(name, 'vice', joined),
    member(name, 'invited', null),
    { ...member(name, 'former', '2026-03-02'), member_until: '2026-04-01' },
    // Told of all three, and a member of one.
    ...(name === 'discreet' ? [member(name, 'citong', joined)] : []),
  ];
});
export const COMMITTEES: readonly Row[] = [
  committee('sharing', { shares_claims: true, shares_exposures: true }),
  committee('discreet', { shares_claims: false, shares_exposures: false }),
  committee('forming', {
    shares_claims: true,
    shares_exposures: false,
    founded_on: null,
    chair: idOf('invited'),
  }),
];
export const RESOLUTIONS: readonly Row[] = [
  { id: idOf('item'), committee: idOf('discreet'), tally: null },
  { id: idOf('voting'), committee: idOf('sharing'), tally: null },
  { id: idOf('counted'), committee: idOf('sharing'), tally: {} },
];

export const seesCase: Rule = (row, eyes) => {
  const told = TOLD.some(
    (each) => each['case_id'] === row['id'] && each['organization'] === eyes.organization,
  );
  const disclosed = row['disclosed'] === true;
  const hearsEarly = row['process'] === 'resolution' || row['process'] === 'inquiry';
  return (
    own('owner_org', 'owner_unit')(row, eyes) ||
    (disclosed && offices('finance', 'industry', 'regulator', 'pboc')(row, eyes)) ||
    (told && (disclosed || hearsEarly))
  );
};

/** Follows the case whose id stands in the column. */
export const withCase =
  (column: string): Rule =>
  (row, eyes) =>
    ROWS.some((found) => found['id'] === row[column] && seesCase(found, eyes));

/** Takes part in the committee now. */
export const active =
  (column: string): Rule =>
  (row, { organization }) =>
    MEMBERS.some(
      (each) =>
        each['committee'] === row[column] &&
        each['bank'] === organization &&
        each['member_from'] !== null &&
        each['member_until'] === null,
    );
export const committeeOf = (row: Row) => COMMITTEES.find(({ id }) => id === row['committee']) ?? {};
export const sharesClaims = when((row) => committeeOf(row)['shares_claims'] === true);
/** Before it is founded, whoever was invited is among those who share. */
export const sharesBefore: Rule = (row, { organization }) =>
  committeeOf(row)['founded_on'] === null &&
  MEMBERS.some(
    (each) =>
      each['committee'] === row['committee'] &&
      each['bank'] === organization &&
      each['member_until'] === null,
  );
export const presides: Rule = (row, { organization }) => {
  const { chair, vice_chairs: vices } = committeeOf(row) as { chair?: string; vice_chairs?: string[] };
  return organization !== '' && (organization === chair || vices?.includes(organization) === true);
};
export const resolutionOf = (row: Row) => RESOLUTIONS.find(({ id }) => id === row['resolution']) ?? {};

export const perCase = (column: string, more: Row = {}): Row[] =>
  NAMES.map((name) => ({ [column]: idOf(name), ...more }));
export const inCommittees = (banks: readonly string[], more: Row = {}): Row[] =>
  COMMITTEES.flatMap(({ id }) => banks.map((bank) => ({ committee: id, bank: idOf(bank), ...more })));
export const byCase = (engine: string, column: string, more: Row = {}): Rules => ({
  engine,
  rows: perCase(column, more),
  reads: withCase(column),
});
export const forOffices = (engine: string, column: string): Rules => ({
  engine,
  rows: perCase(column),
  reads: all(anyOffice, withCase(column)),
});

function aCase(row: Row, told: readonly string[] = []) {
  return { row: { process: 'filing', owner_unit: null, disclosed: true, ...row }, told };
}

function aCommittee() {
  return aCase({ owner_org: JINLI, process: 'committee' }, ['member', 'vice', 'invited', 'former', 'citong']);
}

function member(name: string, bank: string, from: string | null): Row {
  return { committee: idOf(name), bank: idOf(bank), member_from: from, member_until: null };
}

function committee(name: string, more: Row): Row {
  return { id: idOf(name), chair: JINLI, vice_chairs: [idOf('vice')], founded_on: '2026-03-02', ...more };
}
