import type { DataSource, EntityManager } from 'typeorm';

/** Where statements go: the pool outside of a transaction, its one connection inside. */
export interface Queryable {
  /** Rows of a statement; `$1` … in it are the parameters. Row shapes are the caller's promise. */
  query<Row = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>;
}

/** An open transaction. Await nothing but it inside: on the embedded database all others wait for it. */
export interface Transaction extends Queryable {
  readonly manager: EntityManager;
}

export interface Database extends Queryable {
  readonly kind: 'embedded' | 'server';
  readonly dataSource: DataSource;
  /** A short transaction without personal tables; those are reached by `withActor`. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Closes the connections and ends an embedded engine that is ours. */
  close(): Promise<void>;
}

export function databaseOver(
  dataSource: DataSource,
  kind: Database['kind'],
  close: () => Promise<void>,
): Database {
  return {
    kind,
    dataSource,
    close,
    query: (sql, parameters) => dataSource.query(sql, parameters && [...parameters]),
    transaction: (work) => dataSource.transaction((manager) => work(transactionOver(manager))),
  };
}

function transactionOver(manager: EntityManager): Transaction {
  return {
    manager,
    query: (sql, parameters) => manager.query(sql, parameters && [...parameters]),
  };
}
