type TypedArray = Uint8Array | Int32Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/**
 * A copy of a value of which every typed array lies in memory that workers share: posted to a worker, such
 * arrays are not copied. For plain values such as `RoadTable` and `Topology`; what is no typed array, list
 * or plain object stays as it is.
 */
export function shareArrays<T>(value: T): T {
  if (isTypedArray(value)) return shared(value) as T;
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, shareArrays(one)]);
  return Object.fromEntries(entries) as T;
}

function shared(array: TypedArray): TypedArray {
  const copy = new (array.constructor as new (buffer: SharedArrayBuffer) => TypedArray)(
    new SharedArrayBuffer(array.byteLength),
  );
  copy.set(array);
  return copy;
}

function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
