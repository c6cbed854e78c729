import { describe, expect, it } from '@jest/globals';
import { filing1, reviewStateOf, stateOf } from '../../../workflows/filing/filing.js';
import { begin, restore } from '../../../workflows/process.js';
import { CHECKER, leaderOf, person, reviewerOf } from '../../../workflows/proof/filing.samples.js';
import { aDraft, filed, inReview, opinion, silence } from './situations.js';
import { SITUATIONS, type Situation } from './situations-by-state.js';

const situations = Object.keys(SITUATIONS) as Situation[];

describe('filing@1', () => {
  it('begins as a draft of its bank, with no clock and no number', () => {
    const { next, effects } = begin(filing1, {
      filing: 'f',
      bank: 'b',
      unit: 'u',
      maker: 'm',
      makerFor: 'n',
    });

    expect(stateOf(next)).toBe('drafting');
    expect(next.context).toMatchObject({
      filing: 'f',
      bank: 'b',
      unit: 'u',
      maker: { person: 'm', for: 'n' },
    });
    expect(next.context.number).toBeNull();
    expect(effects).toEqual([]);
  });

  it.each(situations)('%s is restored from what is stored of it', (situation) => {
    const { snapshot } = SITUATIONS[situation]();
    const stored = JSON.parse(JSON.stringify({ ...snapshot, children: undefined, machine: undefined }));

    const restored = restore(filing1, {
      status: stored.status,
      value: stored.value,
      context: stored.context,
    });

    expect(restored.value).toEqual(snapshot.value);
    expect(restored.context).toEqual(snapshot.context);
    expect(stateOf(restored)).toBe(stateOf(snapshot));
    expect(filing1.waitsFor(restored)).toEqual(filing1.waitsFor(snapshot));
  });

  it('names how far each office has come, in reviewing only', () => {
    const filing = opinion(inReview(), 'industry', 'noObjection');

    expect(reviewStateOf(filing.snapshot, 'industry')).toBe('opined');
    expect(reviewStateOf(filing.snapshot, 'finance')).toBe('pending');
    expect(reviewStateOf(filed().snapshot, 'finance')).toBeUndefined();
  });

  it('publishes no event of a clock or of another case', () => {
    expect(filing1.publicEvents.filter((type) => type.includes('.'))).toEqual([]);
  });
});

describe('whom a filing waits for', () => {
  it.each<[Situation, string[]]>([
    ['drafting', ['bank.maker']],
    ['checking', ['bank.checker']],
    ['acknowledging', ['finance.reviewer']],
    ['completing', ['bank.maker']],
    ['reviewing, both pending', ['finance.reviewer', 'industry.reviewer']],
    ['reviewing, finance drafted', ['finance.leader', 'industry.reviewer']],
    ['reviewing, finance supplementing', ['bank.maker', 'industry.reviewer']],
    ['reviewing, finance opined', ['industry.reviewer']],
    ['concluding', ['finance.leader']],
    ['suggested', ['bank.checker']],
    ['deferred', []],
    ['coordinating', ['finance.reviewer']],
    ['referred', ['bank.delegate']],
    ['cleared', ['bank.maker']],
    ['executed', ['finance.reviewer']],
    ['executed, queried', ['bank.maker']],
    ['lapsed', []],
    ['closed', []],
  ])('%s: %s', (situation, roles) => {
    expect(filing1.waitsFor(SITUATIONS[situation]().snapshot).sort()).toEqual([...roles].sort());
  });

  it('the post whose turn it is, in a longer chain', () => {
    const chain = ['bank.maker', 'bank.checker', 'bank.admin'] as const;
    const sent = aDraft().send('SEND_TO_CHECK', { facts: { chain } });
    const signed = sent.send('SIGN_FILING', { actor: person('deputy', 'bank.checker') });

    expect(filing1.waitsFor(sent.snapshot)).toEqual(['bank.checker']);
    expect(filing1.waitsFor(signed.snapshot)).toEqual(['bank.admin']);
  });

  it('a bank’s own system signs by the duty of its key', () => {
    const key = { kind: 'client' as const, person: 'key-2', role: 'bank.client' as const };

    expect(SITUATIONS.checking().codes('FILE', { actor: key })).toEqual([]);
    expect(inReview().codes('OPINE', { actor: { ...key } })).toEqual(['not-your-step']);
  });

  it('returned to its maker, the chain begins anew', () => {
    const again = SITUATIONS.checking().send('RETURN_TO_MAKER').send('SEND_TO_CHECK');

    expect(again.context.signers).toEqual([{ person: 'maker' }]);
    expect(again.codes('FILE', { actor: CHECKER })).toEqual([]);
  });
});

describe('clocks stand with their states', () => {
  it('a review left by both offices leaves no clock', () => {
    const left = silence(opinion(inReview(), 'industry', 'coordinate'), 'finance');

    expect(left.of('disarmDeadline').map(({ name }) => name)).toEqual(['review.finance']);
    expect(left.codes('INTERVENE', { actor: leaderOf('finance') })).toEqual([]);
    expect(left.takes('OPINE', { office: 'industry', actor: reviewerOf('industry') })).toBe(false);
  });
});
