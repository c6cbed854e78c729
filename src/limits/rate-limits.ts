import { Inject, Injectable } from '@nestjs/common';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Problem } from '../platform/problem.js';
import { ACCOUNT, ADDRESS, ANONYMOUS, type Limit, NOT_COUNTED_ANONYMOUS, SHARED } from './limit-table.js';

const MS = 1000;

interface Asked {
  route: string;
  /** Answered to whoever has not signed in. */
  isPublic: boolean;
}

/** 429 for who asks too often, by account where there is one and by address where there is none (OWASP API4). */
@Injectable()
export class RateLimits {
  private readonly account = inMemory(ACCOUNT);
  private readonly address = inMemory(ADDRESS);
  private readonly anonymous: RateLimiterAbstract;
  private readonly shared: readonly { routes: ReadonlySet<string>; limiter: RateLimiterAbstract }[];
  private readonly isOn: boolean;

  constructor(source: DataSource, @Inject(CONFIG) { jurisdiction, rateLimits }: Config) {
    this.isOn = rateLimits;
    this.anonymous = inDatabase(ANONYMOUS, source, jurisdiction);
    this.shared = SHARED.map(({ routes, ...limit }) => ({
      routes,
      limiter: inDatabase(limit, source, jurisdiction),
    }));
  }

  /** @throws {Problem} too-many-requests with the seconds to wait */
  async count({ person }: Actor, { route, isPublic }: Asked, address: string): Promise<void> {
    if (!this.isOn) return;
    if (person === undefined) {
      await this.countStranger(address);
      if (isPublic && !NOT_COUNTED_ANONYMOUS.has(route)) await consume(this.anonymous, address);
      return;
    }
    await consume(this.account, person);
    for (const { routes, limiter } of this.shared) if (routes.has(route)) await consume(limiter, person);
  }

  /** For a request that is refused before anybody is known. @throws {Problem} too-many-requests */
  async countStranger(address: string): Promise<void> {
    if (this.isOn) await consume(this.address, address);
  }
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / MS));
    throw new Problem('too-many-requests', { extension: { retryAfter } });
  }
}

function inMemory({ name, points, seconds }: Limit): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

/** Should the database be away, each node counts for itself. */
function inDatabase(limit: Limit, source: DataSource, jurisdiction: string): RateLimiterPostgres {
  const { name, points, seconds } = limit;
  return new RateLimiterPostgres({
    storeClient: source,
    storeType: 'typeorm',
    tableName: 'rate_count',
    tableCreated: true,
    keyPrefix: `${jurisdiction} ${name}`,
    points,
    duration: seconds,
    insuranceLimiter: inMemory(limit),
  });
}
