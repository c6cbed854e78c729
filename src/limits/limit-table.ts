/** How often something may be asked. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

/** What costs much, or is worth guessing at: counted in the database, so that all nodes count together. */
export const SHARED: readonly (Limit & { routes: ReadonlySet<string> })[] = [
  {
    name: 'upload',
    points: 120,
    seconds: 60,
    routes: new Set(['PUT /filings/:id/attachments/:sha256']),
  },
  { name: 'import', points: 20, seconds: 600, routes: new Set(['POST /filings/batches']) },
  {
    name: 'export',
    points: 10,
    seconds: 600,
    routes: new Set(['GET /filings/export', 'GET /personal-data']),
  },
  {
    name: 'proof',
    points: 10,
    seconds: 900,
    routes: new Set([
      'POST /session/step-up',
      'PUT /session/second-factor',
      'POST /session/passkeys',
      'PUT /session/password',
    ]),
  },
];

/** Whoever has not signed in, by address. Signing in has rules of its own (src/access/sign-in/attempt-rules.ts). */
export const ANONYMOUS: Limit = { name: 'anonymous', points: 60, seconds: 60 };
export const NOT_COUNTED_ANONYMOUS: ReadonlySet<string> = new Set([
  'POST /session',
  'GET /session/ways',
  'GET /session/oidc',
  'GET /session/oidc/callback',
]);

/** Everything else, of one account, counted by each node for itself: twenty a second is no person, and no well-made system. */
export const ACCOUNT: Limit = { name: 'account', points: 1_200, seconds: 60 };
/** Requests that are refused before it is known whose they are. */
export const ADDRESS: Limit = { name: 'address', points: 600, seconds: 60 };
