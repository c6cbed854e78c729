import { describe, expect, it } from '@jest/globals';
import { waitsFor } from '../../../workflows/committee/committee.js';
import { delegateOf, FINANCE_LEADER } from '../../../workflows/proof/committee.samples.js';
import { aBirth, active, electing, electingAnew, forming, proposed, signing } from './situations.js';

const wd = (name: string) => ({ name, budget: { workingDays: `${name}Wd` } });

describe('银保监发〔2020〕57号 2: three creditors or more found a committee, step by step', () => {
  it('is born without a clock and without a word to anybody', () => {
    expect(aBirth().effects).toEqual([]);
  });

  it('PROPOSE: five working days to invite, both bureaus in copy', () => {
    const committee = proposed();

    expect(committee.state).toBe('proposed');
    expect(committee.armed()).toEqual([wd('propose')]);
    expect(committee.of('disclose')).toEqual([{ to: 'offices' }]);
    expect(committee.notices()).toEqual(['committeeProposed']);
    expect(committee.context).toMatchObject({ form: 'full', proposer: 'jinli', minCreditors: 3 });
  });

  it('INVITE: the creditors see the case, and have fifteen working days to declare', () => {
    const committee = forming();

    expect(committee.state).toBe('forming');
    expect(committee.disarmed()).toEqual(['propose']);
    expect(committee.armed()).toEqual([wd('claims')]);
    expect(committee.of('disclose')).toEqual([{ to: 'creditors' }]);
  });

  it('CONFIRM_CLAIMS freezes them on the record date', () => {
    const committee = electing();

    expect(committee.state).toBe('electing');
    expect(committee.context.recordDate).toBe('2026-06-10');
    expect(committee.armed()).toEqual([wd('elect')]);
  });

  it('ELECT: the vote that makes the majority elects, the ones before are recorded', () => {
    const few = { forClaims: '6000000.00', totalClaims: '24000000.00', forHeads: 1, heads: 4 };

    const first = electing().send('ELECT', { facts: { counts: few } });
    const last = first.send('ELECT');

    expect(first.state).toBe('electing');
    expect(last.state).toBe('signing');
    expect(last.context).toMatchObject({ chair: 'jinli', chairBy: 'vote' });
    expect(last.armed()).toEqual([wd('sign')]);
  });

  it.each([
    ['two thirds of the claims and more than half of the heads', '16000000.00', 3, 'signing'],
    ['a fen less than two thirds', '15999999.99', 3, 'electing'],
    ['half of the heads', '16000000.00', 2, 'electing'],
  ])('%s', (_, forClaims, forHeads, state) => {
    const counts = { forClaims, totalClaims: '24000000.00', forHeads, heads: 4 };

    expect(electing().send('ELECT', { facts: { counts } }).state).toBe(state);
  });

  it('the last invited SIGN founds it; the regulator branch is told, the finance bureau in copy', () => {
    const early = signing().send('SIGN', { facts: { signed: 3, unsigned: 1 } });
    const last = early.send('SIGN');

    expect(early.state).toBe('signing');
    expect(last.state).toBe('active');
    expect(last.context).toMatchObject({ members: 4, foundedOn: '2026-06-10' });
    expect(last.of('notify')[0]?.to).toEqual(
      expect.arrayContaining([
        { party: 'regulator', role: 'regulator.observer' },
        { party: 'finance', role: 'finance.reviewer', copy: true },
      ]),
    );
  });

  it('needs a signed chair, though all others have signed', () => {
    expect(signing().send('SIGN', { facts: { chairSigned: false } }).state).toBe('signing');
  });
});

describe('too few creditors: what else they can do', () => {
  const [message, light] = (['full', 'light'] as const).map(
    (form) =>
      aBirth()
        .refusals('PROPOSE', { payload: { form, creditors: [{ organization: 'jinli' }] } })
        .find(({ code }) => code === 'too-few-creditors')?.message,
  );

  it('two of them may talk; one has nobody to talk to', () => {
    expect(message).toBe('须有3家以上不同的金融机构债权人，不足的可发起主办行会商。');
    expect(light).toBe('须有2家以上不同的金融机构债权人。');
  });
});

