import { describe, expect, it } from '@jest/globals';
import { filing1 } from '../../../workflows/filing/filing.js';
import { type Effect, type ProcessEvent, step } from '../../../workflows/process.js';
import { delegateOf, FAILED, PASSED } from '../../../workflows/proof/resolution.samples.js';
import { bothSilent, Filing, inReview } from '../filing/situations.js';
import { drafted, inForce, passed, Resolution, unborn, voting } from './situations.js';

const COMMITTEE = { id: 'committee-1', workingDays: 20 };

/** A filing of `jinli` that was referred, and the item that was born of it; the vice chair `citong` presides. */
function referral(): { filing: Filing; item: Resolution } {
  const filing = bothSilent({ committee: COMMITTEE }).send('REFER_TO_COMMITTEE');
  const opened = filing.of('open').find(({ process }) => process === 'resolution');
  if (opened === undefined) throw new Error('No resolution was opened.');
  const event = unborn().event('FILING.REFERRED', { payload: opened.event.payload });
  return { filing, item: unborn().take(event) };
}

/** What one case said to another, taken by it. */
function hear(filing: Filing, { effects }: { effects: readonly Effect[] }): Filing {
  return messagesTo('filing', effects, filing.context.filing).reduce((heard, event) => {
    const result = step(filing1, heard.snapshot, event);
    if (result.kind !== 'taken') throw new Error(`${event.type} was not taken in ${heard.state}`);
    return new Filing(result.next, result.effects);
  }, filing);
}

function heed(item: Resolution, { effects }: { effects: readonly Effect[] }): Resolution {
  return messagesTo('resolution', effects, item.context.resolution).reduce(
    (heard, event) => heard.take(event),
    item,
  );
}

function messagesTo(process: string, effects: readonly Effect[], id: string): ProcessEvent[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'send' || ![process, id].includes(effect.params.to)) return [];
    return [
      {
        ...effect.params.event,
        facts: { day: '2026-06-20', today: '2026-06-20', members: [] },
        at: '2026-06-20T10:00:00+08:00',
        actor: { kind: 'case' as const, case: 'other-case' },
      },
    ];
  });
}

function voted(item: Resolution, tally: typeof PASSED): Resolution {
  return item
    .send('NOTICE', { actor: delegateOf('citong') })
    .send('DEADLINE.notice')
    .send('DEADLINE.vote', { facts: { tally } });
}

describe('processes.md §6 with §2: a referral and its item', () => {
  it('the item asks consent to what was filed, for the bank that filed', () => {
    const { item } = referral();

    expect(item.context).toMatchObject({
      askedBy: 'jinli',
      kind: 'major',
      subject: { type: 'consent', filing: 'filing-1', revision: 1, referral: 1, cap: '6000000.00' },
    });
  });

  it('consent: cleared up to the cap, basis consent', () => {
    const { filing, item } = referral();

    const cleared = hear(filing, voted(item, PASSED));

    expect(cleared.state).toBe('cleared');
    expect(cleared.context).toMatchObject({ basis: 'consent', consentCap: '6000000.00', itemOpen: false });
  });

  it('refusal: back to the leader with the advice to wait', () => {
    const { filing, item } = referral();

    const returned = hear(filing, voted(item, FAILED));

    expect(returned.state).toBe('concluding');
    expect(returned.context.referralReturned).toBe('refused');
  });

  it('dropped by whoever presides: back without advice', () => {
    const { filing, item } = referral();

    const returned = hear(filing, item.send('DROP', { actor: delegateOf('citong') }));

    expect([returned.state, returned.context.referralReturned]).toEqual(['concluding', 'unanswered']);
  });

  it('a late result is information: the filing was cleared by its date, the consent stands', () => {
    const { filing, item } = referral();
    const cleared = filing.send('DEADLINE.bankDate');

    const informed = hear(cleared, voted(item, PASSED));

    expect(informed.state).toBe('cleared');
    expect(informed.context).toMatchObject({ basis: 'soFar', consentCap: '6000000.00', itemOpen: false });
    expect(hear(cleared, voted(item, FAILED)).state).toBe('cleared');
  });

  it.each(['WITHDRAW', 'AMEND'] as const)(
    '%s: the item is dropped, and its answer frees no new review',
    (type) => {
      const { filing, item } = referral();
      const left = filing.send(type, type === 'AMEND' ? { facts: { material: true } } : {});

      const dropped = heed(item.send('NOTICE', { actor: delegateOf('citong') }), left);

      expect(dropped.state).toBe('dropped');
      expect(hear(left, dropped).state).toBe(left.state);
    },
  );

  it('when a clock leaves the referral, the item goes on', () => {
    const { filing, item } = referral();
    const back = filing.send('DEADLINE.committee');

    expect(heed(item, back).state).toBe('drafted');
    expect(hear(back, voted(item, PASSED)).state).toBe('concluding');
  });
});

describe('golden case 7: standstill and filing', () => {
  it('marks the filings of the members, and unmarks them at its end', () => {
    const standstill = inForce();
    const marked = hear(inReview(), standstill);

    expect(marked.context.standstill).toBe('resolution-1');
    expect(hear(marked, standstill.send('DEADLINE.term')).context.standstill).toBeNull();
  });

  it('a successor keeps the mark, whatever becomes of the former one', () => {
    const former = inForce();
    const marked = hear(inReview(), former);
    const successor = new Resolution(
      { ...former.snapshot, context: { ...former.context, resolution: 'resolution-2' } } as never,
      [],
    );
    const started = { type: 'STANDSTILL.STARTED', payload: { standstill: 'resolution-2' } };
    const remarked = hear(marked, {
      effects: [{ type: 'send', params: { to: 'filing', event: started } }],
    });

    expect(hear(remarked, former.send('SUPERSEDE')).context.standstill).toBe('resolution-2');
    expect(hear(remarked, successor.send('COURT.ACCEPTED')).context.standstill).toBeNull();
  });

  it('executed without consent: the breach is the standstill’s, which stays in force', () => {
    const standstill = inForce();
    const cleared = hear(inReview(), standstill).send('DEADLINE.bankDate');
    const executed = cleared.send('REPORT_EXECUTION', { facts: { standstill: 'resolution-1' } });

    const told = executed.of('send').find(({ event }) => event.type === 'STANDSTILL.BREACHED');
    const breached = standstill.send('STANDSTILL.BREACHED', { payload: told?.event.payload as object });

    expect([breached.state, breached.context.breaches]).toEqual(['inForce', 1]);
    expect(executed.inquiries()).toEqual([]);
  });

  it('nothing starts while it is voted about, and nothing when it fails', () => {
    expect(voting(drafted()).said()).toEqual([]);
    expect(
      voting()
        .send('DEADLINE.vote', { facts: { tally: FAILED } })
        .said(),
    ).toEqual([]);
    expect(
      passed()
        .said()
        .map(([, type]) => type),
    ).toContain('STANDSTILL.STARTED');
  });
});
