// Loaded into a node before it starts: the route that reads a report is declared to nobody.
import { ROUTES } from '../../dist/src/access/permission-table.js';

if (!delete ROUTES['GET /filings/:id']) throw new Error('There is no such row to take away.');
