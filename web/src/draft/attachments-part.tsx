import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Asked, inWords } from '../shell/trouble.js';
import type { Codes } from './codes.js';
import { upload } from './upload.js';

/** As many bytes as the server takes. */
const MOST = 20 * 1024 * 1024;

interface Sending {
  name: string;
  share: number;
  refused?: string;
}

/** Evidence beside a report. What cannot be taken is refused before it is sent, and by the server whatever it is called. */
export function AttachmentsPart({ filing, codes }: { filing: string; codes: Codes }) {
  const words = useWords();
  const queries = useQueryClient();
  const [sendings, setSendings] = useState<Sending[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const extensions = codes.attachments.flatMap((kind) => kind.extensions);
  const whyNot = ({ name, size }: File): string | undefined => {
    const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
    if (!extensions.includes(extension))
      return words.attachments.wrongType(extensions.join('、').toUpperCase());
    return size > MOST ? words.attachments.tooLarge : undefined;
  };
  const note = (name: string, change: Partial<Sending>) =>
    setSendings((before) => [
      ...before.filter((each) => each.name !== name),
      { name, share: 0, ...before.find((each) => each.name === name), ...change },
    ]);
  const send = async (file: File) => {
    const refused = whyNot(file);
    if (refused !== undefined) return note(file.name, { refused });
    note(file.name, { share: 0 });
    try {
      await upload(filing, file, (share) => note(file.name, { share }));
      setSendings((before) => before.filter(({ name }) => name !== file.name));
      await queries.invalidateQueries({ queryKey: ['attachments', filing] });
    } catch (error) {
      note(file.name, { refused: inWords(error, words) });
    }
  };
  return (
    <>
      <p className="quiet">{words.attachments.accepted(extensions.join('、').toUpperCase())}</p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.attachments.choose}
        accept={extensions.map((extension) => `.${extension}`).join(',')}
        onChange={({ target }) => {
          for (const file of target.files ?? []) void send(file);
          target.value = '';
        }}
      />
      <Button onClick={() => picker.current?.click()}>{words.attachments.choose}</Button>
      <div aria-live="polite" style={{ display: 'grid', gap: 8, margin: '12px 0' }}>
        {sendings.map(({ name, share, refused }) =>
          refused === undefined ? (
            <div key={name}>
              <span className="said">{name}</span>
              <Progress percent={Math.round(share * 100)} aria-label={name} />
            </div>
          ) : (
            <Alert
              key={name}
              type="error"
              showIcon
              title={<span className="said">{name}</span>}
              description={refused}
              closable={{
                onClose: () => setSendings((before) => before.filter((each) => each.name !== name)),
              }}
            />
          ),
        )}
      </div>
      <AttachmentList filing={filing} />
    </>
  );
}

type Attachment = Schema<'AttachmentsDto'>['items'][number];

export function AttachmentList({ filing }: { filing: string }) {
  const words = useWords();
  const list = useQuery({
    queryKey: ['attachments', filing],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/filings/{id}/attachments', { params: { path: { id: filing } } }))).data
        .items,
  });
  return (
    <Asked query={list}>
      {(items: readonly Attachment[]) =>
        items.length === 0 ? (
          <span className="quiet">{words.attachments.none}</span>
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: 18, display: 'grid', gap: 6 }}>
            {items.map(({ id, name, size, sha256 }) => (
              <li key={id}>
                <a className="said" href={`/api/v1/filings/${filing}/attachments/${sha256}`} download={name}>
                  {name}
                </a>{' '}
                <span className="quiet amount">{words.attachments.size(sizeOf(size))}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${String(Math.max(1, Math.round(bytes / 1024)))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
