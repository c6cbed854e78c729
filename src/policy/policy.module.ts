import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars.controller.js';
import { Calendars } from './calendars.js';
import { DeadlineProjection } from './deadline-projection.js';
import { PoliciesController } from './policies.controller.js';
import { Policies } from './policies.js';
import { PolicyBases } from './policy-bases.js';

/** The numbers of the regime, what it rests on, and the days it counts in. */
@Module({
  controllers: [PoliciesController, CalendarsController],
  providers: [Policies, PolicyBases, Calendars, DeadlineProjection],
})
export class PolicyModule {}
