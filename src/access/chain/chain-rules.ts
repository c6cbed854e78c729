import {
  BANK_CHAIN_LENGTH,
  DEFAULT_BANK_CHAIN,
  defaultOfficeChain,
} from '../../../workflows/filing/sign-off.js';
import type { Refusal, Role } from '../../../workflows/process.js';
import type { OrganizationKind } from '../actor.js';

export type ChainAct = 'file' | 'opinion';
export type ChainLane = 'any' | 'routine' | 'focus';

/** One chain that an organization has: what it is for, and who signs while it has set none. */
export interface ChainPlace {
  act: ChainAct;
  lane: ChainLane;
  byDefault: readonly Role[];
}

/** Who may sign in a chain, first and after. */
interface Signing {
  first: readonly Role[];
  after: readonly Role[];
  least: number;
}

/** The chains that an organization of a kind has. */
export function chainsOf(kind: OrganizationKind): readonly ChainPlace[] {
  switch (kind) {
    case 'bank':
      return [{ act: 'file', lane: 'any', byDefault: DEFAULT_BANK_CHAIN }];
    case 'finance':
    case 'industry':
      return [
        { act: 'opinion', lane: 'routine', byDefault: defaultOfficeChain(kind, 'routine') },
        { act: 'opinion', lane: 'focus', byDefault: defaultOfficeChain(kind, 'focus') },
      ];
    default:
      return [];
  }
}

/** A report begins with its maker and is filed by another; an opinion begins with a reviewer. */
function signingAt(kind: OrganizationKind): Signing | undefined {
  switch (kind) {
    case 'bank':
      return { first: ['bank.maker'], after: ['bank.checker', 'bank.admin'], least: BANK_CHAIN_LENGTH.min };
    case 'finance':
    case 'industry':
      return { first: [`${kind}.reviewer`], after: [`${kind}.reviewer`, `${kind}.leader`], least: 1 };
    default:
      return undefined;
  }
}

/** Why a chain cannot be set. `holders` counts the people who hold each post today. */
export function chainRefusals(
  { act, lane, posts }: { act: ChainAct; lane: ChainLane; posts: readonly Role[] },
  { kind, holders }: { kind: OrganizationKind | undefined; holders: ReadonlyMap<string, number> },
): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (code: string, pointer: string, message: string) =>
    refusals.push({ code, pointer, message });
  const signing = kind === undefined ? undefined : signingAt(kind);
  if (kind === undefined || signing === undefined) {
    refuse('organization-unknown', '/organization', '没有该机构，或不设签批链，请重新选择。');
    return refusals;
  }
  if (!chainsOf(kind).some((place) => place.act === act && place.lane === lane)) {
    refuse('chain-unknown', '/act', '该机构没有此项签批链，请重新选择。');
  }
  if (posts.length < signing.least) {
    refuse('chain-too-short', '/posts', `签批链至少 ${String(signing.least)} 个环节，请补充岗位。`);
  }
  posts.forEach((post, index) => {
    if ((index === 0 ? signing.first : signing.after).includes(post)) return;
    refuse('post-not-in-chain', `/posts/${String(index)}`, '该岗位不能在此环节签署，请重新选择。');
  });
  for (const post of new Set(posts)) {
    const wanted = posts.filter((each) => each === post).length;
    if ((holders.get(post) ?? 0) < wanted) {
      const message = '在岗人员少于该岗位的环节数，一人只能签署一个环节，请先授予岗位或减少环节。';
      refuse('too-few-holders', `/posts/${String(posts.lastIndexOf(post))}`, message);
    }
  }
  return refusals;
}
