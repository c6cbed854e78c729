/** What somebody may do who still has to choose a password or set up a second factor. */
export const OWING_ROUTES: ReadonlySet<string> = new Set([
  'GET /session',
  'DELETE /session',
  'PUT /session/password',
  'POST /session/second-factor',
  'PUT /session/second-factor',
  'GET /session/passkeys',
  'POST /session/passkeys/options',
  'POST /session/passkeys',
  'POST /session/step-up',
]);
