/**
 * What /readyz says beside whether the node is ready, such as how much mail waits. A note never fails it: a mail server
 * that is away on a deadline day must not take the nodes out.
 */
export const readinessNotes = new Map<string, () => unknown>();
