import { randomUUID } from 'node:crypto';
import { aKey, CHEN } from '../access/key/bank-system.js';
import { inParallel } from '../support/at-once.js';
import { type Call, Caller, type Reply } from './caller.js';
import type { Operation } from './operations.js';
import { type Probe, probeOf } from './probes.js';
import { ACCOUNT_RIGHTS, OFFICE_RIGHTS, OPERATION_RIGHTS } from './rights-beside-cases.js';
import { POST_RIGHTS, SYSTEM_RIGHTS } from './rights-in-administration.js';
import {
  COORDINATION_RIGHTS,
  FILING_RIGHTS,
  FIRM_RIGHTS,
  INQUIRY_RIGHTS,
  SUPPORT_RIGHTS,
} from './rights-in-cases.js';
import { COMMITTEE_RIGHTS, RESOLUTION_RIGHTS } from './rights-in-committees.js';
import { DUTY_OF, expectedOf, type Holding, LOGIN_OF, type Rights, type Things } from './who.js';

const AT_ONCE = 6;

/** Every operation, written by hand. */
export const RIGHTS: Rights = {
  ...FILING_RIGHTS,
  ...COORDINATION_RIGHTS,
  ...SUPPORT_RIGHTS,
  ...INQUIRY_RIGHTS,
  ...FIRM_RIGHTS,
  ...COMMITTEE_RIGHTS,
  ...RESOLUTION_RIGHTS,
  ...SYSTEM_RIGHTS,
  ...POST_RIGHTS,
  ...ACCOUNT_RIGHTS,
  ...OPERATION_RIGHTS,
  ...OFFICE_RIGHTS,
};

/** One field of the matrix: somebody asks for something of somebody. */
export interface Field {
  operation: Operation;
  holding: Holding;
  who: string;
  expected: number;
}

export function fieldsOf(operation: Operation): Field[] {
  return Object.entries(RIGHTS[operation.name] ?? {}).flatMap(([holding, cell]) =>
    Object.entries(expectedOf(cell)).map(([who, expected]) => ({
      operation,
      holding: holding as Holding,
      who,
      expected,
    })),
  );
}

type Asked = Pick<Field, 'holding' | 'who'>;

export type Callers = Readonly<Record<string, Caller>>;

export async function everyCaller(): Promise<Callers> {
  const entries: [string, Caller][] = [];
  for (const [who, login] of Object.entries(LOGIN_OF)) entries.push([who, await Caller.of(login)]);
  for (const [who, duty] of Object.entries(DUTY_OF)) {
    entries.push([who, Caller.withKey((await aKey('jinli', duty)).secret)]);
  }
  return Object.fromEntries(entries);
}

/** Asks what the field says, or with another body, and gives what came back. */
export async function ask(
  { operation, holding, who }: Omit<Field, 'expected'>,
  callers: Callers,
  things: Things,
  probe = probeOf(operation),
): Promise<Reply> {
  const login = LOGIN_OF[who] ?? '';
  const { inOwnSession = false } = probe;
  const known = callers[who];
  const caller = inOwnSession && login !== '' ? await Caller.of(login, known?.server) : known;
  if (caller === undefined) throw new Error(`Nobody asks as ${who}.`);
  return caller.ask(callTo(operation, things, { holding, who }, probe));
}

export async function askAll(fields: readonly Field[], callers: Callers, things: Things): Promise<Reply[]> {
  return inParallel(fields, AT_ONCE, (field) => ask(field, callers, things));
}

function callTo(operation: Operation, things: Things, asked: Asked, { body, headers = {} }: Probe): Call {
  const sent = asked.who in DUTY_OF ? withStaff(operation, body) : body;
  const isBytes = sent instanceof Uint8Array;
  const keyed = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
  return {
    method: operation.method,
    path: addressOf(operation, things, asked),
    ...(sent === undefined ? {} : { body: isBytes ? sent : JSON.stringify(sent) }),
    headers: {
      ...(sent === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
      ...(keyed ? { 'idempotency-key': randomUUID() } : {}),
      ...headers,
    },
  };
}

/** A bank's system names who is behind what it writes. */
function withStaff({ method, name }: Operation, body: Probe['body']): Probe['body'] {
  const nobodyBehind = method === 'GET' || name === 'POST /filings/assess' || body instanceof Uint8Array;
  return nobodyBehind ? body : { ...body, onBehalfOf: CHEN };
}

function addressOf({ path, parameters }: Operation, things: Things, { holding, who }: Asked): string {
  const first = path.includes('/attachments/') ? 'attachments' : path.split('/')[1];
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const thing = things[`${String(first)} ${name}`]?.(holding, LOGIN_OF[who] ?? '');
    if (thing === undefined) throw new Error(`${path}: there is no ${holding} ${name}.`);
    return thing;
  });
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map(({ name }) => `${name}=${encodeURIComponent(QUERIES[`${path} ${name}`] ?? QUERIES[name] ?? '')}`);
  return query.length === 0 ? address : `${address}?${query.join('&')}`;
}

const QUERIES: Readonly<Record<string, string>> = {
  q: '晋江市',
  from: '2026-06-10',
  workingDays: '5',
  '/audit/consistency from': '1',
};
