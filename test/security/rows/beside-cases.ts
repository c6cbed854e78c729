import { idOf, JINLI } from './eyes.js';
import {
  all,
  anyOffice,
  either,
  everybody,
  offices,
  own,
  type Rule,
  type Rules,
  self,
  when,
} from './rules.js';

const BANKS = [JINLI, idOf('citong'), idOf('finance')];
const engineOnly = (engine: string, column = 'id'): Rules => ({
  engine,
  rows: [{ [column]: idOf('thing') }],
});
const forAll = (engine: string, column = 'key'): Rules => ({
  engine,
  rows: [{ [column]: column === 'key' ? 'thing' : idOf('thing') }],
  reads: everybody,
});
const ofOrganization = (engine: string): Rules => ({
  engine,
  rows: BANKS.map((organization) => ({ organization })),
  reads: own('organization'),
});
/** What the city itself says, by those who run it. */
const bySystem = (rows: Rules['rows']): Rules => ({
  engine: 'ri',
  rows,
  reads: everybody,
  inserts: offices('system'),
});
const seesExposures = either(own('bank'), offices('finance', 'industry', 'regulator', 'pboc'));
const onFirms = (engine: string): Rules => ({
  engine,
  rows: [JINLI, idOf('citong')].map((bank) => ({ firm: idOf('firm'), bank })),
  reads: seesExposures,
});
const acquainted: Rule = (row, { organization }) => organization === JINLI && row['id'] === idOf('known');

const ownKey = all(own('organization'), self('principal'));

