// What is read of the environment apart from the service's configuration, or before that is known to be right.

/** For programs that are started from here: nothing of ours that changes their language, place or defaults. */
export const childEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C' });

/** Whether a failure that ends the process is shown with its stack, not only in its one line. */
export const showsStacks = (): boolean => process.env.ISNAD_LOG_LEVEL === 'debug';
