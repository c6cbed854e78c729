// The world of one walk: that of an acceptance test, and a browser in front of it. It starts in a fraction of a second, so that
// each file has its own and leaves nothing behind.
import { launchChromium } from '../../scripts/chromium.mjs';
import ServerEnvironment from './server-environment.mjs';
import { freePort } from './worker-server.mjs';

export default class BrowserEnvironment extends ServerEnvironment {
  async setup() {
    await super.setup();
    this.browser = await launchChromium();
    this.global.wendaiBrowser = this.browser;
  }

  /** People come by a name, since passkeys know no other address, and by one that needs no TLS. */
  async settings() {
    const port = await freePort();
    return { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` };
  }

  async teardown() {
    await this.browser?.close();
    await super.teardown();
  }
}
