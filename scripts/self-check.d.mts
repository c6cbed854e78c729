export interface SelfCheckRow {
  number: number;
  what: string;
  source: string;
  state: string;
  tests: string[];
  gap?: string;
}
export const DATA: string;
export const PAGE: string;
export function pageOf(rows: readonly SelfCheckRow[]): string;
