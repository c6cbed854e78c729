import { Module } from '@nestjs/common';
import { EventStreams } from './event-streams.js';
import { EventsController } from './events.controller.js';
import { Feed } from './feed.js';

/** Who wants to know at once that something changed: the console by a stream, banks' systems by a feed. */
@Module({ controllers: [EventsController], providers: [Feed, EventStreams], exports: [Feed] })
export class EventsModule {}
