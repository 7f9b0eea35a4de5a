import type { Messages } from '@lingui/core';

const parts = import.meta.glob<Messages>('../*/words/fr.po', { eager: true, import: 'messages' });

export const messages: Messages = Object.assign({}, ...Object.values(parts)) as Messages;
