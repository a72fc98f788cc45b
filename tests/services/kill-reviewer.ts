import { openDatabase } from '../../server/db/data-source.ts';
import { reviewPlans } from '../../server/services/plans/review-plans.ts';

// Run by plan-reviews-kill.test.ts in a process of its own: reviews plans until it is killed.
const [config = '{}', code = '', today = ''] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(config), { migrate: false });
await reviewPlans({ database, today }, code);
await database.close();
