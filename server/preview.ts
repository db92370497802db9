import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { languageOfPath } from '#contract/paths';
import { distFolder } from './build.ts';
import { requireBuild } from './built-renderer.ts';
import { readConfig } from './config.ts';
import { createAssets } from './http/assets.ts';
import { serve } from './listen.ts';

/** `npm run preview`: serves dist/static as a static host would, each page its language's document. */
export async function run(_args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig({ PORT: '4173', ...env });
  requireBuild();
  return serve(config, pino({ level: 'warn' }), async () => {
    const app = new Hono();
    app.use(await createAssets(join(distFolder, 'static')));
    app.get('*', (c) => {
      const language = languageOfPath(c.req.path);
      return app.request(language === undefined ? '/index.html' : `/${language}/index.html`);
    });
    return { listener: getRequestListener(app.fetch), close: async () => {} };
  });
}
