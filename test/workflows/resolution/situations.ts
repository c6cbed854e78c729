import type { AnyMachineSnapshot } from 'xstate';
import { begin, type Effect, type ProcessEvent, type Refusal, step } from '../../../workflows/process.js';
import {
  delegateOf,
  PASSED,
  type ResolutionDifference,
  resolutionSample,
} from '../../../workflows/proof/resolution.samples.js';
import type { ResolutionContext } from '../../../workflows/resolution/resolution.context.js';
import type { ResolutionEventType } from '../../../workflows/resolution/resolution.events.js';
import type { BirthFacts, VoteFacts } from '../../../workflows/resolution/resolution.facts.js';
import { resolution1, stateOf } from '../../../workflows/resolution/resolution.js';
import type { Subject } from '../../../workflows/resolution/subjects.js';

/** One resolution on its way: where it is, and what its last step wanted done. Sending gives a new one. */
export class Resolution {
  constructor(
    readonly snapshot: AnyMachineSnapshot,
    readonly effects: readonly Effect[],
  ) {}

  get context(): ResolutionContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  event<Type extends ResolutionEventType>(
    type: Type,
    difference: ResolutionDifference<Type> = {},
  ): ProcessEvent {
    return resolutionSample(type, this.context, difference);
  }

  /** Sends what must be taken. `effects` are those of this step. */
  send<Type extends ResolutionEventType>(
    type: Type,
    difference: ResolutionDifference<Type> = {},
  ): Resolution {
    return this.take(this.event(type, difference));
  }

  /** The same with an event as another process makes it. */
  take(event: ProcessEvent): Resolution {
    const result = step(resolution1, this.snapshot, event);
    if (result.kind !== 'taken') {
      throw new Error(`${event.type} was not taken in ${this.state}: ${JSON.stringify(result)}`);
    }
    return new Resolution(result.next, result.effects);
  }

  takes<Type extends ResolutionEventType>(type: Type, difference: ResolutionDifference<Type> = {}): boolean {
    return step(resolution1, this.snapshot, this.event(type, difference)).kind !== 'notAccepted';
  }

  refusals<Type extends ResolutionEventType>(
    type: Type,
    difference: ResolutionDifference<Type> = {},
  ): Refusal[] {
    const result = step(resolution1, this.snapshot, this.event(type, difference));
    if (result.kind === 'notAccepted') throw new Error(`${type} is not taken in ${this.state}`);
    return result.kind === 'refused' ? result.refusals : [];
  }

  codes<Type extends ResolutionEventType>(type: Type, difference: ResolutionDifference<Type> = {}): string[] {
    return this.refusals(type, difference).map(({ code }) => code);
  }

  of<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>['params'][] {
    return this.effects.flatMap((effect) => (effect.type === type ? [effect.params] : [])) as never;
  }

  notices(): string[] {
    return this.of('notify').map(({ template }) => template);
  }

  /** What was said to other cases: to whom, what, with what. */
  said(): [string, string, object][] {
    return this.of('send').map(({ to, event }) => [to, event.type, event.payload]);
  }
}

export function unborn(): Resolution {
  const { next, effects } = begin(resolution1, {});
  return new Resolution(next, effects);
}

export function drafted(
  subject: Subject = { type: 'standstill', days: 90 },
  facts: Partial<BirthFacts> = {},
): Resolution {
  return unborn().send('RESOLUTION.DRAFTED', { payload: { subject }, facts });
}

/** The standstill that another item lengthens or takes back. */
export const TARGET = { inForce: true, subject: 'standstill', termExtended: false } as const;

/** The consent item that a filing of `haisi` was referred with. */
export function referred(): Resolution {
  return unborn().send('FILING.REFERRED');
}

/** Noticed by whoever presides; `citong` is the vice chair. */
export function noticed(item = drafted()): Resolution {
  const { subject } = item.context;
  const chairConcerned =
    subject?.type === 'chair' || (subject?.type === 'consent' && subject.bank === 'jinli');
  return item.send('NOTICE', { actor: delegateOf(chairConcerned ? 'citong' : 'jinli') });
}

export function voting(item = drafted()): Resolution {
  return noticed(item).send('DEADLINE.notice');
}

export function passed(item = drafted(), facts: Partial<VoteFacts> = {}): Resolution {
  return voting(item).send('DEADLINE.vote', { facts: { tally: PASSED, ...facts } });
}

export function inForce(): Resolution {
  return passed();
}
