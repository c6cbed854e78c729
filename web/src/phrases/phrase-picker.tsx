import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Asked, Trouble } from '../shell/trouble.js';
import './phrases.css';

/** 常用意见 at a field: one is put where the text is, or the text is kept as one. */
export function PhrasePicker({ text, choose }: { text: string; choose(phrase: string): void }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      title={words.phrases.title}
      content={
        <Library
          text={text}
          choose={(phrase) => {
            choose(phrase);
            setOpen(false);
          }}
        />
      }
    >
      <Button size="small">{words.phrases.choose}</Button>
    </Popover>
  );
}

const KEY = ['phrases'];

function Library({ text, choose }: { text: string; choose(phrase: string): void }) {
  const words = useWords();
  const queries = useQueryClient();
  const phrases = useQuery({
    queryKey: KEY,
    queryFn: async () => (await answered(api.GET('/api/v1/phrases'))).data.items,
  });
  const renew = () => queries.invalidateQueries({ queryKey: KEY });
  const keep = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/phrases', { body: { text } })),
    onSuccess: renew,
  });
  const remove = useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/phrases/{id}', { params: { path: { id } } })),
    onSettled: renew,
  });
  const error = keep.error ?? remove.error;
  return (
    <div style={{ width: 'min(420px, 76vw)', maxHeight: 320, overflowY: 'auto', display: 'grid', gap: 8 }}>
      {error === null ? null : <Trouble error={error} />}
      <Asked query={phrases}>
        {(items) =>
          items.length === 0 ? (
            <span className="quiet">{words.phrases.none}</span>
          ) : (
            <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 }}>
              {items.map(({ id, text: phrase }) => (
                <li key={id} style={{ display: 'flex', gap: 8 }}>
                  <Button type="text" className="phrase" onClick={() => choose(phrase)}>
                    {phrase}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${words.phrases.remove}：${phrase}`}
                    onClick={() => remove.mutate(id)}
                  >
                    {words.phrases.remove}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <Button disabled={text.trim() === ''} loading={keep.isPending} onClick={() => keep.mutate()}>
        {words.phrases.keep}
      </Button>
    </div>
  );
}
