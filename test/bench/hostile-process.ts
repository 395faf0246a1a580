import { startHostileServer } from '../support/hostile-server.ts';

// Ends with its standard input.
const { port } = await startHostileServer();
process.stdout.write(`${port}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
