/** The token under which the process's one pino logger is injected. */
export const LOGGER = Symbol('LOGGER');
