import { createContext, useContext } from 'react';
import { en } from './en.js';
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

export function useWords(): Words {
  return useContext(LanguageContext).language === 'en' ? en : zh;
}
