// The demo's launcher with a small server of its own, so that what is tested is the launcher.
import { createServer } from 'node:http';
import pg from 'pg';
import { launchDemo } from '../../dist/src/demo/launch-demo.js';

async function query(connectionString, text) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const parts = {
  migrate: (ownerUrl) =>
    query(
      ownerUrl,
      'create table if not exists visit (at timestamptz); grant select, insert on visit to wendai_app',
    ),
  seedDemo: async ({ ownerUrl }) => {
    await query(ownerUrl, 'insert into visit values (now())');
    if (process.env.STUB_SEED_FAILS) throw new Error('the seed failed half way');
    if (process.env.STUB_SEED_SLOW) await new Promise((resolve) => setTimeout(resolve, 2_000));
  },
  startServer: async (config) => {
    const server = createServer(async (_request, response) => {
      await query(config.databaseUrl, 'insert into visit values (now())');
      const [{ visits }] = await query(config.databaseUrl, 'select count(*)::int as visits from visit');
      response.end(JSON.stringify({ visits, smtpUrl: config.smtpUrl }));
    });
    await new Promise((resolve, reject) => {
      server.once('error', reject).listen(config.port, config.host, resolve);
    });
    return {
      url: `http://127.0.0.1:${server.address().port}`,
      close: async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await query(config.databaseUrl, 'select 1');
        server.closeAllConnections();
        server.close();
        console.log('stub: the server closed, the database still answered');
      },
    };
  },
};

process.exit(await launchDemo(parts, process.env, console.log));
