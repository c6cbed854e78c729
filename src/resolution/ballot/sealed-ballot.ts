import { hash, randomBytes } from 'node:crypto';
import { CHOICES, type Choice } from '../../../workflows/rules/vote-count.js';

/**
 * 密封选票: what of a ballot goes beside the log. The log holds the commitment alone; after the close choice, reason and salt are
 * opened, so that anybody makes the commitment again and sees that nothing was changed in between.
 */
export interface SealedBallot {
  choice: Choice;
  reason: string;
  salt: string;
  /** SHA-256 of the sealed paper (盖章表决票), when it comes with the ballot. */
  paper: string | null;
}

const SALT_BYTES = 32;

export function sealBallot(said: Omit<SealedBallot, 'salt'>): SealedBallot {
  return { ...said, salt: randomBytes(SALT_BYTES).toString('hex') };
}

/** SHA-256 of the JSON text `["<salt>","<choice>","<reason>"]`, in hexadecimal. */
export function commitmentOf({ salt, choice, reason }: Omit<SealedBallot, 'paper'>): string {
  return hash('sha256', JSON.stringify([salt, choice, reason]), 'hex');
}

/** What the engine hands on of a command; anything else is no ballot. */
export function sealedIn(sealed: object | undefined): SealedBallot | undefined {
  return sealed !== undefined && 'choice' in sealed && isChoice(sealed.choice)
    ? (sealed as SealedBallot)
    : undefined;
}

function isChoice(value: unknown): value is Choice {
  return CHOICES.some((choice) => choice === value);
}
