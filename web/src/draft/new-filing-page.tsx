import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Schema } from '../api/client.js';
import { useCase } from '../case/case-api.js';
import { useSession } from '../session/session.js';
import { Asked } from '../shell/trouble.js';
import { type Codes, useCodes } from './codes.js';
import { FilingForm } from './filing-form.js';

type Filing = Schema<'Filing'>;

/**
 * 新建报告, 继续填报 and 补充材料 are one page: the draft stands in the address once there is one. The form that has begun a
 * draft stays as it is when its address comes; another draft is another form.
 */
export function NewFilingPage() {
  const codes = useCodes();
  const { draft } = useSearch({ from: '/shell/filings/new' });
  const navigate = useNavigate();
  const own = useRef<string>(undefined);
  const [shown, setShown] = useState({ draft, serial: 0, opened: draft });
  if (shown.draft !== draft) {
    const isOwn = draft !== undefined && draft === own.current;
    setShown(isOwn ? { ...shown, draft } : { draft, serial: shown.serial + 1, opened: draft });
  }
  const begun = (id: string) => {
    own.current = id;
    void navigate({ to: '/filings/new', search: { draft: id }, replace: true });
  };
  return (
    <div className="page" style={{ maxWidth: 860 }}>
      <Asked query={codes}>
        {(known) =>
          shown.opened === undefined ? (
            <Form key={shown.serial} codes={known} begun={begun} />
          ) : (
            <Opened key={shown.serial} id={shown.opened} codes={known} begun={begun} />
          )
        }
      </Asked>
    </div>
  );
}

function Opened({ id, codes, begun }: { id: string; codes: Codes; begun(id: string): void }) {
  const filing = useCase<Filing>({ path: 'filings', id });
  // What is being typed is not changed by what is read meanwhile; a stale version is refused when it is saved.
  const first = useRef<{ data: Filing; version: string }>(undefined);
  first.current ??= filing.data;
  return (
    <Asked query={{ ...filing, data: first.current }}>
      {(opened) => <Form codes={codes} begun={begun} opened={opened} />}
    </Asked>
  );
}

function Form({
  codes,
  begun,
  opened,
}: {
  codes: Codes;
  begun(id: string): void;
  opened?: { data: Filing; version: string };
}) {
  const session = useSession().data;
  const queries = useQueryClient();
  if (session == null) return null;
  return (
    <FilingForm
      codes={codes}
      person={session.person}
      opened={opened}
      begun={begun}
      left={(id) => queries.invalidateQueries({ queryKey: ['case', id] })}
    />
  );
}
