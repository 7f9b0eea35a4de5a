import type { SignInAnswer } from './ask-sign-in';
import { useWords } from '../words/words';

/** A failed answer in words; what is not listed is told as a failure of the service. */
export function useFailure(): (answer: SignInAnswer) => string {
  const say = useWords();
  return ({ code, wait }) => {
    switch (code) {
      case 'INVALID_EMAIL_OR_PASSWORD':
        return say('sign-in.failed.unknown');
      case 'NOT_A_MEMBER':
        return say('sign-in.failed.no-member');
      case 'INVALID_CODE':
      case 'INVALID_BACKUP_CODE':
        return say('sign-in.failed.code');
      case 'RATE_LIMITED':
        return say('sign-in.failed.too-many', { minutes: Math.max(1, Math.ceil((wait ?? 60) / 60)) });
      case 'INVALID_TOKEN':
        return say('sign-in.failed.link');
      case 'PASSWORD_TOO_SHORT':
      case 'PASSWORD_TOO_LONG':
      case 'INVALID_PASSWORD':
        return say('sign-in.failed.password');
      case 'INVALID_NAME':
        return say('sign-in.failed.name');
      default:
        return say('sign-in.failed.service');
    }
  };
}
