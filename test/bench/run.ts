import { benchClustering } from './bench-clustering.ts';
import { benchFanOut } from './bench-fan-out.ts';
import { benchHostile } from './bench-hostile.ts';
import { benchLatency } from './bench-latency.ts';
import { benchMatching } from './bench-matching.ts';
import { benchNewsroom } from './bench-newsroom.ts';
import { benchParsing } from './bench-parsing.ts';
import { benchPlanner } from './bench-planner.ts';
import { benchPlatforms } from './bench-platforms.ts';
import { benchPolls } from './bench-polls.ts';
import { benchReading } from './bench-reading.ts';
import { benchStart } from './bench-start.ts';
import { formatTable } from './table.ts';

const BENCHES = {
  newsroom: benchNewsroom,
  reading: benchReading,
  clustering: benchClustering,
  start: benchStart,
  platforms: benchPlatforms,
  'fan-out': benchFanOut,
  parsing: benchParsing,
  hostile: benchHostile,
  planner: benchPlanner,
  polls: benchPolls,
  latency: benchLatency,
  matching: benchMatching,
} as const;

// `npm run bench -- parsing matching` runs those alone.
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${formatTable(name, await bench())}\n\n`);
}
