import { readEvent as readAnyEvent, type SentEvent } from '../../cases/read-event.js';
import { answered } from '../content/normal-content.js';
import { EVENT_BODIES, type PublicEventType } from './event-bodies.js';

/**
 * An event for a filing: what is left open in it is left out, as in its content.
 * @throws {Problem} reserved-event, validation-failed
 */
export async function readEvent(body: unknown): Promise<SentEvent<PublicEventType>> {
  const event = await readAnyEvent(body, EVENT_BODIES);
  return { ...event, payload: answered(event.payload) };
}
