import { createReadStream } from 'node:fs';
import { mergeConfig, type Plugin } from 'vite';
import packs from '../src/main/resources/tingting/sticker/packs.json' with { type: 'json' };
import config from './vite.config.ts';

const pictures = new Map(
  packs.flatMap(({ stickers }) => stickers.map((one) => [`/${one.sticker_id}.webp`, one.file])),
);

/** Serves the app over the fake client of src/testing: every page without a server. */
const fixture: Plugin = {
  name: 'fixture',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/app/main.tsx', '/src/testing/fixture.tsx'),
  },
  configureServer({ middlewares }) {
    middlewares.use('/media/stickers', (request, response, next) => {
      const file = pictures.get(request.url ?? '');
      const folder = new URL('../src/main/resources/tingting/sticker/', import.meta.url);
      if (file === undefined) next();
      else createReadStream(new URL(file, folder)).pipe(response);
    });
  },
};

export default mergeConfig(config, { plugins: [fixture], server: { port: 5199 } });
