import { mergeConfig, type Plugin } from 'vite';
import config from './vite.config.ts';

/** Serves the app over the fake client of src/testing: every page without a server. */
const fixture: Plugin = {
  name: 'fixture',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/app/main.tsx', '/src/testing/fixture.tsx'),
  },
};

export default mergeConfig(config, { plugins: [fixture], server: { port: 5199 } });
