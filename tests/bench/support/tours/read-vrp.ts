import { type DistanceRule, fromDepot } from './tour-instance.ts';

const FOREVER = Number.MAX_SAFE_INTEGER;

/**
 * CVRPLIB's .vrp: `KEY : value` lines, then sections of numbers. As many vehicles as customers where it
 * names none.
 */
export function readVrp(text: string, rule: DistanceRule) {
  const header = new Map<string, string>();
  const sections = new Map<string, number[][]>();
  let section: number[][] | null = null;
  for (const line of text.split('\n').map((one) => one.trim())) {
    const named = /^(\w+)\s*:\s*(.*)$/.exec(line);
    if (named !== null) header.set(named[1]!, named[2]!);
    else if (/_SECTION$/.test(line)) {
      section = [];
      sections.set(line, section);
    } else if (/^-?\d/.test(line)) section?.push(line.split(/\s+/).map(Number));
  }
  const byNode = (name: string) =>
    new Map((sections.get(name) ?? []).map(([node = 0, ...values]) => [node, values]));
  const demands = byNode('DEMAND_SECTION');
  const windows = byNode('TIME_WINDOW_SECTION');
  const service = Number(header.get('SERVICE_TIME') ?? 0);
  const nodes = [...byNode('NODE_COORD_SECTION')].map(([node, [x = 0, y = 0]], index) => ({
    x,
    y,
    demand: demands.get(node)?.[0] ?? 0,
    ready: windows.get(node)?.[0] ?? 0,
    due: windows.get(node)?.[1] ?? FOREVER,
    service: index === 0 ? 0 : service,
  }));
  const count = Number(header.get('VEHICLES') ?? nodes.length - 1);
  return fromDepot(nodes, { count, capacity: Number(header.get('CAPACITY')) }, rule);
}

/** The cost and the number of tours of a .sol file. */
export function readSolution(text: string): { cost: number; vehicles: number } {
  return {
    cost: Number(/^Cost\s+([\d.]+)/m.exec(text)?.[1]),
    vehicles: text.match(/^Route #/gm)?.length ?? 0,
  };
}
