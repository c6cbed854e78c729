// The world of one acceptance test file: a fresh copy of the template database under the server of this jest worker.
import { TestEnvironment } from 'jest-environment-node';
import { copyTemplate } from './worker-database.mjs';
import { serverOfWorker } from './worker-server.mjs';

export default class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const database = await copyTemplate();
    this.server = await serverOfWorker(database);
    await this.server.ready();
    this.global.wendai = { ...database, url: this.server.url, smtpPort: this.server.smtpPort };
  }

  async teardown() {
    await super.teardown();
    this.server?.mustLive();
  }
}
