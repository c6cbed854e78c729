import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { fieldsOf } from '../api/event-forms.js';
import { stateName } from '../case/state-name.js';
import type { Filled } from '../form/known.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { hasRole, useSession } from '../session/session.js';
import { Asked } from '../shell/trouble.js';
import { useKnownOfCommittee } from './known-of-committee.js';

/** What each kind of subject has to say beside its kind; the others have nothing to add. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  chair: ['chair'],
  strategy: ['strategy'],
  standstill: ['days'],
  restructuring: ['until'],
  newMoneyPriority: ['bank', 'amount'],
  agreement: ['agreement'],
  extendTerm: ['resolution', 'days'],
  rescission: ['resolution'],
  accession: ['organization'],
};

/** What a committee has before it and what it has decided; a member puts more to the vote. */
export function ResolutionsPart({ committee }: { committee: Schema<'Committee'> }) {
  const words = useWords();
  const session = useSession().data;
  const known = useKnownOfCommittee(committee);
  const list = useQuery({
    queryKey: ['case', committee.id, 'resolutions'],
    queryFn: async () =>
      (
        await answered(
          api.GET('/api/v1/resolutions', { params: { query: { committee: committee.id, limit: 100 } } }),
        )
      ).data.items,
  });
  const mayDraft = committee.state === 'active' && session != null && hasRole(session, 'bank.delegate');
  const options = {
    ...known.options,
    resolution: (list.data ?? []).map(({ id, number, title }) => ({
      value: id,
      label: `${number} ${title}`,
    })),
  };
  return (
    <Card
      size="small"
      title={words.found.resolutions}
      extra={
        mayDraft ? (
          <NewCase
            process="resolutions"
            path={`/api/v1/committees/${committee.id}/resolutions`}
            title={words.found.resolution}
            known={{ options, shapes: { subject: subjectFields } }}
          />
        ) : null
      }
    >
      <Asked query={list}>
        {(items) =>
          items.length === 0 ? (
            <span className="quiet">{words.cases.none}</span>
          ) : (
            <ul style={{ margin: 0, paddingInlineStart: 18, display: 'grid', gap: 6 }}>
              {items.map(({ id, number, title, ...item }) => (
                <li key={id}>
                  <Link to="/resolutions/$id" params={{ id }}>
                    {title}
                  </Link>{' '}
                  <span className="quiet">{number}</span> <Tag>{stateName(words, 'resolution', item)}</Tag>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}

function subjectFields({ subject }: Filled) {
  const { type = '' } = (subject ?? {}) as { type?: string };
  const all = fieldsOf('new', 'resolutions').find(({ name }) => name === 'subject')?.fields ?? [];
  return all.flatMap((field) => {
    if (field.name === 'type') return [field];
    return SAID[type]?.includes(field.name) === true ? [{ ...field, required: true }] : [];
  });
}
