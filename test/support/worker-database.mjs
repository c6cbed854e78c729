import pg from 'pg';

/** Made by start-cluster.mjs, copied here. Nobody may be connected to a template while it is copied. */
export const TEMPLATE = 'wendai';

/** The same name for every file of a worker: the server keeps its address and only has to connect anew. */
export async function copyTemplate() {
  const name = `wendai_worker_${process.env.JEST_WORKER_ID}`;
  const admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_URL });
  await admin.connect();
  try {
    // Copied beside and then put in place, so that the server finds its database gone for a moment only.
    await admin.query(`drop database if exists ${name}_next with (force)`);
    await admin.query(
      `create database ${name}_next template ${TEMPLATE} strategy file_copy owner wendai_owner`,
    );
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`alter database ${name}_next rename to ${name}`);
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
