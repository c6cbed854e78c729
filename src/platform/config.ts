import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { namedNetworks } from './http/network-list.js';

/** Everything the environment decides, read once. A value that makes no sense stops the start with one sentence. */
export interface Config {
  host: string;
  port: number;
  /** The application's own database user: neither owner nor superuser. */
  databaseUrl: string;
  /** How many connections a node keeps open, warmed at the start. */
  poolSize: number;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where people reach the console: mails link there, never to the API. */
  publicUrl: string;
  /** Ed25519 private key in PEM, mode 0600, outside the database. Signs receipts. */
  signingKeyFile: string;
  /** Public keys that receipts and checkpoints were signed by before, a C2SP vkey a line. */
  formerSigningKeysFile: string;
  attachmentsDir: string;
  /** clamd, e.g. tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl. Where it is set, only what it found clean is given out. */
  clamdUrl: string | undefined;
  trustedProxy: string | undefined;
  /** Where no proxy stands in front: the node itself speaks TLS, and nothing else. */
  tls: TlsConfig | undefined;
  /** A provider of identities (OpenID Connect) that people may sign in by. */
  oidc: OidcConfig | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  production: boolean;
  /** The city this node serves: its GB/T 2260 code. */
  jurisdiction: string;
  /** How often a node looks for due deadlines and unsent mail, in milliseconds. */
  workerIntervalMs: number;
  /** Private networks that messages to banks' systems may go to, e.g. 10.20.0.0/16; public addresses always. */
  webhookNetworks: readonly string[];
  /** How long log entries are kept before `npm run purge` may take them out. */
  logDays: number;
  /** Off for trials and measurements alone. */
  rateLimits: boolean;
  signIn: SignInConfig;
  /** AES-256 keys that personal data in the database is sealed with, mode 0600, outside the database. */
  fieldKeyFile: string;
  demo: boolean;
}

/** In PEM, the chain first to last and the key of mode 0600. Read at the start. */
export interface TlsConfig {
  certificate: string;
  key: string;
}

/** 统一身份认证: an OpenID provider that is trusted to say who somebody is. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people know it by. */
  name: string;
  /** The claim that holds the login. */
  loginClaim: string;
}

/** `sm3`: PBKDF2 by HMAC-SM3, where a city’s 密码应用 plan asks for 国密. */
export type PasswordScheme = 'argon2id' | 'sm3';

/** 身份鉴别: what the city's security office decides. Defaults are those of 等保三级. */
export interface SignInConfig {
  /** `djbh`: three of four classes, a new password every 90 days. `nist`: length and block list, no rotation. */
  passwordProfile: 'djbh' | 'nist';
  /** By what new passwords are hashed; what the other has hashed opens too, and is hashed anew then. */
  passwordScheme: PasswordScheme;
  /** Whether bureaus, delegates and administrators need a second factor. */
  secondFactor: boolean;
  idleMinutes: number;
  sessionHours: number;
  sessionsAtOnce: number;
  adminSessionsAtOnce: number;
  /** After how many days without a sign-in an account is disabled. */
  unusedDays: number;
  /** For how long a sign-in stands for decisions of weight. */
  stepUpMinutes: number;
}

const KNOWN = new Set([
  'WENDAI_ADMIN_SESSIONS_AT_ONCE',
  'WENDAI_IDLE_MINUTES',
  'WENDAI_PASSWORD_PROFILE',
  'WENDAI_PASSWORD_SCHEME',
  'WENDAI_SECOND_FACTOR',
  'WENDAI_SESSIONS_AT_ONCE',
  'WENDAI_SESSION_HOURS',
  'WENDAI_STEP_UP_MINUTES',
  'WENDAI_UNUSED_DAYS',
  'WENDAI_WEBHOOK_NETWORKS',
  'WENDAI_HOME',
  'WENDAI_JURISDICTION',
  'WENDAI_LOG_DAYS',
  'WENDAI_MAIL_FROM',
  'WENDAI_POOL_SIZE',
  'WENDAI_RATE_LIMITS',
  'WENDAI_WORKER_INTERVAL_MS',
]);

