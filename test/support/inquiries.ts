import { randomUUID } from 'node:crypto';
import type { Answer, Body } from './client.js';
import { query } from './database.js';
import { expecting, type Filing, person } from './filings.js';

/** The inquiries that filings have opened, or somebody by hand, as the finance bureau lists them. */
export async function inquiriesAbout({ id }: Filing, login = 'finance.reviewer'): Promise<Body[]> {
  const { body } = expecting(200, await (await person(login)).get(`/inquiries?filing=${id}`));
  return body.items;
}

/** The one inquiry that a filing has opened. */
export async function inquiryAbout(filing: Filing): Promise<Body> {
  const [found, ...others] = await inquiriesAbout(filing);
  if (found === undefined || others.length > 0)
    throw new Error(`${String(others.length)} inquiries too many`);
  return found;
}

export async function act(id: string, login: string, type: string, payload: object = {}): Promise<Body> {
  return expecting(200, await attempt(id, login, type, payload)).body.inquiry;
}

/** An event on the present version, whatever comes of it. */
export async function attempt(
  id: string,
  login: string,
  type: string,
  payload: object = {},
): Promise<Answer> {
  const client = await person(login);
  const path = `/inquiries/${id}`;
  const ifMatch = (await client.get(path)).headers.get('etag') ?? '"1.0"';
  return client.send(path, type, payload, { ifMatch, idempotencyKey: randomUUID() });
}

/** Who was told what about an inquiry, in the order of time. */
export async function toldOf(id: string): Promise<string[]> {
  const rows = await query<{ told: string }>(
    'admin',
    `select n.template || ' → ' || o.key as told from notice n join organization o on o.id = n.organization
      where n.case_id = $1 order by n.id, o.key`,
    [id],
  );
  return [...new Set(rows.map(({ told }) => told))];
}
