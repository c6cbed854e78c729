import { v7 as uuid } from 'uuid';
import type { Statement, Transaction } from '../platform/transaction.js';

/** What the auditors are told, and which rows it is about: a few of them, since a notice is no report. */
export interface Alarm {
  template: 'logDiffers' | 'rightsDiffer';
  reason: string;
  rows: readonly string[];
}

const ROWS_SHOWN = 20;
const HOURS_BETWEEN = 24;

/** Organizations that have an auditor, who was not told the same within a day. */
const UNTOLD: Statement = {
  name: 'auditors-untold',
  text: `select distinct t.organization from post t where t.jurisdiction = $1 and t.role = 'audit.admin'
    and not exists (select from notice n where n.jurisdiction = $1 and n.organization = t.organization
      and n.role = t.role and n.template = $2 and n.data = $3::jsonb
      and n.created_at > wendai_now() - interval '${HOURS_BETWEEN} hours')`,
};
const TELL: Statement = {
  name: 'tell-auditors',
  text: `insert into notice (jurisdiction, id, source, organization, role, template, data)
    values ($1, $2, $2, $3, 'audit.admin', $4, $5::jsonb)`,
};

/** Into the auditors' inbox, and by mail from there. */
export async function raiseAlarm(
  tx: Transaction,
  jurisdiction: string,
  { template, reason, rows }: Alarm,
): Promise<void> {
  const data = { reason, count: rows.length, rows: rows.slice(0, ROWS_SHOWN) };
  const text = JSON.stringify(data);
  const untold = await tx.query<{ organization: string }>(UNTOLD, [jurisdiction, template, text]);
  for (const { organization } of untold) tx.send(TELL, [jurisdiction, uuid(), organization, template, text]);
}
