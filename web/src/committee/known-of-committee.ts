import type { Schema } from '../api/client.js';
import { usePart } from '../case/case-api.js';
import { optionsOfOrganizations, optionsOfUnits, useOrganizations } from '../directory/organizations.js';
import type { Known } from '../form/known.js';

type Committee = Schema<'Committee'>;

/** Whom and what the forms of a committee may name: its creditors and members, its meetings and its schedule. */
export function useKnownOfCommittee({ id, creditors, agreement }: Committee): Known {
  const address = { path: 'committees', id } as const;
  const organizations = useOrganizations();
  const meetings = usePart<Schema<'CommitteeMeetings'>>(address, 'meetings').data?.items ?? [];
  const rollovers = usePart<Schema<'CommitteeRollovers'>>(address, 'rollovers').data?.items ?? [];
  const drawnUp = usePart<Schema<'CommitteeAgreement'>>(address, 'agreement').data?.agreement;
  const banks = creditors.map(({ bank }) => ({ value: bank.id, label: bank.name }));
  return {
    options: {
      chair: banks,
      viceChairs: banks,
      bank: banks,
      member: banks,
      to: optionsOfOrganizations(organizations, 'bank'),
      organization: optionsOfOrganizations(organizations, 'bank'),
      unit: optionsOfUnits(organizations),
      meeting: meetings
        .filter(({ status }) => status !== 'cancelled')
        .map((meeting) => ({ value: meeting.id, label: `${meeting.on} ${meeting.at} ${meeting.place}` })),
      rollover: rollovers
        .filter(({ outcome }) => outcome === null)
        .map(({ id: entry, bank, loan, maturity }) => ({
          value: entry,
          label: `${bank.name} ${loan} ${maturity}`,
        })),
    },
    given: {
      'SIGN/agreement': agreement,
      'ACCEDE/agreement': agreement,
      'DRAFT_AGREEMENT/agreement': drawnUp,
    },
  };
}
