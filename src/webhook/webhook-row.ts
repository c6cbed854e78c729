/** Why nothing is sent to an address at present. */
export const PAUSES = ['by-hand', 'gone', 'unreachable'] as const;
export type Pause = (typeof PAUSES)[number];

export const DELIVERY_STATUSES = ['queued', 'sent', 'dead'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What is sent to try an address out. */
export const PING = 'wendai.ping';
/** How long a delivery is tried: a weekend, and the Monday on which somebody looks. */
export const GIVE_UP_AFTER_HOURS = 72;
/** After a change of secret the former one signs beside it for so long. */
export const OVERLAP_HOURS = 24;
/** A bank has few systems. */
export const MOST_WEBHOOKS = 10;
/** For so long a delivery can be looked up and sent again. */
export const KEPT_DAYS = 30;

/** What the sealed secret of an address is bound to. */
export function aboutSecretOf(webhook: string): string {
  return `webhook.secret/${webhook}`;
}

/** The id of a message as its receiver sees it. */
export function messageId(delivery: string): string {
  return `msg_${delivery}`;
}
