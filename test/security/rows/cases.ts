import { idOf, JINLI } from './eyes.js';
import {
  all,
  anyOffice,
  either,
  everybody,
  offices,
  own,
  type Row,
  type Rule,
  type Rules,
  when,
} from './rules.js';

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
const ROWS: readonly Row[] = NAMES.map((name) => ({ id: idOf(name), ...CASES[name]?.row }));
const TOLD: readonly Row[] = NAMES.flatMap((name) =>
  (CASES[name]?.told ?? []).map((who) => ({ case_id: idOf(name), organization: idOf(who) })),
);

const MEMBERS: readonly Row[] = ['sharing', 'discreet', 'forming'].flatMap((name) => {
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
const COMMITTEES: readonly Row[] = [
  committee('sharing', { shares_claims: true, shares_exposures: true }),
  committee('discreet', { shares_claims: false, shares_exposures: false }),
  committee('forming', {
    shares_claims: true,
    shares_exposures: false,
    founded_on: null,
    chair: idOf('invited'),
  }),
];
const RESOLUTIONS: readonly Row[] = [
  { id: idOf('item'), committee: idOf('discreet'), tally: null },
  { id: idOf('voting'), committee: idOf('sharing'), tally: null },
  { id: idOf('counted'), committee: idOf('sharing'), tally: {} },
];

const seesCase: Rule = (row, eyes) => {
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
const active =
  (column: string): Rule =>
  (row, { organization }) =>
    MEMBERS.some(
      (each) =>
        each['committee'] === row[column] &&
        each['bank'] === organization &&
        each['member_from'] !== null &&
        each['member_until'] === null,
    );
const committeeOf = (row: Row) => COMMITTEES.find(({ id }) => id === row['committee']) ?? {};
const sharesClaims = when((row) => committeeOf(row)['shares_claims'] === true);
/** Before it is founded, whoever was invited is among those who share. */
const sharesBefore: Rule = (row, { organization }) =>
  committeeOf(row)['founded_on'] === null &&
  MEMBERS.some(
    (each) =>
      each['committee'] === row['committee'] &&
      each['bank'] === organization &&
      each['member_until'] === null,
  );
const presides: Rule = (row, { organization }) => {
  const { chair, vice_chairs: vices } = committeeOf(row) as { chair?: string; vice_chairs?: string[] };
  return organization !== '' && (organization === chair || vices?.includes(organization) === true);
};
const resolutionOf = (row: Row) => RESOLUTIONS.find(({ id }) => id === row['resolution']) ?? {};

const perCase = (column: string, more: Row = {}): Row[] =>
  NAMES.map((name) => ({ [column]: idOf(name), ...more }));
const inCommittees = (banks: readonly string[], more: Row = {}): Row[] =>
  COMMITTEES.flatMap(({ id }) => banks.map((bank) => ({ committee: id, bank: idOf(bank), ...more })));
const byCase = (engine: string, column: string, more: Row = {}): Rules => ({
  engine,
  rows: perCase(column, more),
  reads: withCase(column),
});
const forOffices = (engine: string, column: string): Rules => ({
  engine,
  rows: perCase(column),
  reads: all(anyOffice, withCase(column)),
});

const LOGGED: readonly Row[] = ['report', 'draft', 'foreign', 'told', 'sharing', 'item', 'inquiry'].flatMap(
  (name) =>
    ['bank', 'office', 'regulator', 'member', 'audit'].flatMap((audience) =>
      ['transition', 'configuration', 'refusal'].map((kind) => ({ case_id: idOf(name), audience, kind })),
    ),
);
const readsAudience: Rule = (row, eyes) =>
  row['audience'] === 'bank' || (row['audience'] !== 'audit' && anyOffice(row, eyes));
const forMembers = all(
  when(({ audience }) => audience === 'member'),
  active('case_id'),
);

/** Tables of cases: who sees what lies in them, written by hand from the processes. */
export const CASE_RULES: Readonly<Record<string, Rules>> = {
  process_case: {
    engine: 'riud',
    rows: ROWS,
    reads: seesCase,
  },
  case_access: { engine: 'rid', rows: TOLD, reads: own('organization') },
  deadline: byCase('riu', 'case_id'),
  deadline_rung: { engine: 'ri', rows: perCase('case_id') },
  log_entry: {
    engine: 'ri',
    rows: LOGGED,
    reads: either(
      offices('audit'),
      all(
        withCase('case_id'),
        when(({ kind }) => kind !== 'refusal'),
        readsAudience,
      ),
      all(
        when(({ kind }) => kind === 'transition'),
        forMembers,
      ),
    ),
    inserts: everybody,
  },
  log_value: {
    engine: 'ri',
    rows: LOGGED.filter(({ kind }) => kind === 'transition').map(({ kind: _, ...row }) => row),
    reads: either(all(withCase('case_id'), readsAudience), forMembers),
    inserts: everybody,
  },
  // Where an entry came from is the auditor's alone.
  log_origin: {
    engine: 'ri',
    people: true,
    rows: [{ entry_id: idOf('report') }],
    reads: offices('audit'),
    inserts: everybody,
  },
  // The tree over the log is the server's own; what it proves goes out by what it answers.
  log_leaf: { engine: 'ri', rows: [{ index: 0 }] },
  log_node: { engine: 'ri', rows: [{ index: 0 }] },
  log_checkpoint: { engine: 'ri', rows: [{ size: 1 }] },
  log_verification: { engine: 'riu', rows: [{ id: idOf('report') }] },
  log_pending: { engine: 'riud', rows: perCase('entry_id'), inserts: everybody },

  filing: byCase('riud', 'id'),
  filing_revision: {
    engine: 'riud',
    rows: [
      ...perCase('filing', { sealed_at: '2026-06-10T09:30:00+08:00' }),
      ...perCase('filing', { sealed_at: null }),
    ],
    reads: withCase('filing'),
    sealed: when((row) => row['sealed_at'] !== null),
  },
  filing_confidential: byCase('riu', 'filing'),
  execution: byCase('ri', 'filing'),
  attachment: byCase('riud', 'filing'),
  opinion: forOffices('ri', 'filing'),
  office_mark: forOffices('riud', 'filing'),

  coordination: forOffices('riu', 'id'),
  coordination_meeting: forOffices('riu', 'coordination'),
  // A bank sees its own part and no other's; whoever was told of the case, as county or as another bank, is no office by that.
  coordination_filing: {
    engine: 'riu',
    rows: [
      ...perCase('coordination', { bank: JINLI, unit: null }),
      ...perCase('coordination', { bank: JINLI, unit: idOf('branch') }),
      ...perCase('coordination', { bank: idOf('citong'), unit: null }),
    ],
    reads: either(own('bank', 'unit'), all(anyOffice, withCase('coordination'))),
  },
  support: byCase('riu', 'id'),

  committee: { engine: 'riu', rows: COMMITTEES, reads: withCase('id') },
  committee_member: { engine: 'riu', rows: MEMBERS, reads: withCase('committee') },
  agreement: byCase('ri', 'committee'),
  claim: {
    engine: 'riu',
    rows: [
      ...inCommittees(['jinli', 'member', 'invited'], { confirmed: true }),
      ...inCommittees(['jinli', 'former'], { confirmed: false }),
    ],
    reads: all(
      withCase('committee'),
      either(
        own('bank'),
        anyOffice,
        all(
          when((row) => row['confirmed'] === true),
          sharesClaims,
          either(active('committee'), sharesBefore),
        ),
      ),
    ),
  },
  claim_transfer: {
    engine: 'ri',
    rows: COMMITTEES.map(({ id }) => ({
      committee: id,
      from_bank: idOf('member'),
      to_bank: idOf('invited'),
    })),
    reads: all(
      withCase('committee'),
      either(own('from_bank'), own('to_bank'), anyOffice, all(sharesClaims, active('committee'))),
    ),
  },
  rollover: {
    engine: 'riu',
    rows: inCommittees(['jinli', 'member', 'former']),
    reads: all(
      withCase('committee'),
      either(
        own('bank'),
        anyOffice,
        all(
          active('committee'),
          either(
            when((row) => committeeOf(row)['shares_exposures'] === true),
            presides,
          ),
        ),
      ),
    ),
  },
  meeting: amongMembers(),
  meeting_minutes_answer: amongMembers(),

  resolution: { engine: 'riu', rows: RESOLUTIONS, reads: withCase('id') },
  resolution_series: { engine: 'riu', rows: [{ year: 2026 }] },
  resolution_member: {
    engine: 'riu',
    rows: inResolutions(['jinli', 'member', 'citong']),
    reads: all(
      withCase('resolution'),
      either(
        own('bank'),
        anyOffice,
        when((row) => resolutionOf(row)['tally'] !== null),
      ),
    ),
  },
  ballot: {
    engine: 'riu',
    rows: RESOLUTIONS.flatMap(({ id }) =>
      [true, false].flatMap((opened) =>
        [true, false].map((closed) => ({
          resolution: id,
          member: idOf(closed ? 'member' : 'citong'),
          cast_for: idOf(opened ? 'vice' : 'jinli'),
          opened,
          closed,
        })),
      ),
    ),
    // The chair's own, too: sealed from it like everybody's until the count.
    reads: all(
      withCase('resolution'),
      either(
        own('member'),
        own('cast_for'),
        when((row) => row['opened'] === true),
      ),
    ),
    sealed: when((row) => row['closed'] === true),
  },
  proxy: {
    engine: 'riu',
    rows: RESOLUTIONS.flatMap(({ id }) => [
      { resolution: id, member: idOf('member'), holder: idOf('citong') },
      { resolution: id, member: idOf('citong'), holder: idOf('invited') },
    ]),
    reads: all(withCase('resolution'), either(own('member'), own('holder'), anyOffice)),
  },
  breach: {
    engine: 'ri',
    rows: RESOLUTIONS.flatMap(({ id, committee: of }) =>
      [true, false].map((isTold) => ({
        resolution: id,
        committee: of,
        member: idOf('member'),
        members_told: isTold,
      })),
    ),
    // Whoever was told of the item alone, without a part in its committee, does not see it.
    reads: all(
      withCase('resolution'),
      withCase('committee'),
      either(
        own('member'),
        anyOffice,
        presides,
        when((row) => row['members_told'] === true),
      ),
    ),
  },

  inquiry: byCase('riu', 'id'),
  inquiry_report: forOffices('ri', 'inquiry'),
  inquiry_series: { engine: 'riu', rows: [{ year: 2026 }] },
};

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

function inResolutions(banks: readonly string[]): Row[] {
  return RESOLUTIONS.flatMap(({ id }) => banks.map((bank) => ({ resolution: id, bank: idOf(bank) })));
}

/** Whoever is invited only has no part in what members do among themselves. */
function amongMembers(): Rules {
  return {
    engine: 'riu',
    rows: COMMITTEES.map(({ id }) => ({ committee: id })),
    reads: all(withCase('committee'), either(anyOffice, active('committee'))),
  };
}
