import type { Content } from './draft-content.js';

/** What a person has typed and the server has not: kept in this browser until it has. Nobody else's is ever read. */
export interface UnsavedNote {
  read(): Content | undefined;
  write(content: Content): void;
  forget(): void;
}

export function unsavedNote(person: string, draft: string | undefined): UnsavedNote {
  const key = `wendai.unsaved.${person}.${draft ?? 'new'}`;
  return {
    read() {
      const kept = localStorage.getItem(key);
      return kept === null ? undefined : (JSON.parse(kept) as Content);
    },
    write(content) {
      try {
        localStorage.setItem(key, JSON.stringify(content));
      } catch {
        // A browser that is full keeps it in the page alone, as long as that is open.
      }
    },
    forget: () => localStorage.removeItem(key),
  };
}
