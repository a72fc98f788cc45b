import Flatbush from 'flatbush';
import { bboxOf } from '#domain/geo/bbox';
import type { MultiPolygon } from '#domain/geo/position';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';

/** From this many zones on, and this clear, the codes are taken for swapped. */
const ENOUGH_ZONES = 3;
const CLEAR_SHARE = 0.8;
const POOR_SHARE = 0.2;
/** About 1 m: yellow and red are drawn from the same survey, but not always to the last digit. */
const TOLERANCE_DEGREES = 0.00001;

interface Coded {
  readonly phenomenon: number;
  readonly zoneClass: number;
}

/**
 * Watches that A33_001 (phenomenon) and A33_002 (class) are not swapped. A red zone lies inside the
 * yellow one of its phenomenon; read the wrong way round, "red" would be every debris flow, and nearly
 * none of these lies inside a "yellow". Boxes suffice to see it, 32 bytes a zone.
 */
export class SwapGuard {
  readonly #codes: Coded[] = [];
  readonly #boxes: number[] = [];

  add(phenomenonCode: string, classCode: string, geometry: MultiPolygon): void {
    this.#codes.push({ phenomenon: Number(phenomenonCode), zoneClass: Number(classCode) });
    this.#boxes.push(...bboxOf(geometry.coordinates.flatMap(([outer = []]) => outer)));
  }

  /**
   * What is to be said when all zones were read.
   *
   * @throws UnknownLayoutError where the zones make sense only with the codes swapped.
   */
  conclude(): readonly Bilingual[] {
    const asRead = this.#redInYellow((code) => code);
    const swapped = this.#redInYellow(({ phenomenon, zoneClass }) => ({
      phenomenon: zoneClass,
      zoneClass: phenomenon,
    }));
    const isPoor = asRead.red === 0 || asRead.inside / asRead.red <= POOR_SHARE;
    if (isPoor && swapped.red >= ENOUGH_ZONES && swapped.inside / swapped.red >= CLEAR_SHARE)
      throw new UnknownLayoutError(
        {
          ja: 'A33_001 が現象の種類、A33_002 が区域区分(特別警戒区域が警戒区域の中にある)のデータ',
          en: 'A33_001 as phenomenon and A33_002 as class, red zones lying inside yellow ones',
        },
        {
          ja: `A33_001 と A33_002 の入れ替わり(逆に読むと特別警戒区域 ${swapped.red} 件のうち ${swapped.inside} 件が警戒区域の中にあります)`,
          en: `the two are swapped: read the other way round, ${swapped.inside} of ${swapped.red} red zones lie inside yellow ones`,
        },
      );
    const alone = asRead.red - asRead.inside;
    if (alone === 0) return [];
    return [
      {
        ja: `特別警戒区域 ${asRead.red} 件のうち ${alone} 件は、このファイルの警戒区域の中にありません`,
        en: `${alone} of ${asRead.red} red zones lie in no yellow zone of these files`,
      },
    ];
  }

  #redInYellow(read: (code: Coded) => Coded): { red: number; inside: number } {
    const codes = this.#codes.map(read);
    const isYellow = ({ zoneClass }: Coded): boolean => zoneClass === 1 || zoneClass === 3;
    const yellows = codes.flatMap((code, zone) => (isYellow(code) ? [zone] : []));
    const reds = codes.flatMap(({ zoneClass }, zone) =>
      zoneClass === 2 || zoneClass === 4 ? [zone] : [],
    );
    if (yellows.length === 0 || reds.length === 0) return { red: reds.length, inside: 0 };
    const tree = new Flatbush(yellows.length);
    for (const zone of yellows) tree.add(...this.#box(zone));
    tree.finish();
    let inside = 0;
    for (const red of reds) {
      const [west, south, east, north] = this.#box(red);
      const around = tree.search(west, south, east, north).some((found) => {
        const yellow = yellows[found]!;
        const [left, bottom, right, top] = this.#box(yellow);
        return (
          codes[yellow]!.phenomenon === codes[red]!.phenomenon &&
          left <= west + TOLERANCE_DEGREES &&
          bottom <= south + TOLERANCE_DEGREES &&
          right >= east - TOLERANCE_DEGREES &&
          top >= north - TOLERANCE_DEGREES
        );
      });
      if (around) inside += 1;
    }
    return { red: reds.length, inside };
  }

  #box(zone: number): [number, number, number, number] {
    const at = zone * 4;
    const boxes = this.#boxes;
    return [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  }
}
