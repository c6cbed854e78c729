import type { AnyMachineSnapshot } from 'xstate';
import { begin, type Effect, type Refusal, step } from '../../../workflows/process.js';
import { type Difference, sampleOf } from '../../../workflows/proof/support.samples.js';
import type { SupportContext } from '../../../workflows/support/support.context.js';
import type { SupportEventType } from '../../../workflows/support/support.events.js';
import { stateOf, support1 } from '../../../workflows/support/support.js';

/** One measure on its way. Sending gives a new one; `effects` are those of the last step. */
export class Measure {
  constructor(
    readonly snapshot: AnyMachineSnapshot,
    readonly effects: readonly Effect[],
  ) {}

  get context(): SupportContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  /** Sends what must be taken. */
  send<Type extends SupportEventType>(type: Type, difference: Difference<Type> = {}): Measure {
    const result = step(support1, this.snapshot, sampleOf(type, this.context, difference));
    if (result.kind !== 'taken') {
      throw new Error(`${type} was not taken in ${this.state}: ${JSON.stringify(result)}`);
    }
    return new Measure(result.next, result.effects);
  }

  takes<Type extends SupportEventType>(type: Type): boolean {
    return step(support1, this.snapshot, sampleOf(type, this.context)).kind !== 'notAccepted';
  }

  refusals<Type extends SupportEventType>(type: Type, difference: Difference<Type> = {}): Refusal[] {
    const result = step(support1, this.snapshot, sampleOf(type, this.context, difference));
    if (result.kind === 'notAccepted') throw new Error(`${type} is not taken in ${this.state}`);
    return result.kind === 'refused' ? result.refusals : [];
  }

  codes<Type extends SupportEventType>(type: Type, difference: Difference<Type> = {}): string[] {
    return this.refusals(type, difference).map(({ code }) => code);
  }

  of<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>['params'][] {
    return this.effects.flatMap((effect) => (effect.type === type ? [effect.params] : [])) as never;
  }

  notices(): string[] {
    return this.of('notify').map(({ template }) => template);
  }

  armed(): string[] {
    return this.of('armDeadline').map(({ name }) => name);
  }

  disarmed(): string[] {
    return this.of('disarmDeadline').map(({ name }) => name);
  }
}

export function born(): Measure {
  const { next, effects } = begin(support1, {});
  return new Measure(next, effects);
}

export function proposed(difference: Difference<'SUPPORT.PROPOSED'> = {}): Measure {
  return born().send('SUPPORT.PROPOSED', difference);
}

export function assigned(difference: Difference<'SUPPORT.PROPOSED'> = {}): Measure {
  return proposed(difference).send('ASSIGN');
}

export function working(difference: Difference<'SUPPORT.PROPOSED'> = {}): Measure {
  return assigned(difference).send('START');
}

export const SITUATIONS = {
  'proposed, just born': born,
  proposed: () => proposed(),
  assigned: () => assigned(),
  working: () => working(),
  'working, repaid': () => working().send('REPORT_REPAID'),
  'working, after the court accepted': () => working().send('COURT.ACCEPTED'),
  'working, another measure': () =>
    working({
      payload: { type: 'extension', input: { bank: 'jinli', amount: '1.00', maturesOn: '2026-07-01' } },
    }),
  waiting: () => working().send('WAIT'),
  done: () => working().send('REPORT_REPAID').send('REPORT_DONE'),
  notDone: () => working().send('REPORT_NOT_DONE'),
  cancelled: () => working().send('CANCEL'),
} as const satisfies Record<string, () => Measure>;
export type Situation = keyof typeof SITUATIONS;
