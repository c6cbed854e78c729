import { App } from 'antd';
import { useWords } from '../language/use-words.js';

/** It is shown once: whoever closes this without a copy makes a new one. */
export function useSecretOnce(): (secret: string) => void {
  const words = useWords();
  const { modal } = App.useApp();
  return (secret) =>
    void modal.info({
      title: words.keys.once,
      content: <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>,
    });
}
