import { below, type Rights } from './who.js';

/** Who may do what with accounts, with what the system is run by, and with what lies beside the cases. */
const KEEPERS = 'bankAdmin securityAdmin';
/** Who sees what is signed as soon as it is. */
const WATCHERS = 'bureaus county observers operators';
const ACTORS = 'officers delegate bankAdmin bureaus county';

export const ACCOUNT_RIGHTS: Rights = {
  'POST /session': { none: '400 everybody' },
  // No provider is set up here: nobody is sent there, and nobody comes from there.
  'GET /session/ways': { none: '200 everybody' },
  'GET /session/oidc': { none: '404 everybody' },
  'GET /session/oidc/callback': { none: '404 everybody' },
  'GET /session': { none: '200 signedIn' },
  'DELETE /session': { none: '204 signedIn' },
  'POST /session/step-up': { none: '400 signedIn' },
  'PUT /session/password': { none: '400 signedIn' },
  'POST /session/second-factor': { none: '201 signedIn' },
  'PUT /session/second-factor': { none: '400 signedIn' },
  'GET /session/passkeys': { none: '200 signedIn' },
  'POST /session/passkeys/options': { none: '201 signedIn' },
  'POST /session/passkeys': { none: '400 signedIn' },
  'DELETE /session/passkeys/{id}': { foreign: '404 signedIn', missing: '404 signedIn' },
  'GET /sessions': { none: '200 signedIn' },
  'DELETE /sessions/{id}': { own: '204 signedIn', foreign: '404 signedIn', missing: '404 signedIn' },
  'GET /personal-data': { none: '200 signedIn' },
  'PUT /personal-data/email': { none: '204 signedIn' },
  'POST /personal-data/corrections': { none: '204 signedIn' },
  'GET /corrections': { none: `200 ${KEEPERS}` },
  'GET /people': { none: '200 signedIn' },
  ...below('POST /people/{id}', ['/disable', '/enable'], {
    own: `204 ${KEEPERS}`,
    foreign: '204 securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS}`,
  }),
  'POST /people/{id}/password-reset': {
    own: `201 ${KEEPERS}`,
    foreign: '201 securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS}`,
  },
  'PUT /people/{id}/staff-number': {
    own: `204 ${KEEPERS}`,
    foreign: '204 securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS}`,
  },
  'DELETE /people/{id}/second-factor': {
    own: `204 ${KEEPERS}`,
    foreign: '204 securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS}`,
  },
  'POST /people/{id}/correction': {
    own: `204 ${KEEPERS}`,
    foreign: '204 securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS}`,
  },
  'GET /delegations': { none: '200 signedIn' },
  'POST /delegations': { none: `400 ${ACTORS}` },
  // The office of a county has nobody to lend to.
  'DELETE /delegations/{id}': {
    own: '204 officers delegate bankAdmin bureaus; 404 county',
    foreign: `404 ${ACTORS}`,
    missing: `404 ${ACTORS}`,
  },
};

export const OPERATION_RIGHTS: Rights = {
  'GET /policies': { none: '200 known' },
  'POST /policies': { none: '400 systemAdmin' },
  'GET /policy-bases': { none: '200 everybody' },
  'POST /policy-bases': { none: '400 systemAdmin' },
  'GET /calendars/add': { none: '200 everybody' },
  'GET /calendars/{year}': { own: '200 everybody', missing: '404 everybody' },
  'PUT /calendars/{year}': { own: '400 systemAdmin' },
  'GET /deadlines/health': { none: '200 systemAdmin' },
  'GET /mail': { none: '200 systemAdmin' },
  'POST /mail/{id}/retry': { missing: '404 systemAdmin' },
  'GET /audit/entries': { none: '200 auditAdmin' },
  'GET /audit/health': { none: '200 systemAdmin auditAdmin' },
  'GET /audit/keys': { none: '200 everybody' },
  // What is signed today, a bank and a helper see tomorrow.
  'GET /audit/checkpoint': { none: `200 ${WATCHERS}; 404 bank delegate helper` },
  'GET /audit/consistency': { none: `200 ${WATCHERS}; 404 bank delegate helper` },
  'GET /audit/proof/{entryId}': {
    own: '200 bureaus county observers auditAdmin; 404 bank delegate helper systemAdmin securityAdmin',
    missing: '404 known',
  },
  'POST /audit/verifications': { none: '201 auditAdmin' },
  'GET /audit/verifications': { none: '200 auditAdmin' },
  'GET /audit/verifications/{id}': { own: '200 auditAdmin', missing: '404 auditAdmin' },
};

export const OFFICE_RIGHTS: Rights = {
  'GET /organizations': { none: '200 known' },
  'GET /jurisdictions': { none: '200 everybody' },
  'GET /codes': { none: '200 everybody' },
  'GET /processes': { none: '200 known' },
  ...below('GET /processes/{name}/{version}', ['/diagram', '/diagram.svg', '/proof'], {
    own: '200 known',
    missing: '404 known',
  }),
  'GET /phrases': { none: `200 ${ACTORS}` },
  'POST /phrases': { none: `400 ${ACTORS}` },
  'DELETE /phrases/{id}': { own: `204 ${ACTORS}`, foreign: `404 ${ACTORS}`, missing: `404 ${ACTORS}` },
  'GET /inbox': { none: '200 signedIn' },
  'POST /presence': { none: `200 ${ACTORS}` },
  'POST /inbox/read': { none: '204 signedIn' },
  'POST /inbox/{id}/read': { own: '204 signedIn', foreign: '404 signedIn', missing: '404 signedIn' },
};
