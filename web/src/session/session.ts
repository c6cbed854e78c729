import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, Refused, type Schema } from '../api/client.js';
import { STORED_LANGUAGE } from '../language/use-words.js';

export type Session = Schema<'SessionDto'>;

export const SESSION_KEY = ['session'];

/**
 * That somebody has signed in with this browser and not out again. The session itself is out of reach of scripts; without this
 * note everybody's first page would begin with a question that is refused.
 */
const SIGNED_IN_BEFORE = 'wendai.signedIn';

/** Who is signed in; null for nobody. */
export async function presentSession(): Promise<Session | null> {
  if (localStorage.getItem(SIGNED_IN_BEFORE) === null) return null;
  try {
    return (await answered(api.GET('/api/v1/session'))).data;
  } catch (error) {
    if (!(error instanceof Refused && error.status === 401)) throw error;
    localStorage.removeItem(SIGNED_IN_BEFORE);
    return null;
  }
}

export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: presentSession, staleTime: 60_000 });
}

/** @throws {Refused} login-failed, second-factor-needed, too-many-requests */
export function useSignIn(): (proof: Schema<'LoginDto'>) => Promise<Session> {
  const queries = useQueryClient();
  return async (proof) => {
    const { data } = await answered(api.POST('/api/v1/session', { body: proof }));
    localStorage.setItem(SIGNED_IN_BEFORE, 'yes');
    queries.clear();
    queries.setQueryData(SESSION_KEY, data);
    return data;
  };
}

/** After a provider of identities has vouched for somebody, and the server has begun the session. */
export function useEntered(): () => void {
  const queries = useQueryClient();
  return () => {
    localStorage.setItem(SIGNED_IN_BEFORE, 'yes');
    queries.clear();
  };
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await answered(api.DELETE('/api/v1/session'));
    forgetPerson();
    queries.clear();
    queries.setQueryData(SESSION_KEY, null);
  };
}

/** 残留信息清除: whoever signs out leaves nothing to the next at this machine but the language. */
function forgetPerson(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('wendai.') && key !== STORED_LANGUAGE) localStorage.removeItem(key);
  }
  sessionStorage.clear();
}

/** Those who look after the system and its people, and have no part in any case. */
const ADMINISTRATORS: readonly string[] = ['system.admin', 'security.admin', 'audit.admin'];

/** Whether cases may come to somebody at all. */
export function worksOnCases({ roles, delegated }: Session): boolean {
  return [...roles, ...delegated.map(({ role }) => role)].some((role) => !ADMINISTRATORS.includes(role));
}

/** Those who see the whole city and every lender of a firm. */
const WATCHERS: readonly string[] = ['finance', 'industry', 'regulator', 'pboc'];

/** Whether somebody weighs a report against everything else that is known of its firm. */
export function watchesFirms({ organizationKind }: Session): boolean {
  return WATCHERS.includes(organizationKind ?? '');
}

export function isBank({ organizationKind }: Session): boolean {
  return organizationKind === 'bank';
}

export function hasRole({ roles, delegated }: Session, ...wanted: string[]): boolean {
  return [...roles, ...delegated.map(({ role }) => role)].some((role) => wanted.includes(role));
}
