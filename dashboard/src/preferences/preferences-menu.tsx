import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '../words/words';
import { type Colours, type Digits, LANGUAGE_NAMES, LANGUAGES, preferences, usePreferences } from './preferences';

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
          <Menu.RadioItem
            key={each}
            value={each}
            checked={each === language}
            onChange={() => preferences.change({ language: each })}
          >
            <span lang={each}>{LANGUAGE_NAMES[each]}</span>
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{say('preferences.colours')}</Menu.Label>
        {COLOURS.map((each) => (
          <Menu.RadioItem
            key={each}
            value={each}
            checked={each === colours}
            onChange={() => preferences.change({ colours: each })}
          >
            {say(`preferences.colours.${each}`)}
          </Menu.RadioItem>
        ))}
        {language === 'ar' && (
          <>
            <Menu.Divider />
            <Menu.Label>{say('preferences.digits')}</Menu.Label>
            {DIGITS.map(([each, sample]) => (
              <Menu.RadioItem
                key={each}
                value={each}
                checked={each === digits}
                onChange={() => preferences.change({ digits: each })}
              >
                <span dir="ltr">{sample}</span>
              </Menu.RadioItem>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
