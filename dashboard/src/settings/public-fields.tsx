import { Textarea, TextInput } from '@mantine/core';
import type { NewsroomSettingsFragment } from '../generated/documents';
import { useWords } from '../words/words';

/** What the public reads about the newsroom's way of working, and how it reaches it. */
export const PUBLIC_FIELDS = ['methodology', 'correctionsPolicy', 'contactEmail', 'contactUrl'] as const;
type PublicField = (typeof PUBLIC_FIELDS)[number];

interface PublicFieldsProps {
  readonly written: Readonly<Pick<NewsroomSettingsFragment, PublicField>>;
  /** Null for whoever may only read. */
  readonly write: ((part: Partial<Record<PublicField, string>>) => void) | null;
  readonly faultOf: (field: string) => string | undefined;
}

const TYPES: Partial<Record<PublicField, 'email' | 'url'>> = { contactEmail: 'email', contactUrl: 'url' };

export function PublicFields({ written, write, faultOf }: PublicFieldsProps) {
  const say = useWords();
  return PUBLIC_FIELDS.map((field) => {
    const shared = {
      label: say(`settings.newsroom.${field}`),
      value: written[field] ?? '',
      onChange: (event: { currentTarget: { value: string } }) => write?.({ [field]: event.currentTarget.value }),
      error: faultOf(field),
      disabled: !write,
    };
    const type = TYPES[field];
    return type ? (
      <TextInput key={field} {...shared} type={type} dir="ltr" />
    ) : (
      <Textarea key={field} {...shared} dir="auto" autosize minRows={2} maxRows={12} />
    );
  });
}
