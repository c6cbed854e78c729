// A node whose guards a test changes while it runs, one at a time: `{ guard, key, value }` puts a value in place of the one that
// stands there, and `{ guard, key }` puts the former one back.
import { EVENT_ROLES } from '../../dist/src/access/event-roles.js';
import { ROUTES } from '../../dist/src/access/permission-table.js';
import { STEP_UP } from '../../dist/src/access/sign-in/step-up.js';
import { readConfig } from '../../dist/src/platform/config.js';
import { startServer } from '../../dist/src/server.js';

const members = (set) => Object.fromEntries([...set].map((each) => [each, true]));
const former = {
  route: { ...ROUTES },
  event: structuredClone(EVENT_ROLES),
  stepUpRoute: members(STEP_UP.routes),
  stepUpEvent: members(STEP_UP.events),
};
const put = {
  route: (key, value) => {
    ROUTES[key] = value;
  },
  /** By the name of its process and its own, as in `filing FILE`. */
  event: (key, value) => {
    const [process, type] = key.split(' ');
    EVENT_ROLES[process][type] = value;
  },
  stepUpRoute: (key, isNeeded) => (isNeeded ? STEP_UP.routes.add(key) : STEP_UP.routes.delete(key)),
  stepUpEvent: (key, isNeeded) => (isNeeded ? STEP_UP.events.add(key) : STEP_UP.events.delete(key)),
};

process.once('disconnect', () => process.exit());
process.on('message', ({ guard, key, value }) => {
  put[guard](key, value ?? formerly(guard, key));
  process.send({ done: key });
});
const { url } = await startServer(readConfig(process.env));
process.send({ url, guards: former });

function formerly(guard, key) {
  if (guard !== 'event') {
    if (!Object.hasOwn(former[guard], key)) throw new Error(`There is no ${guard} ${key}.`);
    return former[guard][key];
  }
  const [process, type] = key.split(' ');
  return former.event[process][type];
}
