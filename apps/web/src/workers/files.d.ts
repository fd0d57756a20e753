/** Vite gives the address of a file that it copies beside the scripts. */
declare module "*.wasm?url" {
  const address: string;
  export default address;
}
