// The world of one acceptance test file: a fresh copy of the template database under the server of this jest worker.
import { TestEnvironment } from 'jest-environment-node';
import { copyTemplate } from './worker-database.mjs';
import { serverOfWorker } from './worker-server.mjs';

export default class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const database = await copyTemplate();
    this.server = await serverOfWorker(database, await this.settings());
    await this.server.ready();
    const { url, smtpPort, log } = this.server;
    this.global.wendai = { ...database, url, smtpPort, log };
  }

  /** What the server of this project is told otherwise, as environment variables. */
  async settings() {
    return {};
  }

  async teardown() {
    await super.teardown();
    await this.server?.mustLive();
  }
}
