import { randomUUID } from 'node:crypto';
import type { Answer, Body } from '../support/client.js';
import { aCreditCode } from '../support/credit-code.js';
import {
  act,
  aReportUnderReview,
  attempt,
  type Content,
  expecting,
  type Filing,
  opine,
  person,
} from '../support/filings.js';

/** A firm's coordination, as offices find it. */
export interface Coordination {
  id: string;
  path: string;
  filings: Filing[];
}

/** A report whose leader intervenes: it is in the coordination of its firm. */
export async function anIntervention({
  bank = 'jinli',
  creditCode = aCreditCode(),
  content = {},
}: {
  bank?: string;
  creditCode?: string;
  content?: Content;
} = {}): Promise<Filing> {
  const filing = await aReportUnderReview({ bank, content: { firm: { creditCode }, ...content } });
  await opineAndSign(filing, 'finance', 'noObjection');
  await opineAndSign(filing, 'industry', 'coordinate');
  await act(filing, 'finance.leader', 'INTERVENE', { reason: '企业经营正常，宜协调。' });
  return filing;
}

/** A second report on a firm runs in the focus lane, where the office's leader signs. */
export async function opineAndSign(
  filing: Filing,
  office: 'finance' | 'industry',
  position: string,
): Promise<void> {
  await opine(filing, office, position);
  await attempt(filing, `${office}.leader`, 'SIGN_OPINION');
}

/** One coordination with a filing of each of these banks, handed to a finance reviewer. */
export async function aCoordination(
  banks: readonly string[] = ['jinli'],
  content: Content = {},
): Promise<Coordination> {
  const creditCode = aCreditCode();
  const filings: Filing[] = [];
  for (const bank of banks) filings.push(await anIntervention({ bank, creditCode, content }));
  const coordination = { ...(await coordinationOf(creditCode)), filings };
  await coordinate(coordination, 'finance.leader', 'ASSIGN', {
    official: await personId('finance.reviewer'),
    posts: ['finance.reviewer'],
  });
  return coordination;
}

/** The newest coordination of a firm. */
export async function coordinationOf(creditCode: string): Promise<{ id: string; path: string }> {
  const leader = await person('finance.leader');
  const { body } = expecting(200, await leader.get(`/coordinations?creditCode=${creditCode}`));
  const { id } = body.items[0];
  return { id, path: `/coordinations/${id}` };
}

export async function coordinate(
  coordination: Pick<Coordination, 'path'>,
  login: string,
  type: string,
  payload: object = {},
): Promise<Body> {
  return expecting(200, await tryTo(coordination, login, type, payload)).body;
}

/** The same, whatever comes of it. */
export async function tryTo(
  { path }: Pick<Coordination, 'path'>,
  login: string,
  type: string,
  payload: object = {},
): Promise<Answer> {
  const client = await person(login);
  const seen = await client.get(path);
  const ifMatch = seen.headers.get('etag') ?? '"1.0"';
  return client.send(path, type, payload, { ifMatch, idempotencyKey: randomUUID() });
}

/** Maker and checker of the filing's bank give its word. */
export async function confirm(filing: Filing, agreement: object): Promise<void> {
  const part = { path: `${filing.path}/coordination` };
  await coordinate(part, `${filing.bank}.maker`, 'PREPARE_OUTCOME', agreement);
  await coordinate(part, `${filing.bank}.checker`, 'CONFIRM_OUTCOME', agreement);
}

export async function seen({ path }: { path: string }, login: string): Promise<Body> {
  return expecting(200, await (await person(login)).get(path)).body;
}

const organizations = new Map<string, string>();

export async function organizationId(key: string): Promise<string> {
  if (organizations.size === 0) {
    const { body } = expecting(200, await (await person('finance.leader')).get('/organizations'));
    for (const organization of body.items ?? body) organizations.set(organization.key, organization.id);
  }
  const id = organizations.get(key);
  if (id === undefined) throw new Error(`There is no organization ${key}.`);
  return id;
}

export async function personId(login: string): Promise<string> {
  const { body } = expecting(200, await (await person(login)).get('/session'));
  return body.person;
}
