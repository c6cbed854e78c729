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
import {
  active,
  byCase,
  COMMITTEES,
  committeeOf,
  forOffices,
  inCommittees,
  MEMBERS,
  perCase,
  presides,
  RESOLUTIONS,
  ROWS,
  resolutionOf,
  seesCase,
  sharesBefore,
  sharesClaims,
  TOLD,
  withCase,
} from './world-of-cases.js';

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
