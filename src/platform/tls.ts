import type { ServerOptions } from 'node:https';
import type { Config } from './config.js';

/** TLS 1.3, and of TLS 1.2 what keeps a recording closed when the key is lost later and cannot be changed on the way. */
const SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');

/** What Fastify is told when the node itself ends TLS; nothing when a proxy does. */
export function tlsOptions({ tls }: Config): { https?: ServerOptions } {
  if (tls === undefined) return {};
  const { certificate: cert, key } = tls;
  return { https: { cert, key, minVersion: 'TLSv1.2', ciphers: SUITES } };
}
