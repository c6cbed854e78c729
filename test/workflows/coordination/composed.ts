import type { CoordinationEventType } from '../../../workflows/coordination/coordination.events.js';
import type { FilingFacts, JoinedFiling } from '../../../workflows/coordination/coordination.facts.js';
import { coordination1 } from '../../../workflows/coordination/coordination.js';
import type { FilingEventType } from '../../../workflows/filing/filing.events.js';
import { filing1 } from '../../../workflows/filing/filing.js';
import { begin, type Effect, step } from '../../../workflows/process.js';
import { type Difference, sampleOf } from '../../../workflows/proof/coordination.samples.js';
import {
  type Difference as FilingDifference,
  sampleOf as filingSample,
} from '../../../workflows/proof/filing.samples.js';
import { Filing } from '../filing/situations.js';
import { born, type Coordination } from './situations.js';

/** One firm with its filings and their coordination, as the engine has them: what one case says, the other hears at once. */
export class Firm {
  readonly filings = new Map<string, Filing>();
  readonly table = new Map<string, JoinedFiling>();
  coordination: Coordination | null = null;
  /** Coordinations there have been: each is born of a filing that finds none open. */
  coordinations = 0;
  private entries = 0;

  constructor(readonly ids: readonly string[]) {
    for (const id of ids) {
      const { next, effects } = begin(filing1, {
        filing: id,
        bank: `bank-of-${id}`,
        unit: null,
        maker: 'maker',
      });
      this.filings.set(id, new Filing(next, effects));
    }
  }

  filing(id: string): Filing {
    const filing = this.filings.get(id);
    if (filing === undefined) throw new Error(`There is no ${id}.`);
    return filing;
  }

  joined(): JoinedFiling[] {
    return [...this.table.values()].filter(({ state }) => state === 'joined');
  }

  /** Lets something happen to a filing. False when its state does not take it, or a guard refuses. */
  tell<Type extends FilingEventType>(
    id: string,
    type: Type,
    difference: FilingDifference<Type> = {},
  ): boolean {
    const { snapshot, context } = this.filing(id);
    const result = step(filing1, snapshot, filingSample(type, context, difference));
    if (result.kind !== 'taken') return false;
    this.filings.set(id, new Filing(result.next, result.effects));
    this.deliver(id, result.effects);
    return true;
  }

  /** The finance leader lets the review end in a coordination. */
  intervene(id: string): void {
    for (const type of ['SEND_TO_CHECK', 'FILE', 'ACKNOWLEDGE'] as const) this.tell(id, type);
    for (const type of ['DEADLINE.review.finance', 'DEADLINE.review.industry'] as const) this.tell(id, type);
    this.tell(id, 'INTERVENE');
  }

  /** Lets something happen to the coordination, with what the table knows as facts. False when it is not taken. */
  coordinate<Type extends CoordinationEventType>(type: Type, difference: Difference<Type> = {}): boolean {
    if (this.coordination === null) return false;
    const ordinary = sampleOf(type, difference);
    const event = { ...ordinary, facts: { ...ordinary.facts, ...this.factsOf(ordinary.payload) } };
    const result = step(coordination1, this.coordination.snapshot, event);
    if (result.kind !== 'taken') return false;
    this.coordination = Object.assign(Object.create(Object.getPrototypeOf(this.coordination)), {
      snapshot: result.next,
      effects: result.effects,
    });
    this.write(type, event.payload);
    this.deliver('coordination', result.effects);
    return true;
  }

  /** 双人复核: the maker writes the bank's word, the checker confirms it. */
  confirm(filing: string, agreement: Partial<JoinedFiling['confirmed'] & object>): boolean {
    const payload = { filing, ...agreement } as never;
    return this.coordinate('PREPARE_OUTCOME', { payload }) && this.coordinate('CONFIRM_OUTCOME', { payload });
  }

  /** The court accepts: every open case of the firm hears it, in any order. */
  court(order: readonly string[]): void {
    for (const id of order) {
      if (id === 'coordination') this.coordinate('COURT.ACCEPTED');
      else this.tell(id, 'COURT.ACCEPTED');
    }
  }

  private deliver(from: string, effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type !== 'send') continue;
      const { to, event } = effect.params;
      if (to === 'coordination') this.hear(event);
      else if (this.filings.has(to)) this.hearFiling(to, event);
      else if (to !== 'resolution') throw new Error(`${from} sent ${event.type} to nobody: ${to}`);
    }
  }

  private hear({ type, payload }: { type: string; payload: object }): void {
    if (this.coordination === null || this.coordination.snapshot.status === 'done') {
      if (type !== 'FILING.JOINED') return;
      this.coordination = born();
      this.coordinations += 1;
      this.table.clear();
    }
    const taken = this.coordinate(type as CoordinationEventType, { payload } as never);
    if (!taken) throw new Error(`The coordination lost ${type} in ${this.coordination?.state ?? ''}.`);
  }

  private hearFiling(id: string, { type, payload }: { type: string; payload: object }): void {
    const { snapshot, state } = this.filing(id);
    if (snapshot.status !== 'active') return;
    if (!this.tell(id, type as FilingEventType, { payload } as never)) {
      throw new Error(`${id} lost ${type} in ${state}.`);
    }
  }

  private factsOf(payload: object): Partial<FilingFacts> {
    if (!('filing' in payload)) return {};
    const others = this.joined().filter(({ id }) => id !== payload.filing);
    return { filing: this.table.get(String(payload.filing)) ?? null, open: others.length };
  }

  private write(type: CoordinationEventType, payload: object): void {
    const said = payload as JoinedFiling['confirmed'] & { filing: string; revision: number; bank: string };
    const row = this.table.get(said.filing);
    if (type === 'FILING.JOINED') {
      const { amount, bankDate } = this.filing(said.filing).context;
      this.table.set(said.filing, {
        ...{ id: said.filing, revision: said.revision, bank: said.bank, state: 'joined', amount, bankDate },
        ...{ latestDate: '2026-12-31', prepared: null, confirmed: null },
      });
    } else if (row !== undefined) {
      this.entries += 1;
      const { filing: _, ...agreement } = said;
      const change: Partial<Record<CoordinationEventType, Partial<JoinedFiling>>> = {
        'FILING.LEFT': row.state === 'joined' && row.revision === said.revision ? { state: 'left' } : {},
        PREPARE_OUTCOME: { prepared: { ...agreement, person: 'jinli-bank.maker' } },
        CONFIRM_OUTCOME: { confirmed: { ...agreement, entry: `entry-${String(this.entries)}` } },
        CONCLUDE_FILING: { state: 'concluded' },
      };
      this.table.set(said.filing, { ...row, ...change[type] });
    }
  }
}
