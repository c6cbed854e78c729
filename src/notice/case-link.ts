import type { ProcessName } from '../../workflows/process.js';

const FOLDERS: Readonly<Record<ProcessName, string>> = {
  filing: 'filings',
  coordination: 'coordinations',
  support: 'supports',
  committee: 'committees',
  resolution: 'resolutions',
  inquiry: 'inquiries',
};

export interface NoticedCase {
  process: ProcessName;
  id: string;
}

/**
 * The page of the console about a case; the inbox when the case is gone, such as a discarded draft. Never an address of
 * the API: the session cookie is `SameSite=Strict`, so a link out of a mail reaches the console first.
 */
export function consolePath(about: NoticedCase | null): string {
  return about === null ? '/inbox' : `/${FOLDERS[about.process]}/${about.id}`;
}
