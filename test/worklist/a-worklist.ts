import type { Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

/** A line of a worklist, as the server gives it. */
export type Item = Body;

export interface Worklist {
  items: Item[];
  nextCursor: string | null;
  counts: Body;
  total: Body;
}

export async function listOf(login: string, question = ''): Promise<Worklist> {
  const client = await person(login);
  return expecting(200, await client.get(`/worklist${question}`)).body;
}

export async function itemsOf(login: string, question = '?limit=100'): Promise<Item[]> {
  return (await listOf(login, question)).items;
}

export async function refusalOf(login: string, question: string): Promise<Body> {
  const client = await person(login);
  return expecting(400, await client.get(`/worklist${question}`)).body;
}
