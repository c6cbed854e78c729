import { describe, expect, it } from '@jest/globals';
import {
  type Candidate,
  claimAmount,
  claimRefusals,
  largestWilling,
  votingClaimsOn,
} from '../../../workflows/committee/claims.js';

const declared = (principal: string, pledgedMargin = '0.00', deposits = '0.00') => ({
  principal,
  pledgedMargin,
  deposits,
});

describe('债权登记: principal less pledged margin and deposits', () => {
  it('in exact fen', () => {
    expect(claimAmount(declared('8000000.01', '1500000.00', '500000.00'))).toBe(600_000_001n);
    expect(claimAmount(declared('1e6'))).toBeUndefined();
    expect(claimAmount(declared('1.00', '-1'))).toBeUndefined();
    expect(claimAmount(declared('1.00', '0.00', '1.005'))).toBeUndefined();
  });

  it.each([
    ['covered to the last fen', declared('2000000.00', '1500000.00', '500000.00'), ['claim-not-positive']],
    ['more than covered', declared('1000000.00', '1000000.00', '0.01'), ['claim-not-positive']],
    ['one fen', declared('2000000.01', '1500000.00', '500000.00'), []],
    ['no amount', declared('八百万'), ['amount-invalid']],
  ])('%s', (_, claim, codes) => {
    expect(claimRefusals(claim).map(({ code }) => code)).toEqual(codes);
  });
});

describe('银保监发〔2020〕57号: without an election the largest willing claim is chair-elect', () => {
  const candidate = (bank: string, claim: string, change: Partial<Candidate> = {}): Candidate => ({
    bank,
    claim,
    willing: true,
    declaredAt: '2026-06-10T10:00:00+08:00',
    ...change,
  });

  it('counts in fen, not in digits', () => {
    const candidates = [candidate('a', '9999999.99'), candidate('b', '10000000.00')];

    expect(largestWilling(candidates)).toBe('b');
  });

  it('passes over the larger one that is not willing', () => {
    const candidates = [candidate('a', '10000000.00', { willing: false }), candidate('b', '1.00')];

    expect(largestWilling(candidates)).toBe('b');
  });

  it('of two equal claims takes the one declared first', () => {
    const earlier = { declaredAt: '2026-06-09T10:00:00+08:00' };

    expect(largestWilling([candidate('a', '5.00'), candidate('b', '5.00', earlier)])).toBe('b');
    expect(largestWilling([candidate('b', '5.00'), candidate('a', '5.00')])).toBe('a');
  });

  it('finds nobody where nobody is willing', () => {
    expect(largestWilling([candidate('a', '5.00', { willing: false })])).toBeUndefined();
    expect(largestWilling([])).toBeUndefined();
  });
});

describe('golden case 15: a claim sold after the record date', () => {
  const members = [
    { bank: 'jinli', claim: '8000000.00', claimOn: '2026-05-31', memberFrom: '2026-06-10' },
    { bank: 'citong', claim: '6000000.00', claimOn: '2026-05-31', memberFrom: '2026-06-10' },
    { bank: 'haisi', claim: '4000000.00', claimOn: '2026-05-31', memberFrom: '2026-06-10' },
  ];
  const sold = [{ from: 'haisi', to: 'anping', amount: '4000000.00', on: '2026-07-02' }];
  const banks = (claims: { bank: string }[]) => claims.map(({ bank }) => bank);

  it('the record-date member votes, with all it held', () => {
    expect(votingClaimsOn('2026-07-01', members, sold)).toContainEqual({
      bank: 'haisi',
      claim: '4000000.00',
    });
  });

  it('sold on the record date it votes no more, and for nobody before its buyer accedes', () => {
    expect(banks(votingClaimsOn('2026-07-02', members, sold))).toEqual(['jinli', 'citong']);
  });

  it('the transferee votes once it has acceded, on a later record date', () => {
    const acceded = [
      ...members,
      { bank: 'anping', claim: '4000000.00', claimOn: '2026-07-10', memberFrom: '2026-07-10' },
    ];

    expect(banks(votingClaimsOn('2026-07-09', acceded, sold))).toEqual(['jinli', 'citong']);
    expect(votingClaimsOn('2026-07-10', acceded, sold)).toContainEqual({
      bank: 'anping',
      claim: '4000000.00',
    });
  });

  it('a member that buys adds to its claim, one that sells a part keeps the rest', () => {
    const part = [{ from: 'jinli', to: 'citong', amount: '3000000.01', on: '2026-07-02' }];

    expect(votingClaimsOn('2026-07-02', members, part)).toEqual([
      { bank: 'jinli', claim: '4999999.99' },
      { bank: 'citong', claim: '9000000.01' },
      { bank: 'haisi', claim: '4000000.00' },
    ]);
  });

  it('what passed before the claim was recorded is in it already', () => {
    const before = [{ from: 'jinli', to: 'citong', amount: '3000000.00', on: '2026-05-31' }];

    expect(votingClaimsOn('2026-07-02', members, before)[0]).toEqual({ bank: 'jinli', claim: '8000000.00' });
  });

  it('whoever has left does not vote from that day on', () => {
    const [first, ...others] = members;
    const left = [
      ...others,
      {
        ...first,
        bank: 'jinli',
        claim: '8000000.00',
        claimOn: '2026-05-31',
        memberFrom: '2026-06-10',
        memberUntil: '2026-07-02',
      },
    ];

    expect(banks(votingClaimsOn('2026-07-01', left, []))).toContain('jinli');
    expect(banks(votingClaimsOn('2026-07-02', left, []))).not.toContain('jinli');
  });
});
