import type { DatabaseConfig } from '../../db/data-source.ts';
import { type MunicipalityVersions, type Topic, versionToken } from '../read/data-versions.ts';
import { buildInThread } from './build-in-thread.ts';
import type { SearchThread } from './search-thread.ts';
import type { SharedNetwork } from './shared-network.ts';

/** What a network is made from. */
export const NETWORK_TOPICS = ['roads', 'zones'] as const satisfies Topic[];

/** All networks together; of several that are too much the one used last stays. A city's takes some 20 MB. */
const MOST_BYTES = 1.5 * 2 ** 30;

/** The network of a municipality as it was built from one version of the data. */
export interface Network {
  /** Names it to the thread that searches. */
  readonly key: number;
  readonly token: string;
  /** null: there were no roads. */
  readonly shared: SharedNetwork | null;
}

/**
 * Networks by municipality, built in a thread when they are first asked for and anew when their data have
 * moved; meanwhile the former one goes on answering. One is built at a time: it is the memory that counts.
 */
export class Networks {
  readonly #config: DatabaseConfig;
  readonly #thread: SearchThread;
  readonly #report: (error: unknown) => void;
  readonly #networks = new Map<string, Network>();
  readonly #building = new Map<
    string,
    { readonly token: string; readonly network: Promise<Network> }
  >();
  readonly #stop = new AbortController();
  #last: Promise<unknown> = Promise.resolve();
  #lastKey = 0;

  constructor(config: DatabaseConfig, thread: SearchThread, report: (error: unknown) => void) {
    this.#config = config;
    this.#thread = thread;
    this.#report = report;
  }

  /** The network of the data as they are now: waits until it is built. */
  current(municipality: MunicipalityVersions): Promise<Network> {
    const { code } = municipality;
    const token = versionToken(municipality, NETWORK_TOPICS);
    const known = this.#networks.get(code);
    if (known?.token === token) {
      this.#use(code, known);
      return Promise.resolve(known);
    }
    const underWay = this.#building.get(code);
    if (underWay?.token === token) return underWay.network;
    const network = this.#last.then(() => this.#build(code, token));
    this.#last = network.catch(() => {});
    const entry = { token, network };
    this.#building.set(code, entry);
    const done = () => {
      if (this.#building.get(code) === entry) this.#building.delete(code);
    };
    network.then(done, done);
    return network;
  }

  /** The network there is, with one of the data as they are now begun where it is older; waits for the first. */
  async usable(municipality: MunicipalityVersions): Promise<Network> {
    const known = this.#networks.get(municipality.code);
    const current = this.current(municipality);
    if (known === undefined || known.shared === null) return current;
    current.catch(this.#report);
    return known;
  }

  isReady(municipality: MunicipalityVersions): boolean {
    const known = this.#networks.get(municipality.code);
    return known !== undefined && this.isCurrent(municipality, known);
  }

  isCurrent(municipality: MunicipalityVersions, { token }: Network): boolean {
    return token === versionToken(municipality, NETWORK_TOPICS);
  }

  close(): void {
    this.#stop.abort();
  }

  async #build(code: string, token: string): Promise<Network> {
    const order = { databaseConfig: this.#config, municipalityCode: code };
    const shared = await buildInThread(order, this.#stop.signal);
    this.#lastKey += 1;
    const network = { key: this.#lastKey, token, shared };
    const former = this.#networks.get(code);
    if (shared !== null) this.#thread.hold(network.key, shared);
    this.#use(code, network);
    if (former !== undefined) this.#thread.forget(former.key);
    this.#dropOldest();
    return network;
  }

  /** A Map keeps the order of insertion: what was used last goes to its end. */
  #use(code: string, network: Network): void {
    this.#networks.delete(code);
    this.#networks.set(code, network);
  }

  #dropOldest(): void {
    let bytes = 0;
    for (const { shared } of this.#networks.values()) bytes += shared?.byteLength ?? 0;
    for (const [code, { key, shared }] of this.#networks) {
      if (bytes <= MOST_BYTES || this.#networks.size === 1) return;
      bytes -= shared?.byteLength ?? 0;
      this.#networks.delete(code);
      this.#thread.forget(key);
    }
  }
}
