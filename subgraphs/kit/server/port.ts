/** Whether an address can be listened on: asked before anything is written, so that a taken port costs nothing. */

import { createServer } from 'node:net';
import { SettingError } from '../settings/setting.ts';

/** Resolves when the address is free. Throws a SettingError that names the setting to change. */
export async function assertCanListen({ host, port }: { host: string; port: number }): Promise<void> {
  const probe = createServer();
  const outcome = Promise.withResolvers<void>();
  probe.once('error', (error: NodeJS.ErrnoException) => outcome.reject(refusal(error, { host, port })));
  probe.listen({ host, port }, () => probe.close(() => outcome.resolve()));
  await outcome.promise;
}

/** Listens, or says which setting is to be changed. */
export async function listenOrRefuse<Listening>(
  listen: () => Promise<Listening>,
  place: { host: string; port: number },
): Promise<Listening> {
  try {
    return await listen();
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException;
    throw syscall === 'listen' ? refusal(error as NodeJS.ErrnoException, place) : error;
  }
}

/** The system's refusal to listen, as the setting that is to be changed. */
function refusal(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): SettingError {
  const options = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingError(
        `PORT ${port} of ${host} is in use by another process: stop that process, or choose another port (--port 0 takes a free one)`,
        options,
      );
    case 'EACCES':
      return new SettingError(`PORT ${port} is not allowed to this user: choose one from 1024 to 65535`, options);
    default:
      return new SettingError(
        `HOST ${JSON.stringify(host)} cannot be listened on (${error.code ?? error.message}): choose an address of this machine`,
        options,
      );
  }
}
