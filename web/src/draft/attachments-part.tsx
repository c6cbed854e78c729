import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { AttachmentList } from '../attachment/attachment-list.js';
import { useWords } from '../language/use-words.js';
import { inWords } from '../shell/trouble.js';
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
export function AttachmentsPart({
  filing,
  codes,
  isDraft,
}: {
  filing: string;
  codes: Codes;
  /** What an office may have seen already is not taken away. */
  isDraft: boolean;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const [sendings, setSendings] = useState<Sending[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
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
      <Button ref={choose} onClick={() => picker.current?.click()}>
        {words.attachments.choose}
      </Button>
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
      <AttachmentList filing={filing} {...(isDraft ? { removed: () => choose.current?.focus() } : {})} />
    </>
  );
}
