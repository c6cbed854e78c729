import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useWords } from '../language/use-words.js';
import { inWords } from '../shell/trouble.js';

/** One button, one request: what came of it is said, and what it changed is read again. */
export function OneAct({
  label,
  name,
  run,
  changes,
  isFirst = false,
  isFinal = false,
}: {
  label: string;
  /** Of what, for whoever hears the buttons one after the other. */
  name: string;
  run(): Promise<unknown>;
  /** The first part of the keys of what is read again. */
  changes: string;
  isFirst?: boolean;
  /** It cannot be taken back: asked once more. */
  isFinal?: boolean;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const act = useMutation({
    mutationFn: run,
    onSuccess: () => message.success(`${words.act.done}：${label}`),
    onError: (error) => message.error(inWords(error, words)),
    onSettled: () => queries.invalidateQueries({ queryKey: [changes] }),
  });
  const press = () => {
    if (!isFinal) return act.mutate();
    modal.confirm({
      title: label,
      content: <span style={{ overflowWrap: 'anywhere' }}>{name}</span>,
      okText: words.act.confirm,
      cancelText: words.act.cancel,
      onOk: () => act.mutate(),
    });
  };
  return (
    <Button
      size="small"
      type={isFirst ? 'primary' : 'default'}
      aria-label={`${label} ${name}`}
      loading={act.isPending}
      onClick={press}
    >
      {label}
    </Button>
  );
}
