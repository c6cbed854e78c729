import { useLocation, useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { pageOf } from './case-api.js';

declare module '@tanstack/history' {
  interface HistoryState {
    /** The page was opened from the worklist: whoever works it off goes on to the next. */
    fromWorklist?: boolean;
  }
}

/** What a link of the worklist says to the page that it opens. */
export const FROM_WORKLIST = { fromWorklist: true } as const;
const ENOUGH = 20;

/** After something was done: when the case waits for its reader no more, the one that waits with the least time left. */
export function useNextCase(id: string): () => Promise<void> {
  const words = useWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const isWorkedOff = useLocation({ select: ({ state }) => state.fromWorklist === true });
  return async () => {
    if (!isWorkedOff) return;
    const query = { tab: 'todo', limit: ENOUGH } as const;
    // What was done is done: a line that fails here keeps somebody at the case, and no more.
    const items = await answered(api.GET('/api/v1/worklist', { params: { query } })).then(
      ({ data }) => data.items,
      () => [],
    );
    const [next] = items;
    if (next === undefined || items.some((item) => item.id === id)) return;
    message.info(words.act.next);
    await navigate({ to: pageOf(next.process, next.id), state: FROM_WORKLIST });
  };
}
