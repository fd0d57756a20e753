declare module "*?url" {
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- Vite gives the address as the default export.
  export default url;
}
