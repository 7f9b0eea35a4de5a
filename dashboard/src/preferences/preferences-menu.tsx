import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '../words/words';
import { type Colours, type Digits, type Language, LANGUAGES, preferences, usePreferences } from './preferences';

/** Each in its own language: whoever looks for theirs may read no other. */
const LANGUAGE_NAMES: Record<Language, string> = { ar: 'العربية', en: 'English', fr: 'Français' };
const COLOURS: readonly Colours[] = ['light', 'dark', 'auto'];
const DIGITS: readonly (readonly [Digits, string])[] = [
  ['latn', '1 2 3'],
  ['arab', '١ ٢ ٣'],
];

/** Language, colours and digits, turned at once. */
export function PreferencesMenu() {
  const say = useWords();
  const { language, colours, digits } = usePreferences();
  return (
    <Menu position="bottom-end" width="max-content" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say('preferences.title')}>
          <span aria-hidden>{language === 'ar' ? 'ع' : 'A'}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('preferences.language')}</Menu.Label>
        {LANGUAGES.map((each) => (
          <Choice key={each} chosen={each === language} choose={() => preferences.change({ language: each })}>
            <span lang={each}>{LANGUAGE_NAMES[each]}</span>
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Label>{say('preferences.colours')}</Menu.Label>
        {COLOURS.map((each) => (
          <Choice key={each} chosen={each === colours} choose={() => preferences.change({ colours: each })}>
            {say(`preferences.colours.${each}`)}
          </Choice>
        ))}
        {language === 'ar' && (
          <>
            <Menu.Divider />
            <Menu.Label>{say('preferences.digits')}</Menu.Label>
            {DIGITS.map(([each, sample]) => (
              <Choice key={each} chosen={each === digits} choose={() => preferences.change({ digits: each })}>
                <span dir="ltr">{sample}</span>
              </Choice>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly children: React.ReactNode;
}

function Choice({ chosen, choose, children }: ChoiceProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      onClick={choose}
      leftSection={<span aria-hidden>{chosen ? '✓' : '\u2007'}</span>}
    >
      {children}
    </Menu.Item>
  );
}
