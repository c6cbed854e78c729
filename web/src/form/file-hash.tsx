import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../language/use-words.js';

/** By what a file is known without being sent: its SHA-256, made in this browser. Form.Item hands value and handler. */
export function FileHash({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string;
  onChange?(hash: string): void;
}) {
  const words = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    onChange?.(await hashOf(file));
    setName(file.name);
  };
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={words.act.chooseFile}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      <Button onClick={() => chooser.current?.click()}>{words.act.chooseFile}</Button>{' '}
      <span className="quiet">{name ?? words.act.staysHere}</span>
      <Input
        {...(id === undefined ? {} : { id })}
        value={value ?? ''}
        maxLength={64}
        placeholder="SHA-256"
        onChange={(event) => onChange?.(event.target.value)}
        style={{ marginTop: 8, fontFamily: 'monospace', fontSize: 12 }}
      />
    </>
  );
}

async function hashOf(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
