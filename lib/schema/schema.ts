// Values that come from outside (storage, messages, files) are described once, as a valibot schema: it checks them, and their type is inferred from
// it. Data is never changed in place, so every inferred type is readonly.
//
//   const pointSchema = v.object({ x: v.number() });
//   type Point = Infer<typeof pointSchema>; // { readonly x: number }
//   readAs(pointSchema, JSON.parse(text)); // Point | null
import * as v from 'valibot';

/** The type of what a schema accepts, readonly at every depth. */
export type Infer<Schema extends v.GenericSchema> = Frozen<v.InferOutput<Schema>>;

type Frozen<T> = { readonly [Key in keyof T]: Frozen<T[Key]> };

/** The value as the schema gives it; null when it does not fit. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}

/** How many of something: a whole number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