/** Tables that lie beside cases: accounts, firms, what the city has set, what each keeps for itself. */
export const OTHER_RULES: Readonly<Record<string, Rules>> = {
  county: forAll('riu'),
  organization: forAll('riu'),
  organization_name: forAll('riu', 'organization'),
  unit: forAll('riu'),
  sign_off_chain: forAll('riu', 'organization'),

  person: ofOrganization('riu'),
  post: ofOrganization('riu'),
  post_grant: {
    engine: 'riu',
    rows: BANKS.map((organization) => ({ organization })),
    reads: either(own('organization'), offices('system', 'audit')),
  },
  sign_off_change: engineOnly('riu', 'organization'),
  organization_change: engineOnly('riu'),
  staff: engineOnly('riu'),
  delegation: {
    engine: 'riu',
    rows: [
      { organization: JINLI, from_person: idOf('p.jinli') },
      { organization: JINLI, from_person: idOf('p.other') },
      { organization: idOf('citong'), from_person: idOf('p.citong') },
      // As somebody would write it who lends what is another organization's.
      { organization: idOf('citong'), from_person: idOf('p.jinli') },
    ],
    reads: own('organization'),
    inserts: all(own('organization'), self('from_person')),
    updates: self('from_person'),
  },
  session: engineOnly('riud'),
  passkey: engineOnly('riu'),
  passkey_challenge: { engine: 'rid', rows: [{ challenge: 'thing' }] },
  former_password: engineOnly('rid', 'person'),
  login_attempt: { engine: 'riud', rows: [{ id: 1 }] },
  api_key: ofOrganization('riu'),
  api_key_secret: engineOnly('riu', 'api_key'),
  // Nothing that the engine has to do with.
  phrase: {
    engine: 'rid',
    people: true,
    rows: [
      { organization: JINLI, added_by: idOf('p.jinli') },
      { organization: JINLI, added_by: idOf('p.other') },
      { organization: idOf('citong'), added_by: idOf('p.jinli') },
    ],
    reads: own('organization'),
    inserts: all(own('organization'), self('added_by')),
    deletes: own('organization'),
  },

  // A voucher says nothing of what it vouches for, and whoever gives a right seals it.
  right_seal: { ...forAll('riu'), inserts: everybody, updates: everybody },
  presence: {
    engine: 'riud',
    people: true,
    // The last one: somebody of one office who says to be in another, which none of those who ask here is in.
    rows: [
      ...['jinli', 'citong'].map((name) => ({ organization: idOf(name), person: idOf(`p.${name}`) })),
      { organization: idOf('nobody'), person: idOf('p.jinli') },
    ],
    reads: own('organization'),
    inserts: all(own('organization'), self('person')),
    updates: self('person'),
    deletes: own('organization'),
  },
  filing_batch: { ...ofPerson(), engine: 'riud' },
  filing_batch_report: ofPerson(),

  firm: {
    engine: 'riu',
    rows: [
      { id: idOf('listed'), in_directory: true },
      { id: idOf('known'), in_directory: false },
      { id: idOf('unknown'), in_directory: false },
    ],
    reads: all(
      everybody,
      either(
        when((row) => row['in_directory'] === true),
        anyOffice,
        acquainted,
      ),
    ),
  },
  firm_acquaintance: {
    engine: 'riu',
    rows: [
      { firm: idOf('known'), organization: JINLI },
      { firm: idOf('unknown'), organization: idOf('nobody') },
    ],
    reads: own('organization'),
  },
  firm_listing: { ...engineOnly('riu', 'firm'), reads: offices('finance', 'industry', 'county') },
  exposure: onFirms('riu'),
  guarantee_link: { ...engineOnly('riu'), reads: offices('finance', 'industry', 'regulator', 'pboc') },
  credit_act: { ...onFirms('riu'), inserts: either(own('bank'), offices('finance')) },
  standstill: {
    engine: 'riu',
    rows: [{ members: [JINLI, idOf('member')] }, { members: [idOf('citong')] }],
    reads: either(
      (row, { organization }) => (row['members'] as string[]).includes(organization),
      offices('finance', 'industry', 'regulator'),
    ),
  },
  court_acceptance: { ...engineOnly('riu'), reads: anyOffice },

  policy_version: bySystem([{ id: idOf('policy') }]),
  policy_basis: bySystem([{ id: idOf('basis') }]),
  calendar_year: bySystem([{ year: 2031 }]),
  number_series: engineOnly('riu', 'organization'),

  idempotency_key: {
    engine: 'riud',
    rows: [
      { organization: JINLI, principal: idOf('p.jinli'), key: 'a' },
      { organization: JINLI, principal: idOf('p.other'), key: 'b' },
      { organization: idOf('citong'), principal: idOf('p.jinli'), key: 'c' },
    ],
    reads: ownKey,
    inserts: ownKey,
    updates: ownKey,
    deletes: ownKey,
  },
  notice: {
    engine: 'riu',
    rows: [
      { organization: JINLI, unit: null },
      { organization: JINLI, unit: idOf('branch') },
      { organization: idOf('citong'), unit: null },
      { organization: idOf('finance'), unit: null },
      { organization: JINLI, unit: null, person: idOf('p.jinli') },
      { organization: JINLI, unit: null, person: idOf('p.other') },
    ],
    reads: all(
      own('organization', 'unit'),
      either(
        when((row) => (row['person'] ?? null) === null),
        self('person'),
      ),
    ),
  },
  notice_read: {
    engine: 'ri',
    rows: [{ person: idOf('p.jinli') }, { person: idOf('p.citong') }],
    reads: self('person'),
    inserts: self('person'),
  },
  mail: { ...engineOnly('riu'), reads: offices('system'), updates: offices('system') },
  webhook: ownToChange(),
  webhook_delivery: ownToChange(),

  // Counts by key and knows nobody; the stamp says that something of the city has changed, not what.
  rate_count: { engine: 'riud', rows: [{ key: 'thing' }], open: true },
  reference_stamp: { engine: 'r', rows: [{ only_row: true }], open: true },
};

/** A sheet is its uploader's alone until its reports are drafts. */
function ofPerson(): Rules {
  const mine = self('person');
  return {
    engine: 'riu',
    rows: ['p.jinli', 'p.other', 'p.citong'].map((name) => ({ person: idOf(name) })),
    reads: mine,
    inserts: mine,
    updates: mine,
    deletes: mine,
  };
}

function ownToChange(): Rules {
  const mine = own('organization');
  return {
    engine: 'riud',
    rows: BANKS.map((organization) => ({ organization })),
    reads: mine,
    inserts: mine,
    updates: mine,
    deletes: mine,
  };
}
