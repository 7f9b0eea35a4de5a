import type { SpeakerNameFragment } from '../generated/documents';
import { useWords } from '../words/words';

interface SpeakerNameProps {
  readonly speaker: SpeakerNameFragment | null | undefined;
}

/** Who an article says said it: a name, the words for a source it leaves unnamed, or the article itself. */
export function SpeakerName({ speaker }: SpeakerNameProps) {
  const say = useWords();
  if (!speaker) return <>{say('subject.own-voice')}</>;
  if (!speaker.anonymous) return <bdi>{speaker.name ?? say('subject.speaker.unknown')}</bdi>;
  return (
    <>
      {speaker.name && (
        <>
          <bdi>{speaker.name}</bdi> ·{' '}
        </>
      )}
      {say('subject.anonymous')}
    </>
  );
}
