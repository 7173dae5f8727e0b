import { chmodSync, cpSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

// Everything is bundled: start-up is several times faster than from node_modules. Splitting keeps Ink and the
// Markdown parser in files of their own, loaded only by the commands that need them.
rmSync('dist', { recursive: true, force: true });
const shared = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Ink asks for the developer tools of React only when DEV=true.
  alias: { 'react-devtools-core': './src/ui/no-devtools.ts' },
  // CommonJS dependencies call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};
await build({
  ...shared,
  entryPoints: { waymark: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
});
chmodSync('dist/waymark.js', 0o755);
if (existsSync('node_modules/.bin')) {
  // In its own checkout npx looks here for the command before it asks the registry.
  rmSync('node_modules/.bin/waymark', { force: true });
  symlinkSync('../../dist/waymark.js', 'node_modules/.bin/waymark');
}

// Tables that are data, read from beside the bundle: a language is added by adding its file.
cpSync('src/extract/cues', 'dist/cues', { recursive: true });
cpSync('src/extract/draft/phrases', 'dist/phrases', { recursive: true });
cpSync('src/sync/fidelity/languages', 'dist/languages', { recursive: true });

// What the package holds is read and checked once, here; see src/project/snapshot.ts and src/locale/load-tables.ts.
await build({
  ...shared,
  entryPoints: { 'make-snapshot': 'src/project/make-snapshot.ts', 'compile-tables': 'src/compile-tables.ts' },
  outdir: 'dist',
  splitting: false,
});
const { compileTables } = await import('./dist/compile-tables.js');
await compileTables(new URL('./dist/', import.meta.url));
const { makeRecords, makeSnapshot } = await import('./dist/make-snapshot.js');
writeFileSync('dist/snapshot.json', JSON.stringify(await makeSnapshot('.')));
writeFileSync('dist/records.json', JSON.stringify(await makeRecords('.')));
rmSync('dist/make-snapshot.js');
rmSync('dist/compile-tables.js');