describe('processes.md §5: each clock leads on where three remain, else the committee is not founded', () => {
  it.each([
    ['propose', () => proposed().send('DEADLINE.propose', { facts: { creditors: 3 } }), 'forming'],
    ['propose', () => proposed().send('DEADLINE.propose', { facts: { creditors: 2 } }), 'notFounded'],
    ['claims', () => forming().send('DEADLINE.claims', { facts: { declared: 3 } }), 'electing'],
    ['claims', () => forming().send('DEADLINE.claims', { facts: { declared: 2 } }), 'notFounded'],
    ['elect', () => electing().send('DEADLINE.elect', { facts: { confirmed: 3 } }), 'signing'],
    ['elect', () => electing().send('DEADLINE.elect', { facts: { confirmed: 2 } }), 'notFounded'],
    ['elect', () => electing().send('DEADLINE.elect', { facts: { largestWilling: null } }), 'notFounded'],
    ['sign', () => signing().send('DEADLINE.sign', { facts: { signed: 3 } }), 'active'],
    ['sign', () => signing().send('DEADLINE.sign', { facts: { signed: 2 } }), 'notFounded'],
    [
      'sign',
      () => signing().send('DEADLINE.sign', { facts: { signed: 2, chairSigned: false } }),
      'notFounded',
    ],
  ] as const)('%s', (clock, after, state) => {
    const committee = after();

    expect(committee.state).toBe(state);
    expect(committee.disarmed()).toEqual([clock]);
  });

  it('claims that nobody confirmed are frozen on the day their time ends', () => {
    expect(forming().send('DEADLINE.claims').context.recordDate).toBe('2026-06-10');
  });

  it('a missed election makes the largest willing claim chair-elect', () => {
    expect(electing().send('DEADLINE.elect').context).toMatchObject({ chair: 'jinli', chairBy: 'lapse' });
  });
});

describe('an active committee has a signed chair: the signers elect anew, once', () => {
  it('when the chair-elect does not sign', () => {
    const committee = electingAnew();

    expect(committee.state).toBe('electing');
    expect(committee.context).toMatchObject({ chair: null, reelected: true });
    expect(committee.armed()).toEqual([wd('elect')]);
    expect(committee.notices()).toEqual(['electAnew']);
  });

  it('whom they elect has signed, so the committee is founded by it', () => {
    const counts = { forClaims: '18000000.00', totalClaims: '18000000.00', forHeads: 3, heads: 3 };

    const committee = electingAnew().send('ELECT', { facts: { counts } });

    expect(committee.state).toBe('active');
    expect(committee.context).toMatchObject({ chair: 'citong', members: 3 });
  });

  it('or by the largest willing signer, when the time ends', () => {
    expect(electingAnew().send('DEADLINE.elect').state).toBe('active');
    expect(electingAnew().send('DEADLINE.elect', { facts: { largestWilling: null } }).state).toBe(
      'notFounded',
    );
  });
});

describe('the agreement is drafted by the proposer, and by the chair-elect once there is one', () => {
  it('by both while the signatures are awaited, by no other creditor', () => {
    const advised = aBirth()
      .send('PROPOSE', { actor: delegateOf('finance', 'finance.reviewer') })
      .send('INVITE')
      .send('CONFIRM_CLAIMS')
      .send('ELECT');

    expect(advised.codes('DRAFT_AGREEMENT', { actor: delegateOf('finance', 'finance.reviewer') })).toEqual(
      [],
    );
    expect(advised.codes('DRAFT_AGREEMENT', { actor: delegateOf('jinli') })).toEqual([]);
    expect(advised.codes('DRAFT_AGREEMENT', { actor: delegateOf('haisi') })).toEqual(['not-the-drafter']);
    expect(advised.send('DRAFT_AGREEMENT').context.agreement).toBe(1);
  });
});

describe('ABANDON, and the court before founding', () => {
  it.each([proposed, forming, electing, signing, electingAnew])('%#: ends unfounded', (situation) => {
    const committee = situation();

    expect(committee.send('ABANDON').state).toBe('notFounded');
    expect(committee.send('ABANDON', { actor: FINANCE_LEADER }).state).toBe('notFounded');
    expect(committee.send('COURT.ACCEPTED').state).toBe('notFounded');
    expect(committee.send('COURT.ACCEPTED').sent()).toEqual([]);
  });

  it('leaves no clock behind', () => {
    expect(forming().send('ABANDON').disarmed()).toEqual(['claims']);
    expect(signing().send('COURT.ACCEPTED').disarmed()).toEqual(['sign']);
  });
});

describe('whom a committee waits for', () => {
  it('the proposer until the claims are confirmed, be it a bureau; then the creditors', () => {
    const advised = aBirth().send('PROPOSE', { actor: delegateOf('finance', 'finance.reviewer') });

    expect(waitsFor(proposed().snapshot)).toEqual(['bank.delegate']);
    expect(waitsFor(advised.snapshot)).toEqual(['finance.reviewer']);
    expect(waitsFor(advised.send('INVITE').snapshot)).toEqual(['bank.delegate', 'finance.reviewer']);
    expect(waitsFor(electing().snapshot)).toEqual(['bank.delegate']);
    expect(waitsFor(active().snapshot)).toEqual(['bank.delegate']);
    expect(waitsFor(active().send('COURT.ACCEPTED').snapshot)).toEqual(['finance.leader']);
  });
});
