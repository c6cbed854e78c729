import { createHash, randomUUID } from 'node:crypto';
import type { Answer, Body } from './client.js';
import { anActiveCommittee, type Committee, delegateOf, idOf } from './committees.js';
import { expecting, person } from './filings.js';

/** One resolution of a test, by its address. */
export interface Resolution {
  id: string;
  path: string;
  committee: Committee;
}

export const PAPER = createHash('sha256').update('盖章表决票').digest('hex');
/** Claims of 8, 6, 4, 2 and 1 million: the first bank chairs. */
export const FIVE = ['jinli', 'citong', 'haisi', 'anping', 'quanshan'];

interface Item {
  subject?: Record<string, unknown>;
  /** Organization key of the member that asks; the chair when left out. */
  by?: string;
}

export const STANDSTILL = { type: 'standstill', days: 90 };
export const ORDINARY = { type: 'ordinary' };

export async function aCommittee(today: string, banks: readonly string[] = FIVE): Promise<Committee> {
  return anActiveCommittee(today, { banks });
}

/** Drafted by a member of the committee. */
export async function aDraftedItem(
  committee: Committee,
  { subject = STANDSTILL, by = 'jinli' }: Item = {},
): Promise<Resolution> {
  const { body } = expecting(201, await draft(committee, delegateOf(by), subject));
  return { id: body.id, path: `/resolutions/${body.id}`, committee };
}

export async function draft(
  committee: Committee,
  login: string,
  subject: Record<string, unknown>,
): Promise<Answer> {
  const client = await person(login);
  return client.post(`${committee.path}/resolutions`, {
    subject,
    title: '关于本企业的议题',
    text: '请成员单位表决。',
  });
}

export async function aNoticedItem(committee: Committee, item: Item = {}): Promise<Resolution> {
  const resolution = await aDraftedItem(committee, item);
  await act(resolution, 'jinli.delegate', 'NOTICE');
  return resolution;
}

export interface Said {
  choice?: string;
  reason?: string;
  /** Organization key of the member in whose stead. */
  member?: string;
  sealedPaper?: string;
}

/** A ballot of a bank's delegate, with its sealed paper. */
export async function vote(resolution: Resolution, bank: string, said: Said = {}): Promise<Body> {
  return expecting(200, await tryToVote(resolution, bank, { sealedPaper: PAPER, ...said })).body;
}

/** The same, whatever comes of it, and without a paper unless one is given. */
export async function tryToVote(
  { path }: Resolution,
  bank: string,
  { member, choice = 'for', ...said }: Said = {},
): Promise<Answer> {
  const client = await person(delegateOf(bank));
  return client.put(`${path}/ballots/mine`, {
    choice,
    ...said,
    ...(member === undefined ? {} : { member: await idOf(member) }),
  });
}

export async function act(
  resolution: Resolution,
  login: string,
  type: string,
  payload: object = {},
): Promise<Body> {
  return expecting(200, await attempt(resolution, login, type, payload)).body;
}

/** An event on the present version, whatever comes of it. */
export async function attempt(
  { path }: Resolution,
  login: string,
  type: string,
  payload: object = {},
): Promise<Answer> {
  const client = await person(login);
  const seenNow = await client.get(path);
  const ifMatch = seenNow.headers.get('etag') ?? '"1.0"';
  return client.send(path, type, payload, { ifMatch, idempotencyKey: randomUUID() });
}

export async function seen({ path }: Resolution, login = 'jinli.delegate'): Promise<Body> {
  return expecting(200, await (await person(login)).get(path)).body;
}

export async function countOf({ path }: Resolution, login = 'jinli.delegate'): Promise<Body> {
  return expecting(200, await (await person(login)).get(`${path}/count`)).body;
}

/** What a ballot was committed to, made again by somebody who has only read how. */
export function commitmentOf({
  salt,
  choice,
  reason,
}: {
  salt: string;
  choice: string;
  reason: string;
}): string {
  return createHash('sha256')
    .update(JSON.stringify([salt, choice, reason]))
    .digest('hex');
}
