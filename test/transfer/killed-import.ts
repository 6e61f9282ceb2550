/** An import that is killed after so many writes: `node killed-import.ts <from> <folder of the store> <writes>`. */

import { createDatabase } from '../../seed/transfer/database.ts';
import { importFiles } from '../../seed/transfer/import.ts';
import { openStore } from '../../subgraphs/kit/store/open.ts';

const [from = '', dataDir = '', last = ''] = process.argv.slice(2);
let writes = 0;

await importFiles({
  from,
  replace: true,
  log: console.log,
  async open(name) {
    const { connection, close } = await openStore(name, { kind: 'embedded', dataDir });
    const database = createDatabase(name, connection);
    return {
      ...database,
      close,
      async put(...what) {
        writes += 1;
        if (writes > Number(last)) process.kill(process.pid, 'SIGKILL');
        await database.put(...what);
      },
    };
  },
});
