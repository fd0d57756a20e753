/** For the log's first entry and the bags: as the command line has it. */
export const version = "0.1.0";
export const software = `holdfast ${version}`;
