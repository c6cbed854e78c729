import { dictionary } from '@zxcvbn-ts/language-common';
import type { SignInConfig } from '../../platform/config.js';
import type { ProblemEntry } from '../../platform/problem.js';

/**
 * 口令规则. GB/T 22239-2019 8.1.4.1 a) wants complexity and change; NIST SP 800-63B-4 wants length and a block list and forbids both.
 * The city chooses; the block list holds for either.
 */
const LEAST_LENGTH = { djbh: 12, nist: 15 } as const;
const LEAST_CLASSES = { djbh: 3, nist: 0 } as const;
/** After so many days a password has to be changed; never with `nist`. */
export const PASSWORD_DAYS = { djbh: 90, nist: null } as const;
/** So many former passwords cannot be chosen again. */
export const FORMER_PASSWORDS = 5;

const CLASSES = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}]/u];
/** What everybody here would try first. */
const LOCAL_WORDS = [
  'wendai',
  'quanzhou',
  'jinjiang',
  'shishi',
  'fujian',
  '稳贷',
  '泉州',
  '晋江',
  '石狮',
  '福建',
];
/** A word counts when little more than it is left. */
const LEAST_BESIDE_A_WORD = 8;
const COMMON = new Set(dictionary['passwords-common']);

/** Whom the password is for: its own names are no secret. */
export interface PasswordOwner {
  login: string;
  name: string;
  organization: string;
}

/**
 * Everything that stands against a password, each with what to do. Nothing is cut off or folded: the characters typed are the
 * password. An empty list means that it is good.
 */
export function passwordFaults(
  password: string,
  profile: SignInConfig['passwordProfile'],
  owner: PasswordOwner,
): ProblemEntry[] {
  const length = [...password].length;
  const least = LEAST_LENGTH[profile];
  const classes = CLASSES.filter((each) => each.test(password)).length;
  return [
    ...(length < least ? [fault('password-too-short', `新密码至少 ${String(least)} 个字符`)] : []),
    ...(classes < LEAST_CLASSES[profile]
      ? [fault('password-too-plain', '请在小写字母、大写字母、数字、符号中至少使用三类')]
      : []),
    ...(isGuessable(password, owner)
      ? [fault('password-guessable', '该密码过于常见或含有单位、姓名等信息，请换一个')]
      : []),
  ];
}

function isGuessable(password: string, { login, name, organization }: PasswordOwner): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  // A common password stays one with a year or a mark behind it.
  const stem = folded.replace(/[^\p{L}]+$/u, '');
  if (COMMON.has(folded) || COMMON.has(stem)) return true;
  const words = [...LOCAL_WORDS, ...login.split('.'), name, organization].filter((word) => word.length > 1);
  const beside = words.reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), folded);
  return beside !== folded && [...beside].length < LEAST_BESIDE_A_WORD;
}

function fault(code: string, message: string): ProblemEntry {
  return { pointer: '/password', code, message };
}
