import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Pages that a server of ours renders speak to that server, whatever the environment says. */
const apiAt = (url: string) => ({ 'import.meta.env.VITE_API_URL': JSON.stringify(url) });

/**
 * Lets the parts of the router that nothing uses fall away: its forms, its own links and what fetches a
 * framework's pages, 3 kB of script on every page. They were kept alive by a name that development
 * tools read and by a call that the bundler cannot know to be without effect.
 */
const unusedRouterParts: Plugin = {
  name: 'unused-router-parts',
  apply: 'build',
  transform: {
    filter: { id: /node_modules.react-router./ },
    handler: (code) => ({
      code: code
        .replace(/^\w+\.displayName = .*$/gm, '')
        .replace(/= (?=React\$1\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ '),
      map: null,
    }),
  },
};

// Four builds of one source: what browsers get from the site's server, what that server renders
// pages with, a plain single-page build for any static host, and the service worker of both.
export default defineConfig(({ command }) => ({
  appType: 'custom',
  plugins: [react(), unusedRouterParts],
  // Names of files are names of classes: they say where a style stands, and pack better than hashes.
  css: { transformer: 'lightningcss', lightningcss: { cssModules: { pattern: '[name]_[local]' } } },
  build: {
    cssMinify: 'lightningcss',
    // Fonts and pictures keep addresses of their own, so that caches hold them apart from the code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Nothing here or in the libraries does its work by being read.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      output: {
        codeSplitting: {
          groups: [
            // What every page needs is one file: 1.2 kB less after compression than libraries apart, and
            // a site is given new libraries about as often as new pages. What only a reader's own use asks for
            // stays out of it.
            {
              name: 'shell',
              test: /node_modules|contract.text.(?!fold|word-bounds|plain-text|graphemes)|contract.(?!text)|vite.preload|src.(ui.(?!dialog)|platform.(?!uuid)|app.(?!head\.|preferred|arrival|prefetch)[a-z-]+\.|i18n.[a-z-]+\.)/,
            },
            // A language is one file: what a visit loads of words is one request. Those of the controls
            // that most visits never open are a second.
            {
              name: (id: string) => {
                const [, code, namespace] = /locales.([\w-]+).([\w-]+)/.exec(id) ?? [];
                return /^(articles|comments|problems|site)$/.test(namespace ?? '')
                  ? `words-${code}`
                  : `late-${code}`;
              },
              debugName: 'words',
              test: /locales/,
            },
          ],
        },
      },
    },
  },
  environments: {
    client: {
      define: apiAt(''),
      // The server writes the styles and the files to fetch early into each page (http/document.ts): the
      // browser's loader for both, half a kilobyte, has nothing to do.
      build: { outDir: 'dist/client', manifest: true, cssCodeSplit: false, modulePreload: false },
    },
    ssr: {
      // The smaller and faster React, whatever the environment says at run time.
      define: { ...apiAt(''), ...(command === 'build' && { 'process.env.NODE_ENV': '"production"' }) },
      // The server's file stands alone; while developing Node loads the libraries itself.
      resolve: command === 'build' ? { noExternal: true } : {},
      build: {
        outDir: 'dist/server',
        rolldownOptions: { input: 'src/render.tsx', output: { codeSplitting: false } },
      },
    },
    static: {
      consumer: 'client',
      define: apiAt(process.env['VITE_API_URL'] ?? ''),
      build: { outDir: 'dist/static', manifest: true },
    },
    // One file for both of them, before which server/worker-file.ts writes what it is to keep.
    worker: {
      consumer: 'client',
      build: {
        outDir: 'dist/worker',
        copyPublicDir: false,
        rolldownOptions: {
          input: 'src/service-worker.ts',
          output: { format: 'iife', entryFileNames: 'service-worker.js', codeSplitting: false },
        },
      },
    },
  },
  builder: {},
}));
