import { type FormInstance } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Refused, Unreachable } from '../api/client.js';
import { contentOf, type DraftForm } from './draft-content.js';
import { DraftKeeper, type Kept } from './keep-draft.js';
import { unsavedNote } from './unsaved-note.js';

/** After the last key. */
const PAUSE_MS = 1_200;
/** Between two attempts while the line is down. */
const AGAIN_MS = 4_000;

export type Saving =
  | { state: 'untouched' | 'typing' | 'saving' | 'cutOff' | 'signedOut' }
  | { state: 'saved'; at: Date }
  | { state: 'refused'; error: unknown };

export interface Autosave {
  saving: Saving;
  /** Something was typed since the page was opened. */
  touched: boolean;
  changed(): void;
  /** At once. @throws {Refused | Unreachable} */
  save(): Promise<Kept>;
  /** It is a draft no more. */
  leave(): void;
}

/** A draft saves itself, for its person alone. What the server has not taken yet stays in this browser until it has. */
export function useAutosave(
  form: FormInstance<DraftForm>,
  { person, kept, begun }: { person: string; kept: Kept | undefined; begun(id: string): void },
): Autosave {
  const keeper = useRef<DraftKeeper>(undefined);
  keeper.current ??= new DraftKeeper(kept);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef(0);
  const [saving, setSaving] = useState<Saving>({ state: 'untouched' });
  const [touched, setTouched] = useState(false);
  const note = useRef(unsavedNote(person, kept?.id));

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const { current } = keeper;
    if (current === undefined) throw new Error('The form is not there yet.');
    const upTo = typed.current;
    setSaving({ state: 'saving' });
    try {
      const isNew = current.id === undefined;
      const saved = await current.keep(contentOf(form.getFieldsValue(true) as DraftForm));
      if (typed.current === upTo) note.current.forget();
      if (isNew) {
        note.current.forget();
        note.current = unsavedNote(person, saved.id);
        begun(saved.id);
      }
      setSaving({ state: 'saved', at: new Date() });
      return saved;
    } catch (error) {
      setSaving(failed(error));
      throw error;
    }
  }, [form, person, begun]);

  // What fails here is shown by `saving`, and tried again.
  const saveQuietly = useCallback(() => void save().catch(() => undefined), [save]);

  const changed = useCallback(() => {
    typed.current += 1;
    setTouched(true);
    setSaving({ state: 'typing' });
    note.current.write(contentOf(form.getFieldsValue(true) as DraftForm));
    clearTimeout(timer.current);
    timer.current = setTimeout(saveQuietly, PAUSE_MS);
  }, [form, saveQuietly]);

  useEffect(() => {
    if (saving.state !== 'cutOff') return;
    const again = setInterval(saveQuietly, AGAIN_MS);
    window.addEventListener('online', saveQuietly);
    return () => {
      clearInterval(again);
      window.removeEventListener('online', saveQuietly);
    };
  }, [saving.state, saveQuietly]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const leave = useCallback(() => {
    clearTimeout(timer.current);
    note.current.forget();
    setTouched(false);
  }, []);
  return { saving, touched, changed, save, leave };
}

function failed(error: unknown): Saving {
  if (error instanceof Unreachable) return { state: 'cutOff' };
  if (error instanceof Refused && error.status === 401) return { state: 'signedOut' };
  return { state: 'refused', error };
}
