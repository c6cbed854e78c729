import pg from 'pg';

/** Made by start-cluster.mjs, copied here. Nobody may be connected to a template while it is copied. */
export const TEMPLATE = 'wendai';

/** The same name for every file of a worker: the server keeps its address and only has to connect anew. */
export async function copyTemplate() {
  const name = `wendai_worker_${process.env.JEST_WORKER_ID}`;
  const admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_URL });
  await admin.connect();
  try {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} template ${TEMPLATE} owner wendai_owner`);
  } finally {
    await admin.end();
  }
  const urlOf = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    adminUrl: urlOf(process.env.TEST_ADMIN_URL),
    ownerUrl: urlOf(process.env.TEST_OWNER_URL),
    appUrl: urlOf(process.env.TEST_APP_URL),
  };
}
