import type { SeedInput } from './launch-demo.js';

/** Fills a new database with the demo data of the fictional city. */
export async function seedDemo(_input: SeedInput): Promise<void> {}
