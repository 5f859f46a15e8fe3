export * from "./normal.ts";
export * from "./linearAlgebra.ts";
export * from "./optimise.ts";
export * from "./random.ts";
