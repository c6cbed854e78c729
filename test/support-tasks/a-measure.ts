import { randomUUID } from 'node:crypto';
import { type Coordination, coordinate, organizationId, seen } from '../coordination/a-coordination.js';
import type { Answer, Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

/** One measure of support, by its address. */
export interface Measure {
  id: string;
  path: string;
}

/** A bridge fund that the responsible official adds to a coordination: due on the 24th of June, with the fund. */
export async function aMeasureOf(coordination: Coordination, change: object = {}): Promise<Measure> {
  await coordinate(coordination, 'finance.reviewer', 'ADD_SUPPORT', await aBridgeFund(change));
  const { items } = await seen({ path: `/supports?parent=${coordination.id}` }, 'finance.leader');
  return measureAt(items[0].id);
}

export async function aBridgeFund(change: object = {}): Promise<Record<string, unknown>> {
  return {
    measure: 'bridgeFund',
    owner: { organization: await organizationId('zhouzhuan'), role: 'helper.officer' },
    dueOn: '2026-06-24',
    input: { bank: await organizationId('jinli'), amount: '700000.00', neededOn: '2026-06-20' },
    ...change,
  };
}

/** A measure for a firm, proposed by somebody's hand. */
export async function propose(login: string, body: object, idempotencyKey = randomUUID()): Promise<Answer> {
  return (await person(login)).post('/supports', body, { idempotencyKey });
}

export function measureAt(id: string): Measure {
  return { id, path: `/supports/${id}` };
}

export async function act(
  measure: Measure,
  login: string,
  type: string,
  payload: object = {},
): Promise<Body> {
  return expecting(200, await attempt(measure, login, type, payload)).body;
}

/** The same, whatever comes of it. */
export async function attempt(
  { path }: Measure,
  login: string,
  type: string,
  payload: object = {},
): Promise<Answer> {
  const client = await person(login);
  const page = await client.get(path);
  const ifMatch = page.headers.get('etag') ?? '"1.0"';
  return client.send(path, type, payload, { ifMatch, idempotencyKey: randomUUID() });
}

/** What a post was told of a case, the latest first. */
export async function toldOf({ id }: { id: string }, login: string): Promise<string[]> {
  const { items } = await seen({ path: '/inbox?limit=100' }, login);
  return items
    .filter((notice: { case: { id: string } | null }) => notice.case?.id === id)
    .map(({ template, copy }: { template: string; copy: boolean }) => (copy ? `(${template})` : template));
}
