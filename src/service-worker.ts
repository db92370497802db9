import { listen } from './worker/worker.ts';

listen();
