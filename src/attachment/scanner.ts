import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import { askClamd } from './clamd.js';

export type Looked = { safety: 'off' | 'waiting' | 'clean' } | { safety: 'infected'; finding: string };

/** 恶意代码防范 (GB/T 22239-2019 8.1.4.5, ASVS 5.4.3): fails closed. A scanner that cannot tell has not found a file clean. */
@Injectable()
export class Scanner {
  private readonly url: string | undefined;

  constructor(
    @Inject(CONFIG) { clamdUrl }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.url = clamdUrl;
  }

  get isOn(): boolean {
    return this.url !== undefined;
  }

  /** The bytes are opened only when there is somebody to look at them. */
  async look(open: () => Readable): Promise<Looked> {
    if (this.url === undefined) return { safety: 'off' };
    try {
      const { found } = await askClamd(this.url, open);
      return found === undefined ? { safety: 'clean' } : { safety: 'infected', finding: found };
    } catch (error) {
      this.logger.warn({ err: error }, 'the malware scanner could not be asked');
      return { safety: 'waiting' };
    }
  }
}
