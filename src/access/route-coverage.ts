import { ROUTES } from './permission-table.js';
import { API_PREFIX, routeKey } from './route-key.js';

/** Default deny at the start: a route that the permission table does not know stops the process. */
export function refuseUncoveredRoutes(routes: readonly { method: string; url: string }[]): void {
  const uncovered = routes
    .filter(({ method, url }) => url.startsWith(`${API_PREFIX}/`) && !['HEAD', 'OPTIONS'].includes(method))
    .map(({ method, url }) => routeKey(method, url))
    .filter((key) => !Object.hasOwn(ROUTES, key));
  if (uncovered.length > 0) {
    throw new Error(`No permission is declared for ${[...new Set(uncovered)].join(', ')}.`);
  }
}