/** 网络安全法: logs are kept for six months at least. The database holds its owner to it as well. */
const LEAST_LOG_DAYS = 180;
const TEN_YEARS = 3_653;

export class ConfigError extends Error {}

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  for (const name of Object.keys(environment)) {
    if (name.startsWith('WENDAI_') && !KNOWN.has(name)) {
      throw new ConfigError(`${name} is no setting of Wendai. Known: ${[...KNOWN].join(', ')}.`);
    }
  }
  const home = resolve(environment['WENDAI_HOME'] ?? '.wendai');
  const port = wholeNumber(environment, 'PORT', 3000, 0, 65_535);
  const host = environment['HOST'] ?? '127.0.0.1';
  return {
    host,
    port,
    databaseUrl: url(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']) ?? required('DATABASE_URL'),
    poolSize: wholeNumber(environment, 'WENDAI_POOL_SIZE', 8, 1, 100),
    smtpUrl: url(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: environment['WENDAI_MAIL_FROM'] ?? '稳贷 <wendai@localhost>',
    publicUrl: (
      url(environment, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://${host}:${String(port)}`
    ).replace(/\/$/, ''),
    signingKeyFile: environment['SIGNING_KEY_FILE'] ?? resolve(home, 'signing-key.pem'),
    formerSigningKeysFile: environment['FORMER_SIGNING_KEYS_FILE'] ?? resolve(home, 'former-signing-keys'),
    attachmentsDir: environment['ATTACHMENTS_DIR'] ?? resolve(home, 'attachments'),
    clamdUrl: url(environment, 'CLAMD_URL', ['tcp:', 'unix:']),
    trustedProxy: environment['TRUSTED_PROXY'],
    tls: tlsOf(environment),
    oidc: oidcOf(environment),
    logLevel: oneOf(environment, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    production: environment['NODE_ENV'] === 'production',
    jurisdiction: pattern(environment, 'WENDAI_JURISDICTION', /^\d{6}$/, '350500'),
    workerIntervalMs: wholeNumber(environment, 'WENDAI_WORKER_INTERVAL_MS', 1_000, 20, 600_000),
    webhookNetworks: networks(environment, 'WENDAI_WEBHOOK_NETWORKS'),
    logDays: wholeNumber(environment, 'WENDAI_LOG_DAYS', TEN_YEARS, LEAST_LOG_DAYS, 36_525),
    rateLimits: rateLimitsOf(environment),
    signIn: signInOf(environment),
    fieldKeyFile: environment['FIELD_KEY_FILE'] ?? resolve(home, 'field-keys'),
    demo: false,
  };
}

function rateLimitsOf(environment: NodeJS.ProcessEnv): boolean {
  const limits = oneOf(environment, 'WENDAI_RATE_LIMITS', ['on', 'off'], 'on');
  if (limits === 'off' && environment['NODE_ENV'] === 'production') {
    throw new ConfigError('WENDAI_RATE_LIMITS=off is for trials: leave it out in production.');
  }
  return limits === 'on';
}

function tlsOf(environment: NodeJS.ProcessEnv): TlsConfig | undefined {
  const { TLS_CERTIFICATE_FILE: certificate, TLS_KEY_FILE: key, PUBLIC_URL: address = '' } = environment;
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) {
    throw new ConfigError('TLS_CERTIFICATE_FILE and TLS_KEY_FILE go together: set both, or neither.');
  }
  // Else cookies would go over whatever else answers under that name.
  if (!address.startsWith('https:')) {
    throw new ConfigError(
      'With TLS_CERTIFICATE_FILE, PUBLIC_URL must be the https:// address that people use.',
    );
  }
  return { certificate: readFileSync(certificate, 'utf8'), key: readSecretFile(key) };
}

function oidcOf(environment: NodeJS.ProcessEnv): OidcConfig | undefined {
  const schemes = environment['NODE_ENV'] === 'production' ? ['https:'] : ['https:', 'http:'];
  const issuer = url(environment, 'OIDC_ISSUER', schemes);
  if (issuer === undefined) return undefined;
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file } = environment;
  if (clientId === undefined || file === undefined) {
    throw new ConfigError('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE beside it.');
  }
  return {
    issuer,
    clientId,
    clientSecret: readSecretFile(file).trim(),
    name: environment['OIDC_NAME'] ?? '统一身份认证',
    loginClaim: environment['OIDC_LOGIN_CLAIM'] ?? 'preferred_username',
  };
}

function signInOf(environment: NodeJS.ProcessEnv): SignInConfig {
  const secondFactor = oneOf(environment, 'WENDAI_SECOND_FACTOR', ['required', 'off'], 'required');
  if (secondFactor === 'off' && environment['NODE_ENV'] === 'production') {
    throw new ConfigError('WENDAI_SECOND_FACTOR=off is for trials: leave it out in production.');
  }
  return {
    passwordProfile: oneOf(environment, 'WENDAI_PASSWORD_PROFILE', ['djbh', 'nist'], 'djbh'),
    passwordScheme: oneOf(environment, 'WENDAI_PASSWORD_SCHEME', ['argon2id', 'sm3'], 'argon2id'),
    secondFactor: secondFactor === 'required',
    idleMinutes: wholeNumber(environment, 'WENDAI_IDLE_MINUTES', 15, 1, 30),
    sessionHours: wholeNumber(environment, 'WENDAI_SESSION_HOURS', 8, 1, 24),
    sessionsAtOnce: wholeNumber(environment, 'WENDAI_SESSIONS_AT_ONCE', 3, 1, 100),
    adminSessionsAtOnce: wholeNumber(environment, 'WENDAI_ADMIN_SESSIONS_AT_ONCE', 1, 1, 100),
    unusedDays: wholeNumber(environment, 'WENDAI_UNUSED_DAYS', 90, 1, 3_650),
    stepUpMinutes: wholeNumber(environment, 'WENDAI_STEP_UP_MINUTES', 15, 1, 480),
  };
}

/** The text of a secret file. A file that others can read is refused: a secret that is shared is none. */
export function readSecretFile(path: string): string {
  const mode = statSync(path).mode & 0o077;
  if (mode !== 0) throw new ConfigError(`${path} can be read by others. Set its mode to 0600.`);
  return readFileSync(path, 'utf8');
}

function required(name: string): never {
  throw new ConfigError(`${name} is not set. Set it, or try the system out with: npm run demo`);
}

function url(environment: NodeJS.ProcessEnv, name: string, protocols: string[]): string | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new ConfigError(`${name} must be an address beginning with ${protocols.join(' or ')}//.`);
  }
  return text;
}

function networks(environment: NodeJS.ProcessEnv, name: string): string[] {
  const named = (environment[name] ?? '').split(/[\s,]+/).filter((text) => text !== '');
  try {
    namedNetworks(named);
  } catch (error) {
    throw new ConfigError(`${name}: ${(error as Error).message}`);
  }
  return named;
}

function wholeNumber(
  environment: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new ConfigError(`${name} must be a whole number from ${String(least)} to ${String(most)}.`);
  }
  return value;
}

function oneOf<const T extends string>(
  environment: NodeJS.ProcessEnv,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const text = environment[name] ?? fallback;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new ConfigError(`${name} must be one of ${choices.join(', ')}.`);
  return found;
}

function pattern(environment: NodeJS.ProcessEnv, name: string, shape: RegExp, fallback: string): string {
  const text = environment[name] ?? fallback;
  if (!shape.test(text)) throw new ConfigError(`${name} must look like ${shape.source}.`);
  return text;
}

/** The token under which the one configuration of the process is injected. */
export const CONFIG = Symbol('CONFIG');
