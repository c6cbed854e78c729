import { randomUUID } from 'node:crypto';
import { type Answer, as, type Body, type Client } from './client.js';
import { aCreditCode } from './credit-code.js';

/** One filing of a test, by its address. */
export interface Filing {
  id: string;
  path: string;
  creditCode: string;
  bank: string;
}

/** What a bank writes; anything left out is valid and ordinary. */
export type Content = Record<string, unknown>;

export interface Situation {
  /** Organization key of the filing bank. */
  bank?: string;
  /** Content that the test is about. */
  content?: Content;
}

const people = new Map<string, Promise<Client>>();

/** Signed in once a file. */
export function person(login: string): Promise<Client> {
  let known = people.get(login);
  if (known === undefined) {
    known = as(login);
    people.set(login, known);
  }
  return known;
}

const SUBTYPES: Record<string, string> = {
  withdraw: 'fullRecall',
  squeeze: 'limitCut',
  suspend: 'nonRenewal',
};

/** A report that says all it has to and fits together: a squeeze of 700,000 on a firm of its own, planned far ahead. */
export function aReport(said: Content = {}): Content {
  const { firm, ...content } = said;
  const kind = typeof content['kind'] === 'string' ? content['kind'] : 'squeeze';
  const amount = typeof content['amount'] === 'string' ? content['amount'] : '700000.00';
  return {
    firm: {
      creditCode: aCreditCode(),
      name: '晋江市某鞋业有限公司',
      county: 'jinjiang',
      ...(firm as object | undefined),
    },
    kind,
    subtype: SUBTYPES[kind],
    before: { limit: amount, balance: amount },
    after: { limit: '0.00', balance: '0.00' },
    amount,
    plannedDate: '2026-08-03',
    loans: [{ contractNo: '流借字2025-001号', amount }],
    ground: { code: 'headOfficeLimit', facts: '总行压降制鞋行业限额。', contractClause: '第八条第二款' },
    fiveNos: { hasMarket: 'yes', operatesNormally: 'yes', shortForNow: 'no' },
    renewal: { considered: true, result: 'lower' },
    ...(kind === 'withdraw' && Number(amount) < 5_000_000 ? { relationContinues: false } : {}),
    ...content,
  };
}

/** A draft that could be sent as it stands. */
export async function aDraft({ bank = 'jinli', content = {} }: Situation = {}): Promise<Filing> {
  const maker = await person(`${bank}.maker`);
  const report = aReport(content);
  const { body } = expecting(201, await maker.post('/filings', report));
  const { creditCode } = report['firm'] as { creditCode: string };
  return { id: body.id, path: `/filings/${body.id}`, creditCode, bank };
}

/** A draft that waits for the checker. */
export async function aDraftToCheck(situation: Situation = {}): Promise<Filing> {
  const filing = await aDraft(situation);
  await act(filing, `${filing.bank}.maker`, 'SEND_TO_CHECK');
  return filing;
}

/** A report that has its receipt: 700,000 squeezed on the third of August, unless told otherwise. */
export async function aFiledReport(situation: Situation = {}): Promise<Filing> {
  const filing = await aDraftToCheck(situation);
  await act(filing, `${filing.bank}.checker`, 'FILE');
  return filing;
}

/** Both bureaus have it to review. */
export async function aReportUnderReview(situation: Situation = {}): Promise<Filing> {
  const filing = await aFiledReport(situation);
  await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
  return filing;
}

/** In the focus lane: its offices' leaders sign. */
export function aLargeReport(content: Content = {}): Situation {
  return { content: { amount: '3600000.00', ...content } };
}

/** Both offices have no objection: the bank is free from its date on. */
export async function aClearedReport(situation: Situation = {}): Promise<Filing> {
  const filing = await aReportUnderReview(situation);
  await opine(filing, 'finance', 'noObjection');
  await opine(filing, 'industry', 'noObjection');
  return filing;
}

/** The reviewer's opinion stands for the office in the routine lane. */
export function opine(filing: Filing, office: 'finance' | 'industry', position: string): Promise<Body> {
  return act(filing, `${office}.reviewer`, 'OPINE', { position, text: '已了解企业情况。' });
}

/** Somebody does something with a filing, on its present version, and it is taken. */
export async function act(filing: Filing, login: string, type: string, payload: object = {}): Promise<Body> {
  return expecting(200, await attempt(filing, login, type, payload)).body;
}

/** The same, whatever comes of it. */
export async function attempt(
  { path }: Filing,
  login: string,
  type: string,
  payload: object = {},
): Promise<Answer> {
  const client = await person(login);
  const seen = await client.get(path);
  const ifMatch = seen.headers.get('etag') ?? '"1.0"';
  return client.send(path, type, payload, { ifMatch, idempotencyKey: randomUUID() });
}

/** A filing as somebody sees it. */
export async function seenBy({ path }: Filing, login: string): Promise<Body> {
  return expecting(200, await (await person(login)).get(path)).body;
}

/** Changes the open draft or revision of a filing. */
export async function change(
  filing: Filing,
  content: Content,
  login = `${filing.bank}.maker`,
): Promise<Body> {
  const client = await person(login);
  await client.get(filing.path);
  return expecting(200, await client.patch(filing.path, content)).body;
}

export function expecting(status: number, answer: Answer): Answer {
  if (answer.status === status) return answer;
  throw new Error(`expected ${String(status)}, got ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
}
