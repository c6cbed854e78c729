import { Injectable } from '@nestjs/common';
import type { CaseDescription } from './case-description.js';

/** How each process is told, for pages that show cases of several. Features add theirs when they start. */
@Injectable()
export class CaseDescriptions {
  private readonly known = new Map<string, CaseDescription>();

  add<Context>(description: CaseDescription<Context>): void {
    // Each is asked only about contexts of its own process.
    this.known.set(description.process, description as CaseDescription);
  }

  of(process: string): CaseDescription {
    const description = this.known.get(process);
    if (description === undefined) throw new Error(`Nobody told how ${process} is described.`);
    return description;
  }
}
