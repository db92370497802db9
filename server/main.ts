import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import { distFolder } from './build.ts';
import { openBuiltRenderer, requireBuild } from './built-renderer.ts';
import { readConfig } from './config.ts';
import { createAssets } from './http/assets.ts';
import { serve } from './listen.ts';
import { openSite } from './open-site.ts';

/** `npm start`: serves the site until it is told to stop, and finishes what it began. */
export async function run(_args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig(env);
  const log = pino({ level: config.logLevel });
  requireBuild();
  return serve(config, log, async () => {
    const assets = await createAssets(join(distFolder, 'client'), { leaveOut: ['/index.html'] });
    const { app, storage, name, endStreams } = await openSite(config, log, {
      openRenderer: openBuiltRenderer,
      assets,
    });
    const listener = getRequestListener(app.fetch);
    return { name, listener, endStreams, close: () => storage.close() };
  });
}
