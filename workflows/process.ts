import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';

/**
 * The vocabulary in which a process and the engine speak. Everything here is plain data: nothing runs, nothing waits.
 * A process decides; `src/process` remembers what it decided and tells the world.
 */

export const PROCESS_NAMES = [
  'filing',
  'coordination',
  'support',
  'committee',
  'resolution',
  'inquiry',
] as const;
export type ProcessName = (typeof PROCESS_NAMES)[number];

/**
 * Who may hold a post. `bank.client` is a bank's own system, known by its API key; `helper.officer` works where a measure of
 * support is carried out: a guarantee company, a fund, a department, a town.
 */
export const ROLES = [
  'bank.maker',
  'bank.checker',
  'bank.delegate',
  'bank.admin',
  'bank.client',
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'county.coordinator',
  'helper.officer',
  'regulator.observer',
  'pboc.observer',
  'system.admin',
  'security.admin',
  'audit.admin',
] as const;
export type Role = (typeof ROLES)[number];

/** The offices that speak in a case; `county` is the one that administers the firm's place of operation. */
export const OFFICES = ['finance', 'industry', 'county', 'committee'] as const;
export type Office = (typeof OFFICES)[number];

/** Civil day `YYYY-MM-DD` in Asia/Shanghai. */
export type CivilDay = string;

/** Whoever caused an event. Clocks and other cases act too, and are named as such in the log. */
export interface EventActor {
  kind: 'person' | 'client' | 'clock' | 'case' | 'system';
  person?: string;
  organization?: string;
  role?: Role;
  /** The person in whose stead a delegate acts (委托代办). */
  onBehalfOf?: string;
  /** The case that sent the event, when `kind` is `case`. */
  case?: string;
}

/**
 * An event as it is logged: `payload` is what the actor said, `facts` what the engine looked up for it at that moment.
 * A transition reads the context and this alone, so that replay re-applies and never re-judges.
 */
export interface ProcessEvent<
  Type extends string = string,
  Payload extends object = object,
  Facts extends object = object,
> {
  type: Type;
  payload: Payload;
  facts: Facts;
  /** RFC 3339 instant of the transaction, `+08:00`. */
  at: string;
  actor: EventActor;
  /** The office in whose name the actor speaks, absent for banks and clocks. */
  office?: Office;
}

/** One reason why an event cannot be taken now. Shown to the person who tried, so `message` says what to do next. */
export interface Refusal {
  /** Stable, kebab-case, listed in `src/platform/problem-codes.ts`. */
  code: string;
  /** Chinese, one sentence. */
  message: string;
  /** JSON pointer into the payload or, for a filing, into its content. */
  pointer?: string;
  /** Clause or ground the rule rests on. */
  clause?: string;
  /** `permission` answers 403 with its own code and leaves a log entry; `rule` (the default) is an entry of 422. */
  kind?: 'rule' | 'permission';
}

/** A guard gives its reasons; no reasons means yes. The engine and `/actions` call the same function. */
export interface Guard<Context = unknown, Event extends ProcessEvent = ProcessEvent> {
  name: string;
  /** `/actions` skips guards that judge the payload, since nobody has typed one yet. */
  needsPayload: boolean;
  judge(context: Context, event: Event): Refusal[];
}

/** How long a clock runs. A day that is named is a civil day; `workingDays` is a key of the policy in force. */
export type Budget =
  | { workingDays: string }
  /** The same, counted from a day that was named instead of from the act that arms the clock: 「银行日期」后 3 个工作日. */
  | { workingDays: string; from: CivilDay }
  | { workingDaysCount: number }
  /** Ends with office hours of that day. */
  | { untilEndOf: CivilDay }
  /** Strikes at 00:00 of that day, before any other clock of the day: the bank's own date alone. */
  | { atStartOf: CivilDay }
  /** Calendar days, a key of the policy, counted from `from`; ends with office hours. */
  | { calendarDays: string; from: CivilDay };

/**
 * An organization by its part in the case. The engine knows the offices, the county and, as `filingBank`, the owner of the
 * case; the feature names the others: `bank` is whom one event or an inquiry is about, `banks` all banks that take part,
 * `creditors` whoever was invited to a committee, member or not.
 */
export const PARTIES = [
  'filingBank',
  'finance',
  'industry',
  'county',
  'regulator',
  'pboc',
  'chair',
  'viceChairs',
  'members',
  'creditors',
  'bank',
  'banks',
  'helper',
] as const;
export type Party = (typeof PARTIES)[number];

/** Whom a notice reaches: a post, at an organization named by its part in the case. */
export interface Addressee {
  party: Party;
  role: Role;
  /** 抄送: for information, asks for nothing. */
  copy?: boolean;
}

