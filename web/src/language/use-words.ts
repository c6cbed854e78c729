import { createContext, useContext } from 'react';
import { type Words, zh } from './zh.js';

export type Language = 'zh' | 'en';

export const STORED_LANGUAGE = 'wendai.language';

export const LanguageContext = createContext<{ language: Language; change(): void }>({
  language: 'zh',
  change: () => undefined,
});

export function storedLanguage(): Language {
  return localStorage.getItem(STORED_LANGUAGE) === 'en' ? 'en' : 'zh';
}

export function store(language: Language): void {
  localStorage.setItem(STORED_LANGUAGE, language);
}

let english: Words | undefined;

/** English is fetched when somebody wants it: most never do, and need not wait for it. */
export async function bring(language: Language): Promise<void> {
  if (language === 'en') english ??= (await import('./en.js')).en;
}

export function useWords(): Words {
  return useContext(LanguageContext).language === 'en' ? (english ?? zh) : zh;
}
