import { Module } from '@nestjs/common';
import { CreditActsController } from './credit-acts.controller.js';
import { CreditActs } from './credit-acts.js';
import { FirmDirectory } from './firm-directory.js';
import { FirmsController } from './firms.controller.js';
import { OrganizationsController } from './organizations.controller.js';

/** Who takes part, and what is known of firms. */
@Module({
  controllers: [OrganizationsController, FirmsController, CreditActsController],
  providers: [FirmDirectory, CreditActs],
})
export class DirectoryModule {}
