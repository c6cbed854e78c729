import { v7 as uuid } from 'uuid';
import type { Effect, Party } from '../../workflows/process.js';
import type { Transaction } from '../platform/transaction.js';
import type { Move, ProcessShell } from './process-shell.js';

/** A row of `notice`: what one post is told of one entry. */
export interface NoticeRow {
  id: string;
  organization: string;
  unit: string | null;
  role: string;
  template: string;
  copy: boolean;
  data: Record<string, string | number | boolean | null>;
}

/** The organizations behind the parties that the effects of a move name. */
export type Parties = ReadonlyMap<Party, readonly string[]>;

export async function partiesIn(tx: Transaction, shell: ProcessShell, move: Move): Promise<Parties> {
  const named = new Set(move.effects.flatMap(partiesNamedBy));
  const found = new Map<Party, readonly string[]>();
  for (const party of named) found.set(party, await organizationsOf(tx, shell, move, party));
  return found;
}

/** The notices of a move: one a post, however many effects name it. */
export function noticesOf(shell: ProcessShell, move: Move, parties: Parties): NoticeRow[] {
  const rows = new Map<string, NoticeRow>();
  for (const effect of move.effects) {
    if (effect.type !== 'notify') continue;
    const { template, to } = effect.params;
    for (const { party, role, copy = false } of to) {
      for (const organization of parties.get(party) ?? []) {
        const key = `${organization} ${role} ${template}`;
        if (rows.has(key)) continue;
        const unit = party === 'filingBank' ? move.stored.ownerUnit : null;
        const data = shell.noticeData(move.next);
        rows.set(key, { id: uuid(), organization, unit, role, template, copy, data });
      }
    }
  }
  return [...rows.values()];
}

/** The organizations that learn of the case by this move, beside the offices. */
export function disclosedTo(move: Move, parties: Parties): { offices: boolean; organizations: string[] } {
  const targets = move.effects.flatMap((effect) => (effect.type === 'disclose' ? [effect.params.to] : []));
  const organizations = targets.flatMap((target) =>
    target === 'offices' ? [] : (parties.get(target) ?? []),
  );
  return { offices: targets.includes('offices'), organizations: [...new Set(organizations)] };
}

function partiesNamedBy(effect: Effect): Party[] {
  if (effect.type === 'notify') return effect.params.to.map(({ party }) => party);
  return effect.type === 'disclose' && effect.params.to !== 'offices' ? [effect.params.to] : [];
}

async function organizationsOf(
  tx: Transaction,
  shell: ProcessShell,
  move: Move,
  party: Party,
): Promise<readonly string[]> {
  switch (party) {
    case 'filingBank':
      return [move.stored.ownerOrg];
    case 'finance':
    case 'industry':
    case 'regulator':
    case 'pboc':
      return present(move.reference.soleOf(party)?.id);
    case 'county': {
      const county = shell.countyOf(move.next);
      return county === null ? [] : present(move.reference.ofCounty(county)?.id);
    }
    default:
      return (await shell.partiesOf?.(tx, party, move)) ?? [];
  }
}

function present(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}
