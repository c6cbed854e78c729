import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { Whole, YesNo } from './fields.js';

export const PAGE_SIZE = 20;
const LARGEST_PAGE = 100;
/** Lists count no further: "1000+" tells a reader as much, and costs the same at any size. */
const COUNTED_AT_MOST = 1_000;

/** The SQL limit of a count, one past what is told. */
export const COUNT_LIMIT = COUNTED_AT_MOST + 1;

/** `?limit=` of a list. */
export function PageSize(): PropertyDecorator {
  return applyDecorators(
    Type(() => Number),
    Whole({ least: 1, most: LARGEST_PAGE }, { optional: true, description: `默认 ${String(PAGE_SIZE)}` }),
  );
}

export class TotalDto {
  @Whole({ least: 0, most: COUNTED_AT_MOST }, { checked: false })
  value: number;

  @YesNo({ checked: false, description: '为 false 时表示不少于 value' })
  exact: boolean;
}

export function totalOf(counted: number): TotalDto {
  return { value: Math.min(counted, COUNTED_AT_MOST), exact: counted <= COUNTED_AT_MOST };
}

/** A page out of one row more than it holds, which tells whether there is a next one. */
export function pageOf<Item extends { id: string }>(
  rows: readonly Item[],
  limit: number,
): { items: Item[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
