import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Server-sent ids and versions: what changed is read again, so that nobody decides on what is gone. */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/v1/events/stream');
    const changed = (message: MessageEvent<string>) => {
      const { case: id } = JSON.parse(message.data) as { case?: string };
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      if (id !== undefined) void queries.invalidateQueries({ queryKey: ['case', id] });
    };
    source.addEventListener('message', changed);
    source.addEventListener('case', changed);
    return () => source.close();
  }, [queries]);
}
