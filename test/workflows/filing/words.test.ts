import { describe, expect, it } from '@jest/globals';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { filing1 } from '../../../workflows/filing/filing.js';
import {
  BASIS_LABELS,
  EVENT_LABELS,
  labelOf,
  OUTCOME_LABELS,
  POSITION_LABELS,
  REVIEW_LABELS,
  STATE_LABELS,
} from '../../../workflows/filing/filing.labels.js';
import { filingMachine } from '../../../workflows/filing/filing.machine.js';
import { refusalsOf } from '../../../workflows/process.js';
import { GUARD_CASES_OF_BANKS } from './guard-cases-of-banks.js';
import { GUARD_CASES_OF_OFFICES } from './guard-cases-of-offices.js';
import { bothSatisfied } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

const GUARD_CASES = [...GUARD_CASES_OF_BANKS, ...GUARD_CASES_OF_OFFICES];

/** words.md: a report is no licence, and the words show it. */
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;

describe('words.md: a report is no licence, and the words show it', () => {
  const labels = [STATE_LABELS, REVIEW_LABELS, POSITION_LABELS, BASIS_LABELS, OUTCOME_LABELS, EVENT_LABELS];

  it.each(labels.flatMap((table) => Object.entries(table)))('%s: %s', (_, label) => {
    expect(label).not.toMatch(FORBIDDEN);
  });

  it.each(GUARD_CASES.map((one) => [`${one.event}: ${one.guard}`, one] as const))(
    'refusal %s',
    (_, { refused }) => {
      const messages = refusalsOf(filing1, refused.filing.context, refused.event).map(
        ({ message }) => message,
      );

      expect(messages.join()).not.toMatch(FORBIDDEN);
    },
  );

  it('every state’s meta bears its label', () => {
    const metas = Object.values(SITUATIONS).map((situation) => situation());

    for (const { state, snapshot } of metas) {
      const shown = Object.values(snapshot.getMeta()).map(
        (meta) => (meta as { label?: string } | undefined)?.label,
      );
      expect(shown).toContain(STATE_LABELS[state as keyof typeof STATE_LABELS]);
    }
    expect(filingMachine.id).toBe('filing');
  });
});

describe('the label of a state in this very case', () => {
  const of = (situation: keyof typeof SITUATIONS): [string, FilingContext] => {
    const filing = SITUATIONS[situation]();
    return [labelOf(filing.state as keyof typeof STATE_LABELS, filing.context), filing.context];
  };

  it('deferred says until when', () => {
    expect(of('deferred')[0]).toBe('银行承诺暂缓至8月1日');
  });

  it('cleared says 未启动协调 only where it is so', () => {
    const coordinated = SITUATIONS.coordinating().send('DEADLINE.coordinate');

    expect(labelOf('cleared', bothSatisfied().context)).toBe(
      '已收悉，未启动协调（是否及何时实施，由银行依法依约自主决定）',
    );
    expect(labelOf('cleared', coordinated.context)).toBe('已收悉（是否及何时实施，由银行依法依约自主决定）');
  });

  it('closed says how', () => {
    expect(of('closed')[0]).toBe('已稳贷（授信未减少）');
  });

  it('acknowledged by lapse is 自动签收', () => {
    expect(EVENT_LABELS['DEADLINE.acknowledge']).toBe('自动签收');
  });
});
