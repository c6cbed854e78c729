import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CHECKS, entriesOf } from '../../platform/http/validation.js';
import { Problem } from '../../platform/problem.js';
import { answered } from '../content/normal-content.js';
import { EVENT_BODIES, isPublicEvent, type PublicEventType } from './event-bodies.js';

/** Events that clocks, other cases and the state machine itself send: nobody may send them through a door. */
const RESERVED = [
  'xstate.',
  'DEADLINE.',
  'RESOLUTION.',
  'COORDINATION.',
  'STANDSTILL.',
  'COURT.',
  'COMMITTEE.',
  'FILING.',
  'REFERRAL.',
];

export interface SentEvent {
  type: PublicEventType;
  /** Without type and without anything left open. */
  payload: object;
  onBehalfOf: string | undefined;
}

/**
 * An event out of a request's body, checked against the class of its type.
 * @throws {Problem} reserved-event, validation-failed
 */
export async function readEvent(body: unknown): Promise<SentEvent> {
  const type = typeIn(body);
  const instance = plainToInstance(EVENT_BODIES[type].body, body);
  const errors = await validate(instance, CHECKS);
  if (errors.length > 0) throw new Problem('validation-failed', { errors: entriesOf(errors) });
  const { type: _, onBehalfOf, ...payload } = instance;
  return { type, payload: answered(payload), onBehalfOf: onBehalfOf ?? undefined };
}

function typeIn(body: unknown): PublicEventType {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  if (typeof type !== 'string') throw invalidType('须填写事件类型');
  if (RESERVED.some((prefix) => type.toLowerCase().startsWith(prefix.toLowerCase()))) {
    throw new Problem('reserved-event');
  }
  if (!isPublicEvent(type)) throw invalidType('没有这个事件类型');
  return type;
}

function invalidType(message: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer: '/type', code: 'unknown-event', message }] });
}
