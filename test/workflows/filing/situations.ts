import { expect } from '@jest/globals';
import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext, OpiningOffice } from '../../../workflows/filing/filing.context.js';
import type { FilingEventType } from '../../../workflows/filing/filing.events.js';
import type { FileFacts } from '../../../workflows/filing/filing.facts.js';
import { filing1, stateOf } from '../../../workflows/filing/filing.js';
import { begin, type Effect, type ProcessEvent, type Refusal, step } from '../../../workflows/process.js';
import { type Difference, reviewerOf, sampleOf } from '../../../workflows/proof/filing.samples.js';

/** One filing on its way: what was sent so far, where it is, and what it wanted done. Sending gives a new one. */
export class Filing {
  constructor(
    readonly snapshot: AnyMachineSnapshot,
    readonly effects: readonly Effect[],
    readonly log: readonly ProcessEvent[] = [],
  ) {}

  get context(): FilingContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  event<Type extends FilingEventType>(type: Type, difference: Difference<Type> = {}): ProcessEvent {
    return sampleOf(type, this.context, difference);
  }

  /** Sends what must be taken. `effects` are those of this step. */
  send<Type extends FilingEventType>(type: Type, difference: Difference<Type> = {}): Filing {
    const event = this.event(type, difference);
    const result = step(filing1, this.snapshot, event);
    if (result.kind !== 'taken') {
      throw new Error(`${type} was not taken in ${this.state}: ${JSON.stringify(result)}`);
    }
    return new Filing(result.next, result.effects, [...this.log, event]);
  }

  /** Whether the state takes the event at all. */
  takes<Type extends FilingEventType>(type: Type, difference: Difference<Type> = {}): boolean {
    return step(filing1, this.snapshot, this.event(type, difference)).kind !== 'notAccepted';
  }

  /** The reasons against an event that the state takes. */
  refusals<Type extends FilingEventType>(type: Type, difference: Difference<Type> = {}): Refusal[] {
    const result = step(filing1, this.snapshot, this.event(type, difference));
    if (result.kind === 'notAccepted') throw new Error(`${type} is not taken in ${this.state}`);
    return result.kind === 'refused' ? result.refusals : [];
  }

  codes<Type extends FilingEventType>(type: Type, difference: Difference<Type> = {}): string[] {
    return this.refusals(type, difference).map(({ code }) => code);
  }

  of<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>['params'][] {
    return this.effects.flatMap((effect) => (effect.type === type ? [effect.params] : [])) as never;
  }

  notices(): string[] {
    return this.of('notify').map(({ template }) => template);
  }

  inquiries(): string[] {
    return this.opened().map(({ kind }) => kind);
  }

  /** The inquiries that this step opened, about this filing and its bank. */
  opened(): { kind: string; detail: object }[] {
    return this.of('open').map(({ process, event }) => {
      expect([process, event.type]).toEqual(['inquiry', 'INQUIRY.OPENED']);
      return this.aboutMe(event.payload);
    });
  }

  /** The breaches of a standstill that this step told the committee's resolutions of. */
  breaches(): { kind: string; detail: object }[] {
    const sent = this.of('send').filter(({ event }) => event.type === 'STANDSTILL.BREACHED');
    return sent.map(({ event }) => this.aboutMe(event.payload));
  }

  private aboutMe(payload: object): { kind: string; detail: object } {
    const { filing, bank, ...rest } = payload as {
      filing: string;
      bank: string;
      kind: string;
      detail: object;
    };
    expect({ filing, bank }).toEqual({ filing: this.context.filing, bank: this.context.bank });
    return rest;
  }

  sent(): string[] {
    return this.of('send').map(({ event }) => event.type);
  }
}

export function aDraft(): Filing {
  const born = begin(filing1, { filing: 'filing-1', bank: 'jinli', unit: null, maker: 'maker' });
  return new Filing(born.next, born.effects);
}

export function inChecking(): Filing {
  return aDraft().send('SEND_TO_CHECK');
}

export function filed(facts: Partial<FileFacts> = {}): Filing {
  return inChecking().send('FILE', { facts });
}

/** About an act done on the day before it was filed. */
export function filedAsDone(facts: Partial<FileFacts> = {}): Filing {
  return filed({
    bankDate: null,
    figures: {
      kind: 'withdraw',
      amount: '6000000.00',
      plannedDate: '2026-06-09',
      actedOn: '2026-06-09',
      emergency: false,
    },
    bankMarks: ['notReportedBefore'],
    ...facts,
  });
}

export function inReview(facts: Partial<FileFacts> = {}): Filing {
  return filed(facts).send('ACKNOWLEDGE');
}

export function opinion(
  filing: Filing,
  office: OpiningOffice,
  position: 'noObjection' | 'suggestDeferral' | 'coordinate' | 'referToCommittee',
): Filing {
  return filing.send('OPINE', {
    office,
    actor: reviewerOf(office),
    payload: { position },
    facts: { chain: [`${office}.reviewer`], committee: filing.context.committee },
  });
}

export function silence(filing: Filing, office: OpiningOffice): Filing {
  return filing.send(`DEADLINE.review.${office}`);
}

export function bothSilent(facts: Partial<FileFacts> = {}): Filing {
  return silence(silence(inReview(facts), 'finance'), 'industry');
}

export function bothSatisfied(facts: Partial<FileFacts> = {}): Filing {
  return opinion(opinion(inReview(facts), 'finance', 'noObjection'), 'industry', 'noObjection');
}

export function inConcluding(
  position: 'suggestDeferral' | 'coordinate' | 'referToCommittee',
  facts: Partial<FileFacts> = {},
): Filing {
  return opinion(opinion(inReview(facts), 'finance', 'noObjection'), 'industry', position);
}
