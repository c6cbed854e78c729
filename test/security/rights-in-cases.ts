import { below, type Rights } from './who.js';

/**
 * Who may do what in cases, written by hand from the processes and the contract (design: processes, api), apart from the code:
 * nothing here comes from the permission table, and the table is not read from here.
 */
const PAGES = ['', '/actions', '/explain', '/history', '/diagram', '/diagram.svg'];
const SEES_FILING = 'bank delegate bureaus observers';

export const FILING_RIGHTS: Rights = {
  'POST /filings/assess': { none: '400 everybody' },
  'POST /filings': { none: '400 writers' },
  'GET /filings': { none: `200 ${SEES_FILING} county` },
  // A sheet bears the name of the person who took it, so it is nothing for a bank's system.
  'GET /filings/export': { none: '200 officers bankAdmin delegate bureaus county observers' },
  // A sheet is a person's: a bank's system sends one report after the other.
  'POST /filings/batches': { none: '400 maker' },
  'GET /filings/batches': { none: '200 maker' },
  'GET /filings/batches/template': { none: '200 maker' },
  ...below('GET /filings/batches/{batch}', ['', '/remarked-rows'], {
    own: '200 maker',
    foreign: '404 maker',
    missing: '404 maker',
  }),
  'GET /worklist': { none: `200 ${SEES_FILING} county helper` },
  'GET /search': { none: `200 ${SEES_FILING} county` },
  'GET /events': { none: `200 ${SEES_FILING} county` },
  'GET /reports/overview': { none: '200 bank bureaus county observers' },
  // A county reads what concerns it: a coordination does, an ordinary report of 700,000 does not.
  ...below('GET /filings/{id}', [...PAGES, '/receipt', '/attachments'], {
    own: `200 ${SEES_FILING} county`,
    reviewed: `200 ${SEES_FILING}; 404 county`,
    foreign: '200 bureaus observers; 404 bank delegate county',
    discarded: `404 ${SEES_FILING} county`,
    missing: `404 ${SEES_FILING} county`,
  }),
  ...below('GET /filings/{id}', ['/attachments/{sha256}'], {
    reviewed: `200 ${SEES_FILING}; 404 county`,
    foreign: '200 bureaus observers; 404 bank delegate county',
    missing: `404 ${SEES_FILING} county`,
  }),
  'PUT /filings/{id}/attachments/{sha256}': {
    own: '409 writers',
    foreign: '404 writers',
    missing: '404 writers',
  },
  'DELETE /filings/{id}/attachments/{sha256}': {
    reviewed: '409 writers',
    foreign: '404 writers',
    missing: '404 writers',
  },
  'GET /filings/{id}/contact': {
    own: '200 bank bureaus county',
    reviewed: '200 bank bureaus; 404 county',
    foreign: '200 bureaus; 404 bank county',
    missing: '404 bank bureaus county',
  },
  ...below('PATCH /filings/{id}', [''], {
    own: '412 writers',
    foreign: '404 writers',
    discarded: '404 writers',
    missing: '404 writers',
  }),
  'DELETE /filings/{id}': {
    own: '412 writers',
    draft: '412 writers',
    foreign: '404 writers',
    missing: '404 writers',
  },
  'POST /filings/{id}/copy': {
    own: '201 writers',
    foreign: '404 writers',
    discarded: '404 writers',
    missing: '404 writers',
  },
  'POST /filings/{id}/events': {
    // A case that one does not see is not there, whatever one wants of it.
    reviewed: '409 officers sending; 404 county',
    foreign: '404 bank delegate county',
    discarded: '404 bank delegate bureaus county',
    missing: '404 bank delegate bureaus county',
  },
};

export const COORDINATION_RIGHTS: Rights = {
  ...below('GET /filings/{id}/coordination', ['', '/actions', '/explain', '/history'], {
    own: '200 bank',
    reviewed: '404 bank',
    foreign: '404 bank',
    missing: '404 bank',
  }),
  'POST /filings/{id}/coordination/events': {
    own: '200 maker; 412 preparing',
    foreign: '404 bank',
    missing: '404 bank',
  },
  'GET /coordinations': { none: '200 bureaus county observers' },
  ...below('GET /coordinations/{id}', PAGES, {
    own: '200 bureaus county observers',
    foreign: '200 bureaus observers; 404 county',
    missing: '404 bureaus county observers',
  }),
  'POST /coordinations/{id}/events': {
    own: '409 bureaus county',
    foreign: '409 bureaus; 404 county',
    missing: '404 bureaus county',
  },
};

export const SUPPORT_RIGHTS: Rights = {
  'GET /supports': { none: '200 helper bank bureaus county observers' },
  'POST /supports': { none: '400 bureaus county' },
  ...below('GET /supports/{id}', PAGES, {
    own: '200 bank bureaus county observers; 404 helper',
    foreign: '200 bureaus observers; 404 bank county helper',
    missing: '404 bank bureaus county helper observers',
  }),
  'POST /supports/{id}/events': {
    own: '409 officers sending bureaus county; 404 helper',
    foreign: '409 bureaus; 404 officers keys helper county',
    missing: '404 officers keys helper bureaus county',
  },
};

export const INQUIRY_RIGHTS: Rights = {
  'POST /inquiries': { none: '400 finance county' },
  'GET /inquiries': { none: `200 ${SEES_FILING} county` },
  ...below('GET /inquiries/{id}', PAGES, {
    // The regulator hears of it when it is notified, the others never.
    own: '200 bank delegate finance; 404 industry county observers',
    foreign: '200 finance; 404 bank delegate industry county observers',
    missing: `404 ${SEES_FILING} county`,
  }),
  'POST /inquiries/{id}/events': {
    own: '409 financeLeader; 404 regulator',
    foreign: '409 financeLeader; 404 bank regulator',
    missing: '404 bank finance regulator',
  },
};

export const FIRM_RIGHTS: Rights = {
  'GET /firms': { none: `200 ${SEES_FILING} county` },
  'GET /firms/{id}': {
    own: `200 ${SEES_FILING} county`,
    foreign: '200 bureaus county observers; 404 bank delegate',
    missing: `404 ${SEES_FILING} county`,
  },
  'GET /firms/{id}/exposures': {
    own: '200 bureaus observers',
    foreign: '200 bureaus observers; 404 delegate',
    missing: '404 bureaus observers delegate',
  },
  'GET /firms/{id}/acts': {
    own: `200 ${SEES_FILING} county`,
    foreign: '200 bureaus county observers; 404 bank delegate',
    missing: `404 ${SEES_FILING} county`,
  },
  'POST /firms/{id}/acts': {
    own: '201 officers preparing; 422 financeReviewer',
    foreign: '404 officers preparing; 422 financeReviewer',
    missing: '404 officers preparing financeReviewer',
  },
  'POST /firms/{id}/court-acceptance': { missing: '404 finance' },
  'POST /firms/{id}/court-outcome': { missing: '404 finance' },
};
