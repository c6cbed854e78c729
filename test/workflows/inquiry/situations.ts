import type { AnyMachineSnapshot } from 'xstate';
import type { InquiryContext } from '../../../workflows/inquiry/inquiry.context.js';
import type { FactsOf, InquiryEventType, PayloadOf } from '../../../workflows/inquiry/inquiry.events.js';
import { inquiry1, stateOf } from '../../../workflows/inquiry/inquiry.js';
import { begin, type Effect, step } from '../../../workflows/process.js';
import { inquirySample } from '../../../workflows/proof/inquiry.proof.js';

interface Difference<Type extends InquiryEventType> {
  payload?: Partial<PayloadOf<Type>>;
  facts?: Partial<FactsOf<Type>>;
}

/** One inquiry on its way: where it is, and what its last step wanted done. Sending gives a new one. */
export class Inquiry {
  constructor(
    readonly snapshot: AnyMachineSnapshot,
    readonly effects: readonly Effect[],
  ) {}

  get context(): InquiryContext {
    return this.snapshot.context;
  }

  get state(): string {
    return stateOf(this.snapshot);
  }

  send<Type extends InquiryEventType>(type: Type, difference: Difference<Type> = {}): Inquiry {
    const result = step(inquiry1, this.snapshot, inquirySample(type, difference));
    if (result.kind !== 'taken') throw new Error(`${type} in ${this.state}: ${JSON.stringify(result)}`);
    return new Inquiry(result.next, result.effects);
  }

  takes(type: InquiryEventType): boolean {
    return step(inquiry1, this.snapshot, inquirySample(type)).kind !== 'notAccepted';
  }

  codes<Type extends InquiryEventType>(type: Type, difference: Difference<Type>): string[] {
    const result = step(inquiry1, this.snapshot, inquirySample(type, difference));
    return result.kind === 'refused' ? result.refusals.map(({ code }) => code) : [];
  }

  of<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>['params'][] {
    return this.effects.flatMap((effect) => (effect.type === type ? [effect.params] : [])) as never;
  }

  notices(): string[] {
    return this.of('notify').map(({ template }) => template);
  }

  /** The parties that this step tells. */
  told(): string[] {
    return [...new Set(this.of('notify').flatMap(({ to }) => to.map(({ party }) => party)))];
  }
}

export function unborn(): Inquiry {
  const { next, effects } = begin(inquiry1, {});
  return new Inquiry(next, effects);
}

export type Situation =
  | 'noticed, unborn'
  | 'noticed'
  | 'explaining'
  | 'assessing'
  | 'assessing, unheard'
  | 'substantiated'
  | 'advised'
  | 'notifiedRegulator'
  | 'notSubstantiated'
  | 'closed';

/** One inquiry in each state. */
export const SITUATIONS: Readonly<Record<Situation, () => Inquiry>> = {
  'noticed, unborn': unborn,
  noticed: () => unborn().send('INQUIRY.OPENED'),
  explaining: () => SITUATIONS.noticed().send('ASK'),
  assessing: () => SITUATIONS.explaining().send('EXPLAIN'),
  'assessing, unheard': () => SITUATIONS.explaining().send('DEADLINE.explain'),
  substantiated: () => SITUATIONS.assessing().send('SUBSTANTIATE'),
  advised: () => SITUATIONS.substantiated().send('ADVISE'),
  notifiedRegulator: () => SITUATIONS.advised().send('NOTIFY_REGULATOR'),
  notSubstantiated: () => SITUATIONS.assessing().send('NOT_SUBSTANTIATE'),
  closed: () => SITUATIONS.advised().send('CLOSE'),
};
