import type { Answer, Body } from '../../support/client.js';
import { query } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';

export const TODAY = '2026-06-10';

export async function organizationOf(key: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from organization where key = $1', [key]);
  if (row === undefined) throw new Error(`There is no ${key}.`);
  return row.id;
}

export async function postOf(login: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    'admin',
    'select t.id from post t join person p on p.id = t.person where p.login = $1 order by t.valid_from desc limit 1',
    [login],
  );
  if (row === undefined) throw new Error(`${login} has no post.`);
  return row.id;
}

/** Proposes, whatever comes of it. */
export async function propose(login: string, said: Body): Promise<Answer> {
  return (await person(login)).post('/grants', { reason: '新到岗', ...said });
}

/** A newcomer's post, proposed by the security administrator. */
export async function aNewcomer(organization: string, role: string, said: Body = {}): Promise<Answer> {
  const { newPerson, ...rest } = said;
  return propose('security.admin', {
    newPerson: { name: '吴雅婷', organization: await organizationOf(organization), ...newPerson },
    role,
    validFrom: TODAY,
    ...rest,
  });
}

export async function execute(login: string, grant: string): Promise<Answer> {
  return (await person(login)).post(`/grants/${grant}/execute`);
}

/** Proposed and executed; gives the execution. */
export async function granted(proposed: Answer, by = 'system.admin'): Promise<Body> {
  return expecting(200, await execute(by, expecting(201, proposed).body.id)).body;
}
