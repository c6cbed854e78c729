import { Module } from '@nestjs/common';
import { PresenceController } from './presence.controller.js';
import { Presence } from './presence.js';

/** 同事在看. */
@Module({ controllers: [PresenceController], providers: [Presence] })
export class PresenceModule {}
