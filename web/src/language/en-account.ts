import type { zhAccount } from './zh-account.js';

export const enAccount: typeof zhAccount = {
  account: {
    title: 'Account and security',
    code: 'Code',
    codeHint: 'The six digits that your authenticator shows',
    current: 'Present password',
    next: 'New password',
    repeat: 'New password once more',
    repeatWrong: 'The two are not the same',
    newPassword: 'Choose a new password',
    newPasswordFirst: 'Your password is an initial one, or too old. Choose a new one before you go on.',
    passwordSet: 'The new password counts; your other sessions have ended',
    save: 'Save',
    factor: 'Set up an authenticator',
    factorOwed: 'Set up a second factor',
    factorFirst:
      'Your post signs in with a second factor. Set up an authenticator or a passkey before you go on.',
    factorSteps:
      'Scan the picture with your authenticator, or type the secret, then enter the six digits that it shows.',
    factorSecret: 'Secret (shown only now)',
    factorBegin: 'Begin',
    factorConfirm: 'Confirm',
    factorSet: 'The authenticator is set up; the next sign-in asks for it',
    passkeys: 'Passkeys',
    passkeyWhat:
      'A security key, finger or face for the second step of signing in, which no false site can ask for. Instead of the code.',
    passkeyName: 'Name',
    passkeyNameHint: 'such as: security key in the office',
    passkeyAdd: 'Add a passkey',
    passkeyAdded: 'The passkey was added and can be used from the next sign-in on',
    passkeyUse: 'Use a passkey',
    passkeySince: 'Added',
    passkeySynced: 'can be synchronised',
    passkeyRemove: 'Remove',
    passkeyRemoveSure: 'It will not open the account any more',
    passkeyNotHere:
      'No passkey can be added with this browser or at this address: it takes a domain and https.',
    passkeyFailed: {
      cancelled: 'The passkey was not shown. Try again, or another way',
      known: 'This passkey has been added already',
      failed: 'This browser could not use the passkey. Try another way',
    },
    refusedBy: (code) =>
      code === 'unavailable'
        ? 'The provider cannot be reached. Try again later, or use your password.'
        : code === 'second-factor-needed'
          ? 'This account needs a second factor: enable one at the provider, or sign in with password and code.'
          : 'The provider could not sign you in here. Check that you have an account, or use your password.',
    never: 'never',
    proveTitle: 'Prove again who you are',
    proveWhy: 'You signed in a while ago. Enter your password once more before you do this.',
    prove: 'Prove and go on',
    cancel: 'Cancel',
    sessions: 'Where you are signed in',
    present: 'this one',
    since: 'Since',
    seen: 'Last used',
    from: 'Address',
    end: 'End this session',
  },
  personal: {
    title: 'What is held about you',
    take: 'Download it (JSON)',
    show: 'Look, and put it right',
    traced:
      'Account, posts, delegations, sign-ins, notices and what you did. Looking and downloading leave an entry in the log.',
    name: 'Name',
    login: 'Login',
    staffNo: 'Staff number',
    email: 'Where notices go',
    posts: 'Posts (former ones too)',
    sessions: 'Sign-ins',
    asked: 'Asked to put right',
    answer: 'Answer',
    waiting: 'The administrator has not answered yet',
    newEmail: 'New address',
    setEmail: 'Change the address',
    wish: 'Name, staff number or else wrong? Say which, and what it should be',
    ask: 'Ask to put it right',
    corrections: 'To be put right',
    settle: 'Answer',
    newName: 'The right name (empty if it stays)',
  },
};
