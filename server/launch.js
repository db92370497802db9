// Plain JavaScript on purpose: an old Node cannot read the TypeScript of the other files, and should
// say so in one sentence. Usage: node server/launch.js PROGRAM …
const programs = ['main', 'dev', 'build', 'preview', 'cli'];
const least = 24;
const [major] = process.versions.node.split('.').map(Number);
const hasArgon2 = typeof (await import('node:crypto')).argon2Sync === 'function';

if (major === undefined || major < least || !hasArgon2) {
  process.stderr.write(
    `Node is ${process.versions.node}; Riwaq needs ${least} or newer with argon2. ` +
      'npm ci brings one along for Linux, macOS and Windows: start with npm, and do not leave out optional dependencies.\n',
  );
  process.exit(1);
}

const program = process.argv[2] ?? '';
if (!programs.includes(program)) {
  process.stderr.write(`«${program}» is no program of Riwaq; allowed: ${programs.join(', ')}.\n`);
  process.exit(1);
}

const { run } = await import(`./${program}.ts`);
try {
  process.exitCode = await run(process.argv.slice(3), process.env);
} catch (error) {
  // What an operator can mend is an error with one sentence; anything else is a fault and shows its stack.
  const isFault = error.constructor !== Error && !['ConfigError', 'StartError', 'StorageError'].includes(error.name);
  process.stderr.write(`${isFault ? error.stack : error.message}\n`);
  process.exitCode = 1;
}
