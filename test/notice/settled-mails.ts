import { eventually } from '../faults/eventually.js';
import { query } from '../support/database.js';

/** How long the server may take over a mail. */
export const MAIL_TIMEOUT_MS = 20_000;

/** The mails of an event, once each was sent or given up; none when nobody of the post can be mailed. */
export async function settled(source: string): Promise<MailRow[]> {
  return eventually(async () => {
    const [state] = await query<{ told: boolean; waiting: boolean }>(
      'admin',
      `select bool_and(mailed) as told, exists (select from mail where source = $1 and status = 'queued') as waiting
        from notice where source = $1`,
      [source],
    );
    return state?.told === true && !state.waiting ? mailRows(source) : undefined;
  }, MAIL_TIMEOUT_MS);
}

export interface MailRow {
  id: string;
  status: string;
  messageId: string;
  lastError: string | null;
}

function mailRows(source: string): Promise<MailRow[]> {
  return query<MailRow>(
    'admin',
    `select id, status, message_id as "messageId", last_error as "lastError" from mail where source = $1`,
    [source],
  );
}
