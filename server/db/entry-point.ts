/** A module of ours to run in a process or thread of its own. */
export interface EntryPoint {
  readonly url: URL;
  /** Options for node, so that TypeScript runs where the caller itself runs from source. */
  readonly execArgv: readonly string[];
}

/**
 * `entryPoint(import.meta.url, './child')`: the module beside the caller, `.ts` when the caller runs
 * from source and `.js` when it runs from dist/.
 */
export function entryPoint(callerUrl: string, path: string): EntryPoint {
  const fromSource = callerUrl.endsWith('.ts');
  return {
    url: new URL(`${path}${fromSource ? '.ts' : '.js'}`, callerUrl),
    execArgv: fromSource ? ['--conditions=source', '--import', tsxRegistration()] : [],
  };
}

/** `--import tsx` does nothing in a thread, where tsx leaves the work to the main thread: it is told to. */
function tsxRegistration(): string {
  const script = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
