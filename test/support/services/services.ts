/** The graph distributed: subgraphs and gateway as processes of their own, on free ports. */

import { PILLARS, type PillarCode } from '../../../schema/stewards.ts';
import { sign, type Signed } from '../../../subgraphs/kit/signing.ts';
import { launch, type Launched, type LaunchOptions } from './process.ts';

/** The secret of the services of tests. */
export const SECRET = 'the secret of the services of tests, which is not secret';

/** Where the module of each subgraph is. */
const MODULES: Readonly<Record<PillarCode, string>> = {
  APSC: 'subgraphs/political-security/main.ts',
  AEC: 'subgraphs/economic/main.ts',
  ASCC: 'subgraphs/socio-cultural/main.ts',
};

/** A subgraph or a gateway that answers. */
export interface Service extends Launched {
  /** Its address without a path. */
  readonly url: string;
}

/** The graph as a set of processes. */
export interface Distributed {
  readonly gateway: Service;
  readonly subgraphs: Readonly<Record<PillarCode, Service>>;
  /** The address of the gateway without a path. */
  readonly url: string;
  /** Stops all; throws where one does not end with code 0. */
  stop(): Promise<void>;
}

/** Where the data are: `DATA_DIR` or `MONGODB_URI`, and whatever else the services are told. */
export type ServiceEnv = Readonly<Record<string, string>>;

/** What is started to run a subgraph alone on a free port, seeded, for whoever waits for its end. */
export function subgraphLaunch(code: PillarCode, env: ServiceEnv): LaunchOptions {
  return { file: MODULES[code], env: { PORT: '0', SEED: 'true', SUBGRAPH_SIGNING_SECRET: SECRET, ...env } };
}

/** Starts a subgraph alone on a free port, seeded, and waits until it answers. */
export async function startSubgraph(code: PillarCode, env: ServiceEnv): Promise<Service> {
  return answering(launch(subgraphLaunch(code, env)), /answers \S+ calls at (http:\S+)\/graphql/);
}

/** Starts a gateway alone on a free port over subgraphs, by their addresses without a path, and waits until it answers. */
export async function startGateway(urls: Readonly<Record<PillarCode, string>>, env: ServiceEnv = {}): Promise<Service> {
  const remotes = Object.fromEntries(PILLARS.map(({ code }) => [`${code}_URL`, `${urls[code]}/graphql`]));
  const launched = launch({
    file: 'gateway/main.ts',
    env: { PORT: '0', SUBGRAPH_SIGNING_SECRET: SECRET, ...remotes, ...env },
  });
  return answering(launched, /Graph\s+(http:\S+)\/graphql[\s\S]*Ctrl-C/);
}

/** Starts the three subgraphs and a gateway over them, which may be told more. Those that have started are ended where one does not. */
export async function startDistributed(env: ServiceEnv, gatewayEnv: ServiceEnv = {}): Promise<Distributed> {
  const started: Service[] = [];
  const kept = async (starting: Promise<Service>): Promise<Service> => {
    const service = await starting;
    started.push(service);
    return service;
  };
  try {
    const codes = ['APSC', 'AEC', 'ASCC'] as const;
    const outcomes = await Promise.allSettled(codes.map((code) => kept(startSubgraph(code, env))));
    const [APSC, AEC, ASCC] = outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    }) as [Service, Service, Service];
    const gateway = await kept(startGateway({ APSC: APSC.url, AEC: AEC.url, ASCC: ASCC.url }, gatewayEnv));
    return {
      gateway,
      subgraphs: { APSC, AEC, ASCC },
      url: gateway.url,
      async stop() {
        for (const service of [gateway, APSC, AEC, ASCC]) {
          const { code, err } = await service.stop();
          if (code !== 0) throw new Error(`A service ended with ${code}: ${err}`);
        }
      },
    };
  } catch (error) {
    await Promise.all(started.map((service) => service.stop()));
    throw error;
  }
}

/** A call to a subgraph, signed unless its parts say otherwise. */
export function signedCall(query: string, signed: Partial<Signed> = {}): RequestInit {
  const body = JSON.stringify({ query });
  const headers = sign({ secret: SECRET, time: Date.now(), identity: '', body, ...signed });
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
}

/** Asks a gateway over HTTP and gives the answer's JSON. */
export async function ask(url: string, query: string, variables: object = {}): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** Waits until a process says where it is. */
export async function answering(launched: Launched, pattern: RegExp): Promise<Service> {
  const [, url = ''] = await launched.until(pattern);
  return { ...launched, url };
}
