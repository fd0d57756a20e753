export const exampleNames = ["maya", "daniel"] as const;
export type ExampleName = (typeof exampleNames)[number];
