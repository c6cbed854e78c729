/** The embedded PostgreSQL cannot start for a reason that the user can act on; the message says how. */
export class CannotStart extends Error {}
