import { useQueries } from '@tanstack/react-query';
import { useContext } from 'react';
import { answered, api } from '../api/client.js';
import { CASE_PATHS } from '../case/case-api.js';
import { LanguageContext, useWords } from '../language/use-words.js';

type Process = keyof typeof CASE_PATHS;

const PROCESSES = Object.keys(CASE_PATHS) as Process[];

/** What an entry of the log is called: an event of its process, or one of the system's own. */
export function useEventNames(): (type: string, process: string | null) => string {
  const words = useWords();
  const { language } = useContext(LanguageContext);
  const types: Readonly<Record<string, string>> = words.audit.types;
  const known = useQueries({
    queries: PROCESSES.map((name) => ({
      queryKey: ['processes', name, 'events', language],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => {
        const path = { name, version: '1' };
        const { data } = await answered(
          api.GET('/api/v1/processes/{name}/{version}/diagram', { params: { path, query: { language } } }),
        );
        return new Map(data.events.map(({ code, label }) => [code, label]));
      },
    })),
  });
  return (type, process) => {
    const names: readonly (string | null)[] = PROCESSES;
    return known[names.indexOf(process)]?.data?.get(type) ?? types[type] ?? type;
  };
}
