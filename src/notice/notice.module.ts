import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.js';
import { Inbox } from './inbox.js';
import { MailController } from './mail.controller.js';
import { MailWorker } from './mail.worker.js';
import { MailOffice } from './mail-office.js';
import { MailQueue } from './mail-queue.js';

/** What people are told: the inbox, and mails made of it. */
@Module({
  controllers: [InboxController, MailController],
  providers: [Inbox, MailOffice, MailQueue, MailWorker],
})
export class NoticeModule {}
