import forms from './event-forms.json';

/** One field that somebody fills in for an event, as the server's document describes it. */
export interface Field {
  name: string;
  required: boolean;
  label?: string;
  kind: 'text' | 'choice' | 'day' | 'money' | 'yesNo' | 'whole' | 'texts' | 'list' | 'group' | 'hash';
  choices?: readonly string[];
  most?: number;
  fields?: readonly Field[];
}

/** The fields of an event of a process; none for one that needs nothing said. */
export function fieldsOf(process: string, type: string): readonly Field[] {
  return (forms as Record<string, Record<string, readonly Field[]>>)[process]?.[type] ?? [];
}
