// A node whose permission table a test changes while it runs: `{ route, permission }` puts a row in place of the one that
// stands there, and `{ route }` puts the former one back.
import { ROUTES } from '../../dist/src/access/permission-table.js';
import { readConfig } from '../../dist/src/platform/config.js';
import { startServer } from '../../dist/src/server.js';

const former = { ...ROUTES };

process.once('disconnect', () => process.exit());
process.on('message', ({ route, permission }) => {
  if (!Object.hasOwn(former, route)) throw new Error(`There is no row ${route}.`);
  ROUTES[route] = permission ?? former[route];
  process.send({ done: route });
});
const { url } = await startServer(readConfig(process.env));
process.send({ url, rows: former });
