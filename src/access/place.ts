import type { FastifyRequest } from 'fastify';
import type { Place } from './session.service.js';

const BROWSER_LENGTH = 300;

/** Where a request comes from, as far as its sender can be believed. */
export function placeOf(request: FastifyRequest): Place {
  return {
    address: request.ip,
    origin: { address: request.ip, request: request.id },
    browser: (request.headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, BROWSER_LENGTH),
  };
}
