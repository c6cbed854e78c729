import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { DelegationsController } from './delegations.controller.js';
import { Delegations } from './delegations.js';
import { PeopleController } from './people.controller.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  controllers: [SessionController, PeopleController, DelegationsController],
  providers: [SessionService, Delegations, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionService],
})
export class AccessModule {}
