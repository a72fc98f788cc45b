type Properties = Readonly<Record<string, unknown>>;

/** Attributes that usually hold the name of an area, in the order they are asked. */
const NAME_ATTRIBUTES = ['district', '地区名', '地区', 'S_NAME', 'name', 'NAME', '名称'] as const;

/** N03: 市区町村名 with the city of a ward before it, or the ward behind (since 2024). */
function municipalityName(properties: Properties): string | null {
  const name = areaText(properties.N03_004);
  if (name === null) return null;
  const city = areaText(properties.N03_003);
  return `${city?.endsWith('市') ? city : ''}${name}${areaText(properties.N03_005) ?? ''}`;
}

/** Whether some attribute may hold the name of an area. */
export function hasNameAttribute(properties: Properties, attribute: string | undefined): boolean {
  return attribute === undefined
    ? 'N03_004' in properties || NAME_ATTRIBUTES.some((known) => known in properties)
    : attribute in properties;
}

/** Name of an area; null where it has none. */
export function readAreaName(properties: Properties, attribute: string | undefined): string | null {
  if (attribute !== undefined) return areaText(properties[attribute]);
  for (const known of NAME_ATTRIBUTES) {
    const name = areaText(properties[known]);
    if (name !== null) return name;
  }
  return municipalityName(properties);
}

/** Keys under which a CSV of areas and districts may list an area: its name and its e-Stat code. */
export function areaKeys(properties: Properties, name: string | null): string[] {
  return [name, areaText(properties.KEY_CODE)].filter((key) => key !== null);
}

export function creditOf(properties: Properties): string | null {
  if ('N03_004' in properties) return '国土数値情報(行政区域データ)国土交通省 を加工して作成';
  if ('S_NAME' in properties && 'KEY_CODE' in properties)
    return '政府統計の総合窓口(e-Stat)の境界データを加工して作成';
  return null;
}

function areaText(value: unknown): string | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? null : text;
}
