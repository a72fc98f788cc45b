/** Vertices as `lng, lat, lng, lat …`. */
type PackedLine = Float64Array;

/** Curve ids of the rings of a patch, the outer one first. */
type Patch = readonly (readonly string[])[];

/**
 * Curves and surfaces of a GML (JPGIS) that point to each other by xlink. posList is latitude first.
 * Ids are compared without case: published files have `Cv1_0` and point to `#cv1_0`.
 */
export class GmlGeometries {
  readonly #curves = new Map<string, PackedLine>();
  readonly #surfaces = new Map<string, Patch[]>();
  #curveId = '';
  #surfaceId = '';
  #patch: string[][] = [];
  #ring: string[] = [];

  open(element: string, id: string | undefined, href: string | undefined): void {
    if (element === 'Curve') this.#curveId = key(id);
    else if (element === 'Surface') {
      this.#surfaceId = key(id);
      this.#surfaces.set(this.#surfaceId, []);
    } else if (element === 'PolygonPatch') this.#patch = [];
    else if (element === 'exterior' || element === 'interior') {
      this.#ring = [];
      if (element === 'exterior') this.#patch.unshift(this.#ring);
      else this.#patch.push(this.#ring);
    } else if (element === 'curveMember') this.#ring.push(key(href));
  }

  close(element: string, text: string): void {
    if (element === 'posList') this.#addPositions(text);
    else if (element === 'PolygonPatch') this.#surfaces.get(this.#surfaceId)?.push(this.#patch);
  }

  /** GeoJSON geometry of a surface; null where the file does not hold it or a curve of it. */
  findSurface(href: string): object | null {
    const patches = this.#surfaces.get(key(href));
    if (patches === undefined || patches.length === 0) return null;
    const coordinates = patches.map((patch) => patch.map((curves) => this.#follow(curves)));
    if (coordinates.some((rings) => rings.some((ring) => ring === null))) return null;
    return { type: 'MultiPolygon', coordinates };
  }

  /** A curve of several segments has several lists of positions. */
  #addPositions(text: string): void {
    const numbers = text.trim().split(/\s+/).map(Number);
    const before = this.#curves.get(this.#curveId) ?? new Float64Array();
    const line = new Float64Array(before.length + numbers.length - (numbers.length % 2));
    line.set(before);
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      line[before.length + at] = numbers[at + 1]!;
      line[before.length + at + 1] = numbers[at]!;
    }
    this.#curves.set(this.#curveId, line);
  }

  #follow(curves: readonly string[]): (readonly [number, number])[] | null {
    const ring: (readonly [number, number])[] = [];
    for (const id of curves) {
      const line = this.#curves.get(id);
      if (line === undefined) return null;
      const positions = unpack(line);
      const end = ring.at(-1);
      const isReversed =
        end !== undefined && isSame(end, positions.at(-1)) && !isSame(end, positions[0]);
      if (isReversed) positions.reverse();
      // Where curves meet, the place is in both.
      ring.push(
        ...(end !== undefined && isSame(end, positions[0]) ? positions.slice(1) : positions),
      );
    }
    return ring;
  }
}

function unpack(line: PackedLine): (readonly [number, number])[] {
  return Array.from(
    { length: line.length / 2 },
    (_, index) => [line[2 * index]!, line[2 * index + 1]!] as const,
  );
}

function isSame(a: readonly [number, number], b: readonly [number, number] | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function key(reference: string | undefined): string {
  return (reference ?? '').replace(/^#/, '').toLowerCase();
}
