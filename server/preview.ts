import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { languageOfPath } from '#contract/paths';
import { distFolder } from './build.ts';
import { readConfig } from './config.ts';
import { createAssets } from './http/assets.ts';
import { serve } from './listen.ts';
import { StartError } from './start-error.ts';

/** `npm run preview`: serves dist/static as a static host would, each page its language's document. */
export async function run(_args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig({ PORT: '4173', ...env });
  const folder = join(distFolder, 'static');
  requireStaticBuild(folder);
  return serve(config, pino({ level: 'warn' }), async () => {
    const app = new Hono();
    app.use(await createAssets(folder));
    app.get('*', (c) => {
      const language = languageOfPath(c.req.path);
      return app.request(language === undefined ? '/index.html' : `/${language}/index.html`);
    });
    return { name: config.siteName, listener: getRequestListener(app.fetch), close: async () => {} };
  });
}

/** Throws StartError where no build for a static host was finished; npm start makes only the server's. */
export function requireStaticBuild(folder: string): void {
  // The last file that such a build writes.
  if (!existsSync(join(folder, '404.html')))
    throw new StartError('The pages for a static host are not built; run npm run build first.');
}
