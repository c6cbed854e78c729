import type { ProcessName } from '../../../workflows/process.js';
import type { Actor } from '../actor.js';
import { eventRoles } from '../event-roles.js';

/** What is written without an event is prepared. */
const PREPARING_ROUTES: ReadonlySet<string> = new Set([
  'POST /filings',
  'PATCH /filings/:id',
  'DELETE /filings/:id',
  'POST /filings/:id/copy',
  'PUT /filings/:id/attachments/:sha256',
  'DELETE /filings/:id/attachments/:sha256',
  'POST /firms/:id/acts',
]);

/** Everything else that a bank's system may say is sent. */
const PREPARING_EVENTS: Readonly<Partial<Record<ProcessName, ReadonlySet<string>>>> = {
  filing: new Set(['SEND_TO_CHECK', 'DISCARD']),
  coordination: new Set(['PREPARE_OUTCOME']),
};

/** People and the system itself have no duty of this kind, and are judged by their posts. */
export function dutyMayCall({ duty }: Actor, route: string): boolean {
  return duty !== 'send' || !PREPARING_ROUTES.has(route);
}

/** Whether the duty of a key covers an event; which events are a bank system's at all, its role says. */
export function dutyMaySend({ duty }: Actor, process: ProcessName, type: string): boolean {
  if (duty === undefined) return true;
  const prepares = PREPARING_EVENTS[process]?.has(type) ?? false;
  return eventRoles(process, type).includes('bank.client') && prepares === (duty === 'prepare');
}
