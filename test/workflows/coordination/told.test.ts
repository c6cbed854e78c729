import { describe, expect, it } from '@jest/globals';
import { JOINED } from '../../../workflows/proof/coordination.samples.js';
import { joined, planning, SITUATIONS } from './situations.js';

describe('whoever has to do with a coordination is told, at each step', () => {
  it.each([
    ['assigned', planning, ['coordinationAssigned']],
    ['another official', () => planning().send('ASSIGN'), ['coordinationAssigned']],
    ['a meeting called', SITUATIONS.meeting, ['coordinationMeetingCalled']],
    ['something proposed', SITUATIONS.proposing, ['coordinationProposed']],
    [
      'the bank’s maker has written',
      () => planning().send('PREPARE_OUTCOME'),
      ['coordinationOutcomePrepared'],
    ],
    ['its checker confirms', () => planning().send('CONFIRM_OUTCOME'), ['coordinationOutcomeConfirmed']],
    ['one of two leaves', () => planning().send('FILING.LEFT', { facts: { open: 1 } }), ['coordinationLeft']],
    ['the court', SITUATIONS['concluded by the court'], ['coordinationJudicial', 'coordinationConcluded']],
    [
      'the last leaves for the court',
      () => planning().send('FILING.LEFT', { facts: { courtAccepted: true } }),
      ['coordinationJudicial', 'coordinationConcluded'],
    ],
  ] as const)('%s', (_, situation, templates) => {
    expect(situation().notices()).toEqual(templates);
  });
});

describe('what is remembered and put forward', () => {
  it('the court', () => {
    expect(SITUATIONS['concluded by the court']().context.courtAccepted).toBe(true);
  });

  it('founding a committee, by a later filing too', () => {
    const later = joined().send('FILING.JOINED', { payload: { support: 'foundCommittee' } });

    expect(later.of('open').map(({ process }) => process)).toEqual(['support']);
  });

  it('what is known already is taken and changes nothing', () => {
    const before = planning();
    const filing = { ...JOINED, state: 'concluded' } as const;

    expect(before.takes('FILING.LEFT')).toBe(true);
    expect(before.send('FILING.LEFT', { facts: { filing } }).context).toEqual(before.context);
  });
});
