import { createServer } from 'node:http';
import pg from 'pg';
import { CALL, PLAN_ONCE } from './limit.mjs';

const [, , connectionString, max] = process.argv;
const pool = new pg.Pool({
  connectionString,
  max: Number(max),
  min: Number(max),
  idleTimeoutMillis: 0,
  options: PLAN_ONCE,
});
await Promise.all(Array.from({ length: Number(max) }, () => pool.query('select pg_sleep(0.05)')));
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', async () => {
    try {
      JSON.parse(body);
      await pool.query({ name: 'bench', text: CALL });
      response.setHeader('content-type', 'application/json');
      response.end('{"done":true}');
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());
