import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { timeOf } from '../platform/database-time.js';
import { Answers } from '../platform/http/answers.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { CountiesDto, OrganizationQueryDto, OrganizationsDto } from './organization.dto.js';
import { type Organization, referenceData } from './reference-data.js';

@ApiTags('directory')
@Controller()
export class OrganizationsController {
  constructor(private readonly database: ScopedDatabase) {}

  /** 机构名录：银行只见各部门和本行；债委会代表另见各银行的名称 */
  @Get('organizations')
  @Answers({
    status: 200,
    type: OrganizationsDto,
    problems: ['not-signed-in', 'forbidden', 'validation-failed'],
  })
  async organizations(
    @CurrentActor() actor: Actor,
    @Query() { on, kind }: OrganizationQueryDto,
  ): Promise<OrganizationsDto> {
    return this.database.as(actor, async (tx) => {
      const [{ today }, reference] = await Promise.all([timeOf(tx), referenceData(tx)]);
      const shown = reference.organizations.filter(
        (organization) => (kind ?? organization.kind) === organization.kind && mayKnow(actor, organization),
      );
      return {
        items: shown.map(({ units, ...organization }) => {
          const { name, englishName } = reference.namesOn(organization.id, on ?? today) ?? {};
          return {
            ...organization,
            name: name ?? organization.key,
            englishName: englishName ?? organization.key,
            units: isOutsider(actor) && organization.id !== actor.organization ? [] : units,
          };
        }),
      };
    });
  }

  /** 可报送的县（市、区）、开发区；不在本市管理范围内的不列出 */
  @Get('jurisdictions')
  @Answers({ status: 200, type: CountiesDto })
  async jurisdictions(@CurrentActor() actor: Actor): Promise<CountiesDto> {
    const { counties } = await this.database.as(actor, (tx) => referenceData(tx));
    return { items: counties.filter(({ administered }) => administered) };
  }
}

/**
 * Which other banks take part is not for those to know who prepare and send reports. A delegate names the lenders of a firm, in
 * founding a committee, and finds them by name. Offices and the operator know all.
 */
function mayKnow(actor: Actor, { id, kind }: Organization): boolean {
  if (id === actor.organization || !isOutsider(actor)) return true;
  return kind === 'bank' ? actor.roles.includes('bank.delegate') : kind !== 'helper';
}

function isOutsider({ organizationKind }: Actor): boolean {
  return organizationKind === 'bank' || organizationKind === 'helper';
}
