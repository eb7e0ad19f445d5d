import '@/ui/styles.css';
import { start } from '@/app/start';
import { fakeClient } from './fakeClient';
import { worlds } from './sampleWorld';

/** The app over a fake client; `?world=` chooses its circumstances (`npm run fixture -w web`). */
const name = new URLSearchParams(location.search).get('world') ?? 'sample';
await start(fakeClient(worlds[name] ?? worlds.sample ?? { me: null }));
