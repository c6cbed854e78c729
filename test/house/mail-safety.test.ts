import { describe, expect, it } from '@jest/globals';
import { headerValue, isMailAddress, UnsafeHeader } from '../../src/notice/mail-address.js';
import { SmtpSender } from '../../src/notice/smtp-sender.js';
import { ConfigError } from '../../src/platform/config.js';
import { retryDelaySeconds } from '../../src/platform/retry-delay.js';

describe('what gets into the header of a mail', () => {
  it.each(['maker@jinli.example', 'a.b+c@xn--fiq228c.example', '经办@晋鲤.example'])(
    'takes %s',
    (address) => {
      expect(isMailAddress(address)).toBe(true);
    },
  );

  it.each([
    '',
    'nobody',
    'a@b@c.example',
    'two@a.example, three@a.example',
    'a@b.example;c@d.example',
    '经办 <a@b.example>',
    'a@b.example\r\nBcc: x@y.example',
    'a@b.example\nBcc: x@y.example',
    'a b@c.example',
    'a@b.example\u0000',
    `${'a'.repeat(250)}@b.example`,
  ])('refuses %j as an address', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });

  it.each(['\r', '\n', '\r\n', '\u0085', '\u2028', '\u2029'])(
    'refuses a header with %j in it',
    (lineBreak) => {
      expect(() => headerValue(`收悉${lineBreak}Bcc: x@y.example`)).toThrow(UnsafeHeader);
    },
  );

  it.each(['wendai@quanzhou.example', '稳贷 <wendai@quanzhou.example>'])('sends from %s', (from) => {
    expect(new SmtpSender('smtp://127.0.0.1:1', from).domain).toBe('quanzhou.example');
  });

  it.each(['稳贷', '稳贷\r\nBcc: x@y.example <a@b.example>', '稳贷 <a@b.example, c@d.example>', '<>'])(
    'does not start with %j as its sender',
    (from) => {
      expect(() => new SmtpSender('smtp://127.0.0.1:1', from)).toThrow(ConfigError);
    },
  );
});

describe('how long a mail waits before it is tried again', () => {
  it('doubles from half a minute to an hour, and stays there', () => {
    const delays = [1, 2, 3, 7, 8, 9, 100].map((attempt) => retryDelaySeconds(attempt, 0));

    expect(delays).toEqual([30, 60, 120, 1920, 3600, 3600, 3600]);
  });

  it('comes up to a quarter early, so that mails that failed together part', () => {
    expect(retryDelaySeconds(1, 0.999)).toBeGreaterThan(22.5);
    expect(retryDelaySeconds(1, 0.999)).toBeLessThan(22.6);
  });
});
