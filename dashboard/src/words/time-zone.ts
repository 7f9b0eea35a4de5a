import { createContext, useContext } from 'react';

/** IANA name, such as Asia/Beirut: the newsroom's where it has one, else this browser's. */
export const TimeZone = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

export const useTimeZone = (): string => useContext(TimeZone);
