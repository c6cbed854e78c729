import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CHECKS, entriesOf } from '../platform/http/validation.js';
import { Problem } from '../platform/problem.js';
import type { EventBodies } from './event-body.js';

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
  'SUPPORT.',
  'INQUIRY.',
];

export interface SentEvent<Type extends string = string> {
  type: Type;
  /** Without its type and for whom it is sent. */
  payload: object;
  onBehalfOf: string | undefined;
}

/**
 * An event out of a request's body, checked against the class of its type.
 * @throws {Problem} reserved-event, validation-failed
 */
export async function readEvent<Type extends string>(
  body: unknown,
  bodies: EventBodies<Type>,
): Promise<SentEvent<Type>> {
  const type = typeIn(body, bodies);
  const instance = plainToInstance(bodies[type].body, body);
  const errors = await validate(instance, CHECKS);
  if (errors.length > 0) throw new Problem('validation-failed', { errors: entriesOf(errors) });
  const { type: _, onBehalfOf, ...payload } = instance;
  return { type, payload, onBehalfOf: onBehalfOf ?? undefined };
}

function typeIn<Type extends string>(body: unknown, bodies: EventBodies<Type>): Type {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  if (typeof type !== 'string') throw invalidType('须填写事件类型');
  if (RESERVED.some((prefix) => type.toLowerCase().startsWith(prefix.toLowerCase()))) {
    throw new Problem('reserved-event');
  }
  if (!isAmong(type, bodies)) throw invalidType('没有这个事件类型');
  return type;
}

function isAmong<Type extends string>(type: string, bodies: EventBodies<Type>): type is Type {
  return Object.hasOwn(bodies, type);
}

function invalidType(message: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer: '/type', code: 'unknown-event', message }] });
}
