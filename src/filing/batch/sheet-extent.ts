/** By row and column, from 0; what is not there is empty. Numbers and days are texts by now. */
export type Grid = string[][];

/** The most rows of a sheet below its headings. */
export const MAX_ROWS = 500;

/** As much of a sheet as is read. Rows that were left empty count too. */
export const EXTENT = { rows: 1 + MAX_ROWS, columns: 100 } as const;
