import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, Refused, type Schema } from '../api/client.js';

export type Session = Schema<'SessionDto'>;

const KEY = ['session'];

/** Who is signed in; null for nobody. */
export async function presentSession(): Promise<Session | null> {
  try {
    return (await answered(api.GET('/api/v1/session'))).data;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  return useQuery({ queryKey: KEY, queryFn: presentSession, staleTime: 60_000 });
}

/** @throws {Refused} login-failed */
export function useSignIn(): (login: string, password: string) => Promise<Session> {
  const queries = useQueryClient();
  return async (login, password) => {
    const { data } = await answered(api.POST('/api/v1/session', { body: { login, password } }));
    queries.clear();
    queries.setQueryData(KEY, data);
    return data;
  };
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await answered(api.DELETE('/api/v1/session'));
    queries.clear();
    queries.setQueryData(KEY, null);
  };
}

export function isBank({ organizationKind }: Session): boolean {
  return organizationKind === 'bank';
}

export function hasRole({ roles, delegated }: Session, ...wanted: string[]): boolean {
  return [...roles, ...delegated.map(({ role }) => role)].some((role) => wanted.includes(role));
}
