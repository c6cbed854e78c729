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

/** One case of a process, by its address. */
export interface CaseAddress {
  path: CasePath;
  id: string;
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

function addressOf(path: CasePath, rest = ''): LikeFilings {
  return `/api/v1/${path}/{id}${rest}` as LikeFilings;
}

export function useCase<Page>({ path, id }: CaseAddress) {
  return useQuery({
    queryKey: ['case', id, path],
    queryFn: () =>
      answered(api.GET(addressOf(path), { params: { path: { id } } })) as Promise<Read<unknown>> as Promise<
        Read<Page>
      >,
  });
}

/** A part of a case beside it, such as the claims of a committee. */
export function usePart<Part>({ path, id }: CaseAddress, part: string) {
  return useQuery({
    queryKey: ['case', id, part],
    queryFn: async () =>
      (await answered(api.GET(addressOf(path, `/${part}`), { params: { path: { id } } })))
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
  { path, id }: CaseAddress,
  event: { type: string } & Record<string, unknown>,
  { version, key = newKey() }: { version: string; key?: string },
): Promise<void> {
  const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': key };
  const address = `/api/v1/${path}/{id}/events` as '/api/v1/filings/{id}/events';
  // The form is made of the very schema that the server checks.
  await answered(api.POST(address, { params: { path: { id }, header }, body: event as never }));
}
