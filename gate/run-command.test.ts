import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const node = (script: string, seconds = 20) => runCommand(process.execPath, ['-e', script], { seconds });

describe('a command', () => {
  it('gives its exit and both its streams', async () => {
    expect(await node(`console.log('out'); console.error('err')`)).toEqual({ ok: true, output: 'out\nerr' });
    expect(await node(`console.log('out'); process.exit(3)`)).toEqual({ ok: false, output: 'out' });
  });

  it('has nothing to read from', async () => {
    const { output } = await node(`process.stdin.on('end', () => console.log('end')).resume()`);
    expect(output).toBe('end');
  });

  it('that cannot start has failed', async () => {
    const { ok, output } = await runCommand('no-such-program', [], { seconds: 5 });
    expect(ok).toBe(false);
    expect(output).toContain('ENOENT');
  });

  it('that takes too long is ended with what it started', async () => {
    const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
    const { ok, output } = await node(`${child}; setInterval(() => {}, 1000)`, 1);
    expect(ok).toBe(false);
    expect(output).toBe('ended after 1 seconds');
  });
});
