import { describe, expect, it } from '@jest/globals';
import type { AmendFacts } from '../../../workflows/filing/filing.facts.js';
import { filing1 } from '../../../workflows/filing/filing.js';
import { begin, type EventActor, type Role } from '../../../workflows/process.js';
import { Filing } from './situations.js';

/** quality.md: the state row stays narrow, so that it never goes to TOAST. */
const LARGEST = 1_900;
const ORDINARY = 1_500;

let made = 0;
function uuid(): string {
  made += 1;
  return `019ab7f0-5d3c-7a51-9c1e-${String(made).padStart(12, '0')}`;
}

function delegate(role: Role): EventActor {
  return { kind: 'person', person: uuid(), onBehalfOf: uuid(), role };
}

function size(filing: Filing): number {
  return JSON.stringify(filing.context).length;
}

function filedWith(bankChain: readonly Role[]): Filing {
  const born = begin(filing1, {
    filing: uuid(),
    bank: uuid(),
    unit: uuid(),
    maker: uuid(),
    makerFor: uuid(),
  });
  let filing = new Filing(born.next, born.effects).send('SEND_TO_CHECK', {
    actor: delegate('bank.maker'),
    facts: { chain: bankChain },
  });
  for (const post of bankChain.slice(1, -1)) filing = filing.send('SIGN_FILING', { actor: delegate(post) });
  expect(size(filing)).toBeLessThan(LARGEST);
  return filing.send('FILE', {
    actor: delegate('bank.checker'),
    facts: {
      policy: { id: uuid(), values: { validityDays: 90, countyFrom: '5000000.00' } },
      committee: { id: uuid(), workingDays: 20 },
      standstill: uuid(),
      preparedBy: uuid(),
      preparedFor: uuid(),
      figures: figures('9999999999.99'),
      bankMarks: ['cumulative', 'lateNotice'],
      officeMarks: ['whitelisted', 'runAlert'],
      number: 'QZ-2026-QUANSHAN-123456',
      registerNumber: 'QZ-2026-1234567',
    },
  });
}

function figures(amount: string): AmendFacts['figures'] {
  return { kind: 'withdraw', amount, plannedDate: '2026-07-01', actedOn: null, emergency: false };
}

describe('the context stays small, with ids as long as they are', () => {
  it('an ordinary filing', () => {
    const filing = filedWith(['bank.maker', 'bank.checker']);

    expect(size(filing)).toBeLessThan(ORDINARY);
  });

  it('with much in it at once: delegates everywhere, several increases, many marks, both opinions to be signed', () => {
    let filing = filedWith(['bank.maker', 'bank.checker', 'bank.checker', 'bank.checker']);
    for (let raise = 1; raise <= 6; raise++) {
      filing = filing.send('AMEND', {
        actor: delegate('bank.checker'),
        facts: {
          material: true,
          figures: figures(`${raise}999999999.99`),
          bankDate: `2026-07-${String(10 + raise)}`,
          bankMarks: filing.context.marks,
          officeMarks: filing.context.officeMarks,
          preparedBy: uuid(),
          preparedFor: uuid(),
        },
      });
    }
    filing = filing.send('SUSPECT_SPLIT').send('RESOLUTION.PASSED', { payload: { cap: '9999999999.99' } });
    filing = filing.send('REQUEST_COMPLETION').send('DEADLINE.complete');
    for (const office of ['finance', 'industry'] as const) {
      filing = filing.send('OPINE', {
        office,
        actor: delegate(`${office}.reviewer`),
        payload: { position: 'referToCommittee' },
        facts: { chain: [`${office}.reviewer`, `${office}.leader`], committee: filing.context.committee },
      });
    }

    expect(filing.context.allowances.length).toBe(3);
    expect(size(filing)).toBeLessThan(LARGEST);
  });
});
