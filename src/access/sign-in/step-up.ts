const ROUTES: ReadonlySet<string> = new Set([
  // By what somebody comes in the next time. What is begun here is finished within minutes.
  'POST /session/second-factor',
  'POST /session/passkeys/options',
  'DELETE /session/passkeys/:id',
  'POST /people/:id/password-reset',
  'POST /people/:id/disable',
  'POST /people/:id/enable',
  'PUT /people/:id/staff-number',
  'DELETE /people/:id/second-factor',
  'POST /people/:id/correction',
  'PUT /personal-data/email',
  'POST /api-keys',
  'POST /api-keys/:id/rotate',
  'DELETE /api-keys/:id',
  'POST /webhooks',
  'POST /webhooks/:id/rotate',
  'POST /grants',
  'POST /grants/:id/execute',
  'POST /grants/:id/withdraw',
  'POST /posts/:id/review',
  'PUT /sign-off-chains',
  'POST /sign-off-chains/:id/execute',
  'POST /sign-off-chains/:id/withdraw',
  'POST /organization-changes',
  'POST /organization-changes/:id/execute',
  'POST /organization-changes/:id/withdraw',
  'POST /policies',
  'POST /policy-bases',
  'PUT /calendars/:year',
  'POST /firms/:id/court-acceptance',
  'POST /firms/:id/court-outcome',
]);

/** Decisions that intervene: the firm's banks are bound together, or the regulator is told. */
const EVENTS: ReadonlySet<string> = new Set([
  'INTERVENE',
  'REFER_TO_COMMITTEE',
  'SUBSTANTIATE',
  'NOTIFY_REGULATOR',
]);

/**
 * 再次验证身份 (OWASP ASVS 7.5): acts of weight are for whoever has shown a short while ago who it is, not for whoever sits down
 * at an open console.
 */
export const STEP_UP = { routes: ROUTES, events: EVENTS };

export function needsStepUp(route: string, body: unknown): boolean {
  if (STEP_UP.routes.has(route)) return true;
  if (!route.endsWith('/events') || typeof body !== 'object' || body === null || !('type' in body))
    return false;
  return typeof body.type === 'string' && STEP_UP.events.has(body.type);
}
