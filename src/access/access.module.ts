import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.js';
import { ChainsController } from './chain/chains.controller.js';
import { Chains } from './chain/chains.js';
import { DelegationsController } from './delegations.controller.js';
import { Delegations } from './delegations.js';
import { GrantExecution } from './grant/grant-execution.js';
import { GrantsController } from './grant/grants.controller.js';
import { Grants } from './grant/grants.js';
import { PostsController } from './grant/posts.controller.js';
import { Posts } from './grant/posts.js';
import { ApiKeysController } from './key/api-keys.controller.js';
import { ApiKeys } from './key/api-keys.js';
import { KeyHolder } from './key/key-holder.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcProvider } from './oidc/oidc-provider.js';
import { OidcSignIn } from './oidc/oidc-sign-in.js';
import { OrganizationChangesController } from './organization/organization-changes.controller.js';
import { OrganizationChanges } from './organization/organization-changes.js';
import { Challenges } from './passkey/challenges.js';
import { PasskeyCheck } from './passkey/passkey-check.js';
import { PasskeysController } from './passkey/passkeys.controller.js';
import { Passkeys } from './passkey/passkeys.js';
import { RelyingParty } from './passkey/relying-party.js';
import { PeopleController } from './people.controller.js';
import { PersonalDataController } from './personal/personal-data.controller.js';
import { PersonalData } from './personal/personal-data.js';
import { RightsWorker } from './seal/rights.worker.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { AccountSweep } from './sign-in/account-sweep.js';
import { Attempts } from './sign-in/attempts.js';
import { PasswordHashes } from './sign-in/password-hashes.js';
import { Passwords } from './sign-in/passwords.js';
import { SecondFactor } from './sign-in/second-factor.js';
import { SignIn } from './sign-in/sign-in.js';

@Module({
  controllers: [
    SessionController,
    OidcController,
    PasskeysController,
    PeopleController,
    AccountsController,
    DelegationsController,
    ApiKeysController,
    GrantsController,
    PostsController,
    ChainsController,
    OrganizationChangesController,
    PersonalDataController,
  ],
  providers: [
    RightsWorker,
    SessionService,
    SignIn,
    OidcProvider,
    OidcSignIn,
    Attempts,
    PasswordHashes,
    Passwords,
    Challenges,
    RelyingParty,
    Passkeys,
    PasskeyCheck,
    SecondFactor,
    Accounts,
    AccountSweep,
    Delegations,
    ApiKeys,
    KeyHolder,
    Grants,
    GrantExecution,
    Posts,
    Chains,
    OrganizationChanges,
    PersonalData,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionService, SignIn],
})
export class AccessModule {}
