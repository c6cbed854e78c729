/** What the test environment gives to each file: a server over a database that no other file has touched. */
export interface World {
  /** Of the server, without a path. */
  url: string;
  /** Superuser in the file's own database: sees every row, sets the clock. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Where the server sends its mail; nobody listens there until a test opens its mailbox. */
  smtpPort: number;
  /** What the server writes: one JSON line an event. It outlives the file, so a test looks from where it began. */
  log: string;
}

/** The world of this file. */
export function world(): World {
  const { wendai } = globalThis as { wendai?: World };
  if (wendai === undefined)
    throw new Error('This test needs the environment of the project "acceptance" or "browser".');
  return wendai;
}
