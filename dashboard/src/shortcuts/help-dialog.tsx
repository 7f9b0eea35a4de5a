import { Kbd, Table } from '@mantine/core';
import type { WordId } from '../generated/word-ids';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { arabicLetter } from './read-shortcut';
import { type Shortcut, useAllShortcuts } from './shortcuts';

const NAMED_KEYS: Record<string, WordId> = { Enter: 'shortcuts.key.enter', Escape: 'shortcuts.key.escape' };

/** Lists what can be pressed here, with the letter of either alphabet on the key. */
export function HelpDialog({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const say = useWords();
  const shortcuts = useAllShortcuts();
  return (
    <Dialog opened={opened} close={close} title={say('shortcuts.title')}>
      <p>{say('shortcuts.explained')}</p>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('shortcuts.latin')}</Table.Th>
            <Table.Th>{say('shortcuts.arabic')}</Table.Th>
            <Table.Th>{say('shortcuts.does')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {opened && shortcuts().map((shortcut) => <Row key={shortcut.press} shortcut={shortcut} />)}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}

function Row({ shortcut: { press, says } }: { readonly shortcut: Shortcut }) {
  const say = useWords();
  const named = NAMED_KEYS[press];
  const arabic = arabicLetter(press);
  return (
    <Table.Tr>
      <Table.Td>
        <Kbd dir="ltr">{named ? say(named) : press.toUpperCase()}</Kbd>
      </Table.Td>
      <Table.Td>{arabic && <Kbd lang="ar">{arabic}</Kbd>}</Table.Td>
      <Table.Td>{say(says)}</Table.Td>
    </Table.Tr>
  );
}
