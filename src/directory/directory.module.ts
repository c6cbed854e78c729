import { Module } from '@nestjs/common';
import { CourtProceedingsController } from './court-proceedings.controller.js';
import { CourtProceedings } from './court-proceedings.js';
import { CreditActsController } from './credit-acts.controller.js';
import { CreditActs } from './credit-acts.js';
import { FirmDirectory } from './firm-directory.js';
import { FirmExposuresController } from './firm-exposures.controller.js';
import { FirmExposures } from './firm-exposures.js';
import { FirmsController } from './firms.controller.js';
import { OrganizationsController } from './organizations.controller.js';

/** Who takes part, and what is known of firms. */
@Module({
  controllers: [
    OrganizationsController,
    FirmsController,
    FirmExposuresController,
    CourtProceedingsController,
    CreditActsController,
  ],
  providers: [FirmDirectory, FirmExposures, CourtProceedings, CreditActs],
})
export class DirectoryModule {}
