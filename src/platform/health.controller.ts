import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { loadMigrations } from './database.js';
import { metrics } from './metrics.js';
import { readinessNotes } from './readiness-notes.js';

interface Readiness {
  ready: boolean;
  database: 'up' | 'down';
  migrations: 'current' | 'missing' | 'unknown';
  /** What is worth knowing beside it. */
  notes: Record<string, unknown>;
}

/** Outside the API: is the process alive, may it get work, what does it count. */
@ApiExcludeController()
@Controller()
export class HealthController {
  private expected: Promise<number> | undefined;

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Get('healthz')
  healthz(): { alive: true } {
    return { alive: true };
  }

  /** Mail never fails readiness: a dead mail server on a deadline day must not take the nodes out. */
  @Get('readyz')
  async readyz(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = { ...(await this.readiness()), notes: notes() };
    if (!readiness.ready) reply.status(503);
    return readiness;
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', metrics.contentType).send(await metrics.metrics());
  }

  private async readiness(): Promise<Omit<Readiness, 'notes'>> {
    this.expected ??= loadMigrations().then((migrations) => migrations.length);
    try {
      const [{ done }] = await this.source.query<[{ done: number }]>('select migrations_done() as done');
      const current = done >= (await this.expected);
      return { ready: current, database: 'up', migrations: current ? 'current' : 'missing' };
    } catch {
      return { ready: false, database: 'down', migrations: 'unknown' };
    }
  }
}

function notes(): Record<string, unknown> {
  return Object.fromEntries([...readinessNotes].map(([name, note]) => [name, note()]));
}
