import { seedFixtures } from './fixtures.js';
import type { SeedInput } from './launch-demo.js';

/** Fills a new database with the demo data of the fictional city. */
export async function seedDemo({ config, password }: SeedInput): Promise<void> {
  await seedFixtures(config.databaseUrl, { password });
}
