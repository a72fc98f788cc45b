/**
 * Origins of the plane rectangular zones I–XIX, `[latitude, longitude]` in degrees
 * (平面直角座標系, 平成14年国土交通省告示第9号). Zone n is at place n - 1.
 */
export const PLANE_ZONE_ORIGINS: readonly (readonly [number, number])[] = [
  [33, 129 + 30 / 60],
  [33, 131],
  [36, 132 + 10 / 60],
  [33, 133 + 30 / 60],
  [36, 134 + 20 / 60],
  [36, 136],
  [36, 137 + 10 / 60],
  [36, 138 + 30 / 60],
  [36, 139 + 50 / 60],
  [40, 140 + 50 / 60],
  [44, 140 + 15 / 60],
  [44, 142 + 15 / 60],
  [44, 144 + 15 / 60],
  [26, 142],
  [26, 127 + 30 / 60],
  [26, 124],
  [26, 131],
  [20, 136],
  [26, 154],
];
