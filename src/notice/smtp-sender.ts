import { createTransport, type Transporter } from 'nodemailer';
import { ConfigError } from '../platform/config.js';
import { headerValue, isMailAddress, UnsafeHeader } from './mail-address.js';
import type { MailMessage } from './mail-message.js';

const CONNECTION_TIMEOUT_MS = 10_000;
const GREETING_TIMEOUT_MS = 10_000;
/** Silence in the middle of a conversation. */
const SOCKET_TIMEOUT_MS = 30_000;
/** One attempt in all, so that a server that answers a byte a second cannot hold a mail past its lease. */
export const ATTEMPT_TIMEOUT_MS = 60_000;
const REASON_LENGTH = 300;

/** What came of one attempt. `reason` is for the administrator: it may name the recipient, so it goes to no log. */
export type Delivery =
  | { result: 'sent' }
  /** Nothing is wrong with the mail: the server is away, busy or misconfigured. */
  | { result: 'deferred'; reason: string }
  /** It can never be delivered as it is. */
  | { result: 'refused'; reason: string }
  /** This node was told to stop in the middle of it. */
  | { result: 'interrupted' };

export interface Envelope {
  address: string;
  messageId: string;
}

/** The outside of the mail worker: one SMTP conversation a mail. */
export class SmtpSender {
  readonly domain: string;
  private readonly transport: Transporter;
  private readonly senderAddress: string;

  /** `from` is an address, or a name with an address in angle brackets. @throws {ConfigError} when it is neither */
  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    this.senderAddress = /^(?:[^<>\p{Cc}]*<([^<>]+)>|([^<>]+))$/u.exec(from)?.slice(1).find(Boolean) ?? '';
    if (!isMailAddress(this.senderAddress)) {
      throw new ConfigError(
        'WENDAI_MAIL_FROM must be a mail address, or a name and <an address in angle brackets>.',
      );
    }
    this.domain = this.senderAddress.slice(this.senderAddress.indexOf('@') + 1);
    // Settings in the query of the address go before these: SMTP_URL=smtp://relay:587?requireTLS=true
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      greetingTimeout: GREETING_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ address, messageId }: Envelope, message: MailMessage, stop: AbortSignal): Promise<Delivery> {
    if (!isMailAddress(address)) return { result: 'refused', reason: '收件地址格式不正确' };
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address },
        envelope: { from: this.senderAddress, to: [address] },
        messageId: headerValue(messageId),
        subject: headerValue(message.subject),
        text: message.text,
        html: message.html,
        // RFC 3834: no vacation note answers a machine.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.any([stop, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]),
      });
      return { result: 'sent' };
    } catch (error) {
      return stop.aborted ? { result: 'interrupted' } : deliveryAfter(error);
    }
  }
}

/** The server's refusal of this sender, recipient or message; anything else is the server's own trouble. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);
/** Answers to MAIL FROM that say "sign in first" or "encrypt first": settings are wrong, not the mail. */
const ABOUT_THE_SETTINGS = new Set([530, 534, 535, 538]);

function deliveryAfter(error: unknown): Delivery {
  if (error instanceof UnsafeHeader) return { result: 'refused', reason: error.message };
  const reason = reasonOf(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reply = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  const forGood = ABOUT_THE_MAIL.has(code) && reply >= 500 && !ABOUT_THE_SETTINGS.has(reply);
  return { result: forGood ? 'refused' : 'deferred', reason };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, REASON_LENGTH);
}
