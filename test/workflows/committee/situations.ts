import type { AnyMachineSnapshot } from 'xstate';
import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { CommitteeEventType } from '../../../workflows/committee/committee.events.js';
import { committee1, stateOf } from '../../../workflows/committee/committee.js';
import { begin, type Effect, type ProcessEvent, type Refusal, step } from '../../../workflows/process.js';
import { type Difference, sampleOf } from '../../../workflows/proof/committee.samples.js';

/** One committee on its way: where it is, and what it wanted done. Sending gives a new one. */
export class Committee {
  constructor(
    readonly snapshot: AnyMachineSnapshot,
    readonly effects: readonly Effect[],
  ) {}

  get context(): CommitteeContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  event<Type extends CommitteeEventType>(type: Type, difference: Difference<Type> = {}): ProcessEvent {
    return sampleOf(type, this.context, difference);
  }

  /** Sends what must be taken. `effects` are those of this step. */
  send<Type extends CommitteeEventType>(type: Type, difference: Difference<Type> = {}): Committee {
    const result = step(committee1, this.snapshot, this.event(type, difference));
    if (result.kind !== 'taken') {
      throw new Error(`${type} was not taken in ${this.state}: ${JSON.stringify(result)}`);
    }
    return new Committee(result.next, result.effects);
  }

  /** Whether the state takes the event at all. */
  takes(type: CommitteeEventType): boolean {
    return step(committee1, this.snapshot, this.event(type)).kind !== 'notAccepted';
  }

  refusals<Type extends CommitteeEventType>(type: Type, difference: Difference<Type> = {}): Refusal[] {
    const result = step(committee1, this.snapshot, this.event(type, difference));
    if (result.kind === 'notAccepted') throw new Error(`${type} is not taken in ${this.state}`);
    return result.kind === 'refused' ? result.refusals : [];
  }

  codes<Type extends CommitteeEventType>(type: Type, difference: Difference<Type> = {}): string[] {
    return this.refusals(type, difference).map(({ code }) => code);
  }

  of<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>['params'][] {
    return this.effects.flatMap((effect) => (effect.type === type ? [effect.params] : [])) as never;
  }

  notices(): string[] {
    return this.of('notify').map(({ template }) => template);
  }

  /** What this step told other cases, and whom. */
  sent(): string[] {
    return this.of('send').map(({ to, event }) => `${to} ${event.type}`);
  }

  armed(): object[] {
    return this.of('armDeadline');
  }

  disarmed(): string[] {
    return this.of('disarmDeadline').map(({ name }) => name);
  }
}

export function aBirth(): Committee {
  const born = begin(committee1, { committee: 'committee-1' });
  return new Committee(born.next, born.effects);
}

export function proposed(): Committee {
  return aBirth().send('PROPOSE');
}

export function forming(): Committee {
  return proposed().send('INVITE');
}

export function electing(): Committee {
  return forming().send('CONFIRM_CLAIMS');
}

export function signing(): Committee {
  return electing().send('ELECT');
}

/** Those who have signed elect anew, because the chair-elect did not sign. */
export function electingAnew(): Committee {
  return signing().send('DEADLINE.sign', { facts: { chairSigned: false } });
}

export function active(): Committee {
  return signing().send('SIGN');
}

export function consulting(): Committee {
  return aBirth()
    .send('PROPOSE', {
      payload: { form: 'light', creditors: [{ organization: 'jinli' }, { organization: 'citong' }] },
    })
    .send('INVITE', { facts: { creditors: 2 } });
}

export function winding(): Committee {
  return active().send('RESOLUTION.CARRIED', { payload: { subject: 'dissolution' } });
}

export function inCourt(): Committee {
  return active().send('COURT.ACCEPTED');
}

/** One committee in each state, and in each part of a state that takes other events. */
export const SITUATIONS = {
  'proposed, just born': aBirth,
  proposed,
  forming,
  electing,
  'electing anew': electingAnew,
  signing,
  active,
  'active, minutes open': () => active().send('RECORD_MINUTES'),
  'active, light form': consulting,
  winding,
  judicial: inCourt,
  dissolved: () => winding().send('DEADLINE.wind'),
  notFounded: () => proposed().send('ABANDON'),
} as const satisfies Record<string, () => Committee>;
export type Situation = keyof typeof SITUATIONS;
