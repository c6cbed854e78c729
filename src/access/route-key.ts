export const API_PREFIX = '/api/v1';

/** How the permission table names a route: `GET /filings/:id`. */
export function routeKey(method: string, path: string): string {
  return `${method === 'HEAD' ? 'GET' : method} ${path.slice(API_PREFIX.length)}`;
}
