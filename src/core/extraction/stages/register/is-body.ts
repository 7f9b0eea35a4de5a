import { type SpeakerKind } from '../../model.js';

/** Whether a kind is a body's: «الوكالة» may be an office or a medium. */
export const isBody = (kind: SpeakerKind): boolean => kind === 'ORGANIZATION' || kind === 'MEDIA';
