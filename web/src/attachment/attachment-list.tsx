import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Asked, inWords } from '../shell/trouble.js';

type Attachment = Schema<'AttachmentsDto'>['items'][number];

/** The evidence beside a report; of a draft its own bank takes away what is there by mistake. */
export function AttachmentList({ filing, removed }: { filing: string; removed?: () => void }) {
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
            {items.map((attachment) => (
              <li key={attachment.id}>
                <a
                  className="said"
                  href={`/api/v1/filings/${filing}/attachments/${attachment.sha256}`}
                  download={attachment.name}
                >
                  {attachment.name}
                </a>{' '}
                <span className="quiet amount">{words.attachments.size(sizeOf(attachment.size))}</span>
                {removed === undefined ? null : (
                  <Remove filing={filing} attachment={attachment} removed={removed} />
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function Remove({
  filing,
  attachment: { name, sha256 },
  removed,
}: {
  filing: string;
  attachment: Attachment;
  removed(): void;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const gone = useRef(false);
  const remove = async () => {
    try {
      await answered(
        api.DELETE('/api/v1/filings/{id}/attachments/{sha256}', { params: { path: { id: filing, sha256 } } }),
      );
      message.success(words.attachments.removed(name));
      gone.current = true;
    } catch (refused) {
      message.error(inWords(refused, words));
    }
    await queries.invalidateQueries({ queryKey: ['attachments', filing] });
  };
  return (
    <Button
      type="link"
      size="small"
      aria-label={words.attachments.removeOne(name)}
      onClick={() =>
        void modal.confirm({
          title: words.attachments.removeOne(name),
          okText: words.attachments.remove,
          cancelText: words.act.cancel,
          focusable: { focusTriggerAfterClose: false },
          onOk: remove,
          // Its button went with it, and the focus has to be somewhere; the question holds it until it is closed.
          afterClose: () => gone.current && removed(),
        })
      }
    >
      {words.attachments.remove}
    </Button>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${String(Math.max(1, Math.round(bytes / 1024)))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