/** What a transition wants done. Entry and exit actions of the machines are these, by name; none of them runs. */
export type Effect =
  | { type: 'armDeadline'; params: { name: string; budget: Budget } }
  | { type: 'disarmDeadline'; params: { name: string } }
  | { type: 'stopDeadline'; params: { name: string; cause: string } }
  | { type: 'resumeDeadline'; params: { name: string; cause: string } }
  | { type: 'notify'; params: { template: string; to: readonly Addressee[] } }
  /** From now on the organization sees the case. */
  | { type: 'disclose'; params: { to: 'offices' | Party } }
  /**
   * An event for the other open cases about the same firm, in the same transaction: for the case of that id, or for all of
   * that process, or, with `owners`, for those of them that belong to one of these organizations. When there is none, the
   * process may have a case born of it.
   */
  | { type: 'send'; params: { to: string; event: Message; owners?: readonly string[] } }
  /** A new case about the same firm, born in its first state and told this event at once, in the same transaction. */
  | { type: 'open'; params: { process: ProcessName; event: Message } };
export type EffectType = Effect['type'];

/** What one case tells another. */
export interface Message {
  type: string;
  payload: object;
}

export const EFFECT_TYPES: readonly EffectType[] = [
  'armDeadline',
  'disarmDeadline',
  'stopDeadline',
  'resumeDeadline',
  'notify',
  'disclose',
  'send',
  'open',
];

/** Who may read an event, a field or a mark. `bank` is the narrowest reader, so what it may read everybody in the case may. */
export type Audience = 'bank' | 'office' | 'regulator' | 'member';

/** Chinese label, who is reminded while the case rests here, and the ground: kept in each state's `meta`. */
export interface StateMeta {
  label: string;
  waitsFor?: readonly Role[];
  clause?: string;
}

/** A process of one version. Old versions stay beside the new one: a case keeps the version it was born under. */
export interface ProcessDefinition<Context = unknown, Event extends ProcessEvent = ProcessEvent> {
  name: ProcessName;
  version: number;
  machine: AnyStateMachine;
  /** Declared event types a person or client may send. Everything else comes from clocks, cases and the engine. */
  publicEvents: readonly Event['type'][];
  guards: Partial<Record<string, readonly Guard<Context, Event>[]>>;
  /** The flat, contractual name of where the case is, e.g. `reviewing`. */
  stateOf(snapshot: AnyMachineSnapshot): string;
  /** The posts the case waits for now: they find it in their worklist and are reminded. */
  waitsFor(snapshot: AnyMachineSnapshot): Role[];
  /** Whether `event` may go on although `since` came in between and its sender had not seen it. */
  independentOf(
    event: { type: string; office?: Office | undefined },
    since: { type: string; office?: Office | undefined },
  ): boolean;
  audienceOf(eventType: string): Audience;
}

export type StepResult =
  /** The state has no transition for this event: 409. */
  | { kind: 'notAccepted' }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'taken'; next: AnyMachineSnapshot; effects: Effect[] };

/**
 * One step of a case. Whether the event is taken at all is `can(event)`, nothing else: a targetless transition gives the
 * same snapshot back, so identity proves nothing. Then the guards speak, all of them; then the machine moves.
 */
export function step(
  definition: ProcessDefinition,
  snapshot: AnyMachineSnapshot,
  event: ProcessEvent,
): StepResult {
  if (snapshot.status !== 'active' || !snapshot.can(event)) return { kind: 'notAccepted' };
  const refusals = refusalsOf(definition, snapshot.context, event);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  return { kind: 'taken', ...apply(definition, snapshot, event) };
}

/** Moves a case without judging: what replay does, and what `step` ends with. Throws when the machine itself fails. */
export function apply(
  definition: ProcessDefinition,
  snapshot: AnyMachineSnapshot,
  event: ProcessEvent,
): { next: AnyMachineSnapshot; effects: Effect[] } {
  const [next, actions] = transition(definition.machine, snapshot, event);
  if (next.status === 'error')
    throw new Error(`${definition.name} failed on ${event.type}`, { cause: next.error });
  return { next, effects: effectsIn(actions) };
}

/** The reasons against an event, from every guard that applies. `withoutPayload` leaves out those that judge a payload. */
export function refusalsOf(
  definition: ProcessDefinition,
  context: unknown,
  event: ProcessEvent,
  withoutPayload = false,
): Refusal[] {
  const guards = definition.guards[event.type] ?? [];
  return guards
    .filter((guard) => !(withoutPayload && guard.needsPayload))
    .flatMap((guard) => guard.judge(context, event));
}

/** A case that has just been born, with the effects of its first state. */
export function begin(
  definition: ProcessDefinition,
  input: object,
): { next: AnyMachineSnapshot; effects: Effect[] } {
  const [next, actions] = initialTransition(definition.machine, input);
  if (next.status === 'error') throw new Error(`${definition.name} cannot begin`, { cause: next.error });
  return { next, effects: effectsIn(actions) };
}

/** Stored value and context back into a snapshot that `step` takes. Throws when the stored state is unknown to the version. */
export function restore(
  definition: ProcessDefinition,
  stored: { status: string; value: unknown; context: unknown },
): AnyMachineSnapshot {
  const persisted = { ...stored, children: {}, historyValue: {}, tags: [] };
  return definition.machine.restoreSnapshot(persisted as never, undefined as never) as AnyMachineSnapshot;
}

function effectsIn(actions: readonly { type: string; params?: unknown }[]): Effect[] {
  const known: readonly string[] = EFFECT_TYPES;
  return actions
    .filter((action) => known.includes(action.type))
    .map(({ type, params }) => ({ type, params }) as Effect);
}
