import type { AnyMachineSnapshot } from 'xstate';
import type { CoordinationContext } from '../../../workflows/coordination/coordination.context.js';
import type { CoordinationEventType } from '../../../workflows/coordination/coordination.events.js';
import { coordination1, stateOf } from '../../../workflows/coordination/coordination.js';
import { begin, type Effect, type Refusal, step } from '../../../workflows/process.js';
import { type Difference, sampleOf } from '../../../workflows/proof/coordination.samples.js';

/** One coordination on its way. Sending gives a new one; `effects` are those of the last step. */
export class Coordination {
  constructor(
    readonly snapshot: AnyMachineSnapshot,
    readonly effects: readonly Effect[],
  ) {}

  get context(): CoordinationContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  /** Sends what must be taken. */
  send<Type extends CoordinationEventType>(type: Type, difference: Difference<Type> = {}): Coordination {
    const result = step(coordination1, this.snapshot, sampleOf(type, difference));
    if (result.kind !== 'taken') {
      throw new Error(`${type} was not taken in ${this.state}: ${JSON.stringify(result)}`);
    }
    return new Coordination(result.next, result.effects);
  }

  takes<Type extends CoordinationEventType>(type: Type): boolean {
    return step(coordination1, this.snapshot, sampleOf(type)).kind !== 'notAccepted';
  }

  refusals<Type extends CoordinationEventType>(type: Type, difference: Difference<Type> = {}): Refusal[] {
    const result = step(coordination1, this.snapshot, sampleOf(type, difference));
    if (result.kind === 'notAccepted') throw new Error(`${type} is not taken in ${this.state}`);
    return result.kind === 'refused' ? result.refusals : [];
  }

  codes<Type extends CoordinationEventType>(type: Type, difference: Difference<Type> = {}): string[] {
    return this.refusals(type, difference).map(({ code }) => code);
  }

  of<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>['params'][] {
    return this.effects.flatMap((effect) => (effect.type === type ? [effect.params] : [])) as never;
  }

  notices(): string[] {
    return this.of('notify').map(({ template }) => template);
  }
}

export function born(): Coordination {
  const { next, effects } = begin(coordination1, {});
  return new Coordination(next, effects);
}

export function joined(difference: Difference<'FILING.JOINED'> = {}): Coordination {
  return born().send('FILING.JOINED', difference);
}

export function planning(): Coordination {
  return joined().send('ASSIGN');
}

export const SITUATIONS = {
  'open, just born': born,
  open: () => joined(),
  planning,
  meeting: () => planning().send('CALL_MEETING'),
  proposing: () => planning().send('PROPOSE'),
  'proposing, after minutes': () => planning().send('CALL_MEETING').send('RECORD_MINUTES'),
  'concluded by its last filing': () => planning().send('CONCLUDE_FILING'),
  'concluded, all left': () => planning().send('FILING.LEFT'),
  'concluded by the court': () => planning().send('COURT.ACCEPTED'),
} as const satisfies Record<string, () => Coordination>;
export type Situation = keyof typeof SITUATIONS;
