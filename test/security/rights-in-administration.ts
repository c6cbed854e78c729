import { below, type Rights } from './who.js';

/** Who may do what with a bank's systems, and with posts: two persons for each grant, and the auditor reads along. */
const KEEPERS = 'bankAdmin securityAdmin';

export const SYSTEM_RIGHTS: Rights = {
  'GET /api-keys': { none: '200 bankAdmin' },
  'POST /api-keys': { none: '400 bankAdmin' },
  'POST /api-keys/{id}/rotate': { own: '201 bankAdmin', foreign: '404 bankAdmin', missing: '404 bankAdmin' },
  'DELETE /api-keys/{id}': { own: '204 bankAdmin', foreign: '404 bankAdmin', missing: '404 bankAdmin' },
  'GET /webhooks': { none: '200 bankAdmin' },
  'POST /webhooks': { none: '400 bankAdmin' },
  ...below('POST /webhooks/{id}', ['/rotate', '/test'], {
    own: '201 bankAdmin',
    foreign: '404 bankAdmin',
    missing: '404 bankAdmin',
  }),
  ...below('POST /webhooks/{id}', ['/pause', '/resume'], {
    own: '200 bankAdmin',
    foreign: '404 bankAdmin',
    missing: '404 bankAdmin',
  }),
  'DELETE /webhooks/{id}': { reviewed: '204 bankAdmin', foreign: '404 bankAdmin', missing: '404 bankAdmin' },
  'GET /webhooks/{id}/deliveries': {
    own: '200 bankAdmin',
    foreign: '404 bankAdmin',
    missing: '404 bankAdmin',
  },
  // Nothing was ever delivered: the message is missing wherever it is asked for.
  'POST /webhooks/{id}/deliveries/{delivery}/replay': {
    own: '404 bankAdmin',
    foreign: '404 bankAdmin',
    missing: '404 bankAdmin',
  },
};

export const POST_RIGHTS: Rights = {
  'GET /posts': { none: '200 bankAdmin operators' },
  'POST /posts/{id}/review': {
    own: `204 ${KEEPERS}`,
    foreign: '204 securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS}`,
  },
  'GET /grants': { none: '200 bankAdmin operators' },
  'POST /grants': { none: `400 ${KEEPERS}` },
  // Whoever proposed it does not execute it.
  'POST /grants/{id}/execute': {
    own: '200 systemAdmin',
    foreign: '200 systemAdmin; 404 bankAdmin',
    missing: '404 bankAdmin systemAdmin',
  },
  'POST /grants/{id}/withdraw': {
    reviewed: '200 bankAdmin; 409 systemAdmin securityAdmin',
    foreign: '409 systemAdmin securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS} systemAdmin`,
  },
  'GET /sign-off-chains': { none: '200 bankAdmin operators' },
  'PUT /sign-off-chains': { none: `400 ${KEEPERS}` },
  'POST /sign-off-chains/{id}/execute': {
    own: '200 systemAdmin',
    foreign: '200 systemAdmin; 404 bankAdmin',
    missing: '404 bankAdmin systemAdmin',
  },
  'POST /sign-off-chains/{id}/withdraw': {
    foreign: '409 systemAdmin securityAdmin; 404 bankAdmin',
    missing: `404 ${KEEPERS} systemAdmin`,
  },
  'GET /organization-changes': { none: '200 operators' },
  'POST /organization-changes': { none: '400 securityAdmin' },
  'POST /organization-changes/{id}/execute': { own: '200 systemAdmin', missing: '404 systemAdmin' },
  'POST /organization-changes/{id}/withdraw': {
    reviewed: '200 securityAdmin; 409 systemAdmin',
    missing: '404 systemAdmin securityAdmin',
  },
};
