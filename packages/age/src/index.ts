export { type AgeHead, type AgeHeader, readAgeHead } from "./age-header.ts";
export { openAge, type OpenAgeError, type Unlock } from "./open-age.ts";
