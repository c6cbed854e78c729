import type { Statement } from '../../platform/transaction.js';

const OF_PERSON = 'jurisdiction = $1 and person = $2 and removed_at is null';
const SHOWN = `id, name, credential_id as "credentialId", transports, synced, added_at as "addedAt", used_at as "usedAt"`;

/** What the person itself sees of a passkey, and a browser. */
export interface OwnRow extends Record<string, unknown> {
  id: string;
  name: string;
  credentialId: string;
  transports: string[];
  synced: boolean;
  addedAt: Date;
  usedAt: Date | null;
}

/** Of a person `person`: whether it has a passkey. */
export const HAS_PASSKEY = `exists (select from passkey k where k.jurisdiction = person.jurisdiction and k.person = person.id
    and k.removed_at is null)`;

export const OWN: Statement = {
  name: 'own-passkeys',
  text: `select ${SHOWN} from passkey where ${OF_PERSON} order by added_at, id`,
};
/** First, so that of two additions, or two removals, each knows of the other: what comes after sees what the first has left. */
export const HOLD: Statement = {
  name: 'hold-passkey-owner',
  text: `select totp_confirmed_at is not null as "hasCode" from person where jurisdiction = $1 and id = $2 for no key update`,
};
export const COUNT: Statement = {
  name: 'count-passkeys',
  text: `select count(*)::int as count from passkey where ${OF_PERSON}`,
};
/** No row when the passkey is known already. */
export const ADD: Statement = {
  name: 'add-passkey',
  text: `insert into passkey (jurisdiction, id, person, name, credential_id, public_key, counter, transports, synced)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (jurisdiction, credential_id) do nothing returning ${SHOWN}`,
};
export const PROVEN: Statement = {
  name: 'session-has-passkey',
  text: 'update session set second_factor = true, proven_at = wendai_now() where jurisdiction = $1 and id = $2',
};
export const REMOVE: Statement = {
  name: 'remove-passkey',
  text: `update passkey set removed_at = wendai_now() where ${OF_PERSON} and id = $3 returning id`,
};
export const REMOVE_ALL: Statement = {
  name: 'remove-passkeys',
  text: `update passkey set removed_at = wendai_now() where ${OF_PERSON} returning id`,
};
