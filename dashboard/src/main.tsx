import '@fontsource/ibm-plex-sans-arabic/arabic-400.css';
import '@fontsource/ibm-plex-sans-arabic/arabic-600.css';
import '@fontsource/ibm-plex-sans-arabic/latin-400.css';
import '@fontsource/ibm-plex-sans-arabic/latin-600.css';
import '@fontsource-variable/noto-naskh-arabic/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import 'virtual:theme.css';
import './shell/desk.css';
import { createRoot } from 'react-dom/client';
import { preferences } from './preferences/preferences';
import { App } from './shell/app';
import { fetchAhead } from './shell/screens';
import { speak } from './words/words';

fetchAhead(location.pathname);
const { language, digits } = preferences.get();
await speak(language, digits);
createRoot(document.getElementById('desk')!).render(<App />);
