import { v7 as uuid } from 'uuid';
import type { Addressee, Effect } from '../../workflows/process.js';
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

/** The notices of a move: one a post, however many effects name it. */
export function noticesOf(shell: ProcessShell, move: Move): NoticeRow[] {
  const rows = new Map<string, NoticeRow>();
  for (const effect of move.effects) {
    if (effect.type !== 'notify') continue;
    for (const addressee of effect.params.to) {
      const organization = partyOf(shell, move, addressee.party);
      if (organization === undefined) continue;
      const key = `${organization} ${addressee.role} ${effect.params.template}`;
      if (rows.has(key)) continue;
      rows.set(key, {
        id: uuid(),
        organization,
        unit: addressee.party === 'filingBank' ? move.stored.ownerUnit : null,
        role: addressee.role,
        template: effect.params.template,
        copy: addressee.copy ?? false,
        data: shell.noticeData(move.next),
      });
    }
  }
  return [...rows.values()];
}

/** The organizations that learn of the case by this move, beside the offices. */
export function disclosedTo(shell: ProcessShell, move: Move): { offices: boolean; organizations: string[] } {
  const targets = move.effects.flatMap((effect) => (isDisclosure(effect) ? [effect.params.to] : []));
  const organizations = targets.flatMap((target) =>
    target === 'offices' ? [] : (partyOf(shell, move, target) ?? []),
  );
  return { offices: targets.includes('offices'), organizations: [...new Set(organizations)] };
}

export function partyOf(shell: ProcessShell, move: Move, party: Addressee['party']): string | undefined {
  switch (party) {
    case 'filingBank':
      return move.stored.ownerOrg;
    case 'finance':
    case 'industry':
    case 'regulator':
    case 'pboc':
      return move.reference.only(party)?.id;
    case 'county': {
      const county = shell.countyOf(move.next);
      return county === null ? undefined : move.reference.ofCounty(county)?.id;
    }
    default:
      return shell.partyOf?.(party, move);
  }
}

function isDisclosure(effect: Effect): effect is Extract<Effect, { type: 'disclose' }> {
  return effect.type === 'disclose';
}
