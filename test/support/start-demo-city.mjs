// Before the walks in the browser: the cluster of the acceptance tests, with the whole demo in its template. The demo's past
// ends on one fixed day, so that every walk finds the same city whatever day it is.
import { unpackedChromium } from '../../scripts/chromium.mjs';
import { built, PASSWORD, startCluster } from './start-cluster.mjs';

/** A Wednesday without a holiday near it; test/support/at-console.ts knows it too. */
const TODAY = new Date('2026-09-16T10:00:00+08:00');

export default function startDemoCity() {
  unpackedChromium();
  return startCluster(async ({ ownerUrl, adminUrl, appUrl, home }) => {
    const [{ readConfig }, { seedDemo }] = await Promise.all([
      built('src/platform/config.js'),
      built('src/demo/seed.js'),
    ]);
    const config = readConfig({ WENDAI_HOME: home, DATABASE_URL: appUrl, LOG_LEVEL: 'silent' });
    await seedDemo({ config, ownerUrl, adminUrl, password: PASSWORD, today: TODAY });
  });
}
