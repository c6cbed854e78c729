import { v7 as uuid } from 'uuid';
import { query } from '../support/database.js';

export interface NoticeSituation {
  /** Key of the organization, e.g. `jinli`. */
  to: string;
  /** Key of a unit of it. */
  unit?: string;
  role: string;
  template?: string;
  copy?: boolean;
  data?: Record<string, unknown>;
  /** Notices of one event share it. */
  source?: string;
  about?: string;
}

export const NUMBER = '泉贷报〔2026〕晋鲤12号';

/** Puts a notice where the engine puts them, in the transaction of a transition. Gives its id back. */
export async function aNotice(situation: NoticeSituation): Promise<string> {
  const {
    to,
    unit = null,
    role,
    template = 'received',
    copy = false,
    data = { number: NUMBER },
    source,
    about,
  } = situation;
  const [row] = await query<{ id: string }>(
    'admin',
    `insert into notice (jurisdiction, id, source, case_id, organization, unit, role, template, copy, data)
      select o.jurisdiction, $9, $6, $7, o.id, u.id, $3, $4, $5, $8
      from organization o left join unit u on u.organization = o.id and u.key = $2
      where o.key = $1 returning id`,
    [to, unit, role, template, copy, source ?? uuid(), about ?? null, JSON.stringify(data), uuid()],
  );
  if (row === undefined) throw new Error(`There is no organization ${to}.`);
  return row.id;
}

/** A case of the process `filing`, as far as notices know one. */
export async function aCase(owner: string): Promise<string> {
  const id = uuid();
  await query(
    'admin',
    `insert into process_case (jurisdiction, id, process, version, definition_hash, value, status, context, state, seq,
        owner_org, disclosed)
      select jurisdiction, $1, 'filing', 1, 'none', '"reviewing"', 'active', '{}', 'reviewing', 1, id, true
      from organization where key = $2`,
    [id, owner],
  );
  return id;
}

/** Dates of today for delegations and posts, in the city. */
const TODAY = `(wendai_now() at time zone 'Asia/Shanghai')::date`;

export async function lend(role: string, from: string, to: string): Promise<void> {
  await query(
    'admin',
    `insert into delegation (jurisdiction, id, organization, role, from_person, to_person, valid_from, valid_until, reason)
      select f.jurisdiction, gen_random_uuid(), f.organization, $1, f.id, t.id, ${TODAY}, ${TODAY}, '出差'
      from person f, person t where f.login = $2 and t.login = $3`,
    [role, from, to],
  );
}
