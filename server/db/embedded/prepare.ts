import { makePreparedDirectory } from './prepared-directory.ts';

// Run by scripts/build.
await makePreparedDirectory();
