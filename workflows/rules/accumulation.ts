import { type CivilDay, dayNumber } from '../calendar/civil-day.js';
import { type Fen, fenOf } from './fen.js';
import type { ActKind, ActStatus } from './filing-codes.js';
import { type ActFamily, familiesOf } from './reporting-threshold.js';

/** How the system came to know of an act, the strongest first. */
export const PIECE_SOURCES = ['filing', 'recorded', 'declared'] as const;
export type PieceSource = (typeof PIECE_SOURCES)[number];

/** One act of the same bank on the same firm. Branches of one bank are one bank (两家分支机构视为一家). */
export interface Piece {
  source: PieceSource;
  kind: ActKind;
  relationContinues: boolean | null;
  /** Yuan. */
  amount: string;
  /** Its execution date, else its planned date. */
  on: CivilDay;
  status: ActStatus;
  branch?: string | null;
  /** Number of the filing that reported it. */
  filing?: string | null;
}

/** The sum that decides, and the other pieces that make it. */
export interface Accumulation {
  sum: Fen;
  others: Piece[];
}

/**
 * 累计口径, against 化整为零: the largest sum of one family over any window of `windowDays` calendar days that holds the act.
 * 民法典 1259: 以内 includes, so acts exactly `windowDays` apart lie in one window.
 */
export function largestSum(
  family: ActFamily,
  act: { amount: string; on: CivilDay },
  pieces: readonly Piece[],
  windowDays: number,
): Accumulation {
  const placeOfAct = dayNumber(act.on);
  const near = pieces
    .filter((piece) => familiesOf(piece).includes(family))
    .map((piece) => ({ piece, place: dayNumber(piece.on) }))
    .filter(({ place }) => Math.abs(place - placeOfAct) <= windowDays);
  // The largest window may be taken to begin with one of its acts, at the latest with this one.
  const starts = [placeOfAct, ...near.map(({ place }) => place)].filter((place) => place <= placeOfAct);
  let best: Accumulation = { sum: 0n, others: [] };
  for (const start of new Set(starts.sort((a, b) => a - b))) {
    const inside = near.filter(({ place }) => place >= start && place <= start + windowDays);
    const others = inside.map(({ piece }) => piece);
    const sum = others.reduce((total, { amount }) => total + fenOf(amount), fenOf(act.amount));
    if (sum > best.sum) best = { sum, others };
  }
  return best;
}

/**
 * The same act may be known as a filing, as a recorded act and from the bank's own declaration; it counts once, as the
 * strongest of them says. Within one source nothing is merged: two equal cuts on one day are two. Pieces that name one
 * filing are one act; else they must agree in kind, amount and day, and not lie at different branches.
 */
export function distinctPieces(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const source of PIECE_SOURCES) {
    const unmatched = [...kept];
    for (const piece of pieces.filter((candidate) => candidate.source === source)) {
      const match = unmatched.findIndex((known) => isSameAct(known, piece));
      if (match === -1) kept.push(piece);
      else unmatched.splice(match, 1);
    }
  }
  return kept;
}

function isSameAct(known: Piece, piece: Piece): boolean {
  if (known.filing && piece.filing) return known.filing === piece.filing;
  return (
    known.kind === piece.kind &&
    fenOf(known.amount) === fenOf(piece.amount) &&
    known.on === piece.on &&
    (!known.branch || !piece.branch || known.branch === piece.branch)
  );
}
