import { Choice, Id } from '../platform/http/fields.js';

/** What every event body has: its type, and for whom a delegate acts when it could act for several. */
export abstract class EventBody {
  abstract type: string;

  @Id({ optional: true, description: '代办时的委托人（仅受多人委托时须填）' })
  onBehalfOf?: string;
}

/** The one type that a body class stands for. */
export function TypeOf(type: string): PropertyDecorator {
  return Choice([type], { example: type });
}

/** The body of each event that people and banks' systems send: one class, one schema, one example a type. */
export type EventBodies<Type extends string = string> = Readonly<
  Record<Type, { body: new () => EventBody; example: object }>
>;
