import { below, type Rights } from './who.js';

/** Who may do what in committees: a bank's part in them is its delegate's, and its administrator reads along. */
const PAGES = ['', '/actions', '/explain', '/history', '/diagram', '/diagram.svg'];
const READS = 'delegate bankAdmin bureaus observers';

export const COMMITTEE_RIGHTS: Rights = {
  'POST /committees': { none: '400 delegate bureaus' },
  'GET /committees': { none: `200 ${READS}` },
  ...below(
    'GET /committees/{id}',
    [...PAGES, '/claims', '/agreement', '/meetings', '/rollovers', '/meetings/{meeting}/invitation.ics'],
    {
      own: `200 ${READS}`,
      foreign: '200 bureaus observers; 404 delegate bankAdmin',
      missing: `404 ${READS}`,
    },
  ),
  'POST /committees/{id}/events': {
    own: '409 delegate',
    foreign: '404 delegate',
    missing: '404 delegate bureaus',
  },
  'POST /committees/{id}/claims': { own: '412 delegate', foreign: '404 delegate', missing: '404 delegate' },
  'POST /committees/{id}/agreement': {
    own: '409 delegate bureaus',
    foreign: '409 bureaus; 404 delegate',
    missing: '404 delegate bureaus',
  },
  'POST /committees/{id}/meetings': { own: '412 delegate', foreign: '404 delegate', missing: '404 delegate' },
  'POST /committees/{id}/resolutions': {
    own: '201 delegate',
    foreign: '404 delegate',
    missing: '404 delegate',
  },
};

export const RESOLUTION_RIGHTS: Rights = {
  'GET /resolutions': { none: `200 ${READS}` },
  ...below('GET /resolutions/{id}', [...PAGES, '/count'], {
    own: `200 ${READS}`,
    foreign: '200 bureaus observers; 404 delegate bankAdmin',
    missing: `404 ${READS}`,
  }),
  // Sealed for everybody until the vote is over.
  'GET /resolutions/{id}/ballots': { own: '', foreign: '404 delegate bankAdmin', missing: `404 ${READS}` },
  'GET /resolutions/{id}/ballots/mine': {
    own: '404 delegate',
    foreign: '404 delegate',
    missing: '404 delegate',
  },
  'PUT /resolutions/{id}/ballots/mine': {
    own: '409 delegate',
    foreign: '404 delegate',
    missing: '404 delegate',
  },
  'POST /resolutions/{id}/events': {
    own: '409 delegate',
    foreign: '404 delegate',
    missing: '404 delegate bureaus',
  },
};
