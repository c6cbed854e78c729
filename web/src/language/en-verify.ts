import type { zhVerify } from './zh-verify.js';

/** The same in English. */
export const enVerify: typeof zhVerify = {
  title: 'Verify the log',
  begin: 'Begin',
  never: 'Never verified yet',
  checkpoint: (size, at) => `Newest checkpoint: ${size} entries, ${at}, root`,
  checked: (checked, size) => `${checked} of ${size} entries`,
  leaf: (index) => `entry ${index + 1}`,
  health: {
    title: 'The signed log',
    size: 'Signed entries',
    signedAt: 'Last signed',
    waiting: 'Waiting',
    refused: (count) => `${count} entries were not written by the server: tell the auditors`,
    rights: (count) => `${count} rights were changed past the server: tell the auditors`,
  },
  states: {
    running: 'Under way; you may leave this page',
    clean: 'The log is what was signed',
    differs: 'The log is not what was signed; leave the database as it is',
    interrupted: 'Interrupted; begin again',
  },
  kinds: {
    'entry-differs': 'An entry was changed',
    'entry-missing': 'An entry is missing',
    'entry-without-leaf': 'An entry that the server has not written',
    'value-differs': 'A content was changed',
    'value-missing': 'A content is missing',
    'leaf-missing': 'A leaf is missing',
    'leaf-unsigned': 'A leaf without a signature',
    'node-differs': 'A node was changed',
    'tree-differs': 'The tree is not what was signed',
    'checkpoint-differs': 'A checkpoint was changed',
    'outside-differs': 'Not the log of a checkpoint held outside',
    'case-differs': 'A case is not where its log leads',
    'right-differs': 'A right was changed',
    'right-missing': 'A right is missing',
    'right-without-seal': 'A right that the server has not written',
  },
};
