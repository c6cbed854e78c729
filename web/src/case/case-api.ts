import { useQuery } from '@tanstack/react-query';
import { answered, api, newKey, type Schema } from '../api/client.js';

/** The first part of the addresses of each process, in the API and in the console alike. */
export const CASE_PATHS = {
  filing: 'filings',
  coordination: 'coordinations',
  support: 'supports',
  committee: 'committees',
  resolution: 'resolutions',
  inquiry: 'inquiries',
} as const;
export type CasePath = (typeof CASE_PATHS)[keyof typeof CASE_PATHS];

/** One case of a process, by its address; or the part of another process in it that is its reader's own. */
export interface CaseAddress {
  path: CasePath;
  id: string;
  part?: 'coordination';
}

/** The address of a case in the console. */
export function pageOf(process: string, id: string): string {
  const path = (CASE_PATHS as Record<string, CasePath>)[process];
  return path === undefined ? '/inbox' : `/${path}/${id}`;
}

interface Read<Page> {
  data: Page;
  version: string;
}

/** What every process answers alike is asked alike: the addresses differ in their first part alone. */
type LikeFilings = '/api/v1/filings/{id}';

function addressOf({ path, part }: CaseAddress, rest = ''): LikeFilings {
  return `/api/v1/${path}/{id}${part === undefined ? '' : `/${part}`}${rest}` as LikeFilings;
}

/** The process whose events are sent there. */
export function processOf({ path, part }: CaseAddress): string {
  return part ?? Object.entries(CASE_PATHS).find(([, each]) => each === path)?.[0] ?? '';
}

/** Under which name the forms of its events are kept. */
export function formsOf({ path, part }: CaseAddress): string {
  return part === undefined ? path : `${path}/${part}`;
}

export function useCase<Page>(address: CaseAddress) {
  const { id } = address;
  return useQuery({
    queryKey: ['case', id, formsOf(address)],
    queryFn: async () =>
      (await answered(api.GET(addressOf(address), { params: { path: { id } } }))) as unknown as Read<Page>,
  });
}

/**
 * What lies beside a case, such as the claims of a committee. `every` is for what others do without this reader being told of
 * each step: it is asked for again after so many milliseconds, while the page is looked at.
 */
export function usePart<Part>(address: CaseAddress, part: string, { every }: { every?: number } = {}) {
  const { id } = address;
  return useQuery({
    queryKey: ['case', id, formsOf(address), part],
    ...(every === undefined ? {} : { refetchInterval: every }),
    queryFn: async () =>
      (await answered(api.GET(addressOf(address, `/${part}`), { params: { path: { id } } })))
        .data as unknown as Part,
  });
}

export type Action = Schema<'CaseActions'>['actions'][number];

export function useActions(address: CaseAddress) {
  return usePart<{ actions: Action[] }>(address, 'actions');
}

export function useExplanation(address: CaseAddress) {
  return usePart<Schema<'Explanation'> | Schema<'CaseExplanation'>>(address, 'explain');
}

export function useHistory(address: CaseAddress) {
  return usePart<Schema<'History'>>(address, 'history');
}

/** @throws {Refused | Unreachable} */
export async function sendEvent(
  address: CaseAddress,
  event: { type: string } & Record<string, unknown>,
  { version, key = newKey() }: { version: string; key?: string },
): Promise<void> {
  const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': key };
  const path = addressOf(address, '/events') as '/api/v1/filings/{id}/events';
  // The form is made of the very schema that the server checks.
  await answered(api.POST(path, { params: { path: { id: address.id }, header }, body: event as never }));
}
