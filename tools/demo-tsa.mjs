// @ts-check
// A throw-away time-stamp authority for the README: `node tools/demo-tsa.mjs REQUEST.tsq FOLDER` makes root.pem and tsa.pem in
// FOLDER and answers the request there. Its keys are made anew each time and prove nothing to anybody.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const config = `
[ req ]
distinguished_name = name
prompt = no
[ name ]
CN = Demo
[ root ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[ tsa ]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ authority ]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.32473.1
digests = sha256, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

/** @param {string} requestPath @param {string} folder @returns {string} where the answer is */
export const answerRequest = (requestPath, folder) => {
  mkdirSync(folder, { recursive: true });
  /** @param {readonly string[]} args */
  const openssl = (...args) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  writeFileSync(join(folder, "demo.cnf"), config);
  writeFileSync(join(folder, "serial"), "01\n");
  const newKey = ["req", "-config", "demo.cnf", "-newkey", "rsa:2048", "-nodes"];
  openssl(
    ...newKey,
    "-x509",
    "-days",
    "3650",
    "-subj",
    "/CN=Demo root",
    "-extensions",
    "root",
    "-keyout",
    "root.key",
    "-out",
    "root.pem",
  );
  openssl(
    ...newKey,
    "-subj",
    "/CN=Demo time-stamp authority",
    "-keyout",
    "tsa.key",
    "-out",
    "tsa.csr",
  );
  openssl(
    "x509",
    "-req",
    "-in",
    "tsa.csr",
    "-CA",
    "root.pem",
    "-CAkey",
    "root.key",
    "-set_serial",
    "2",
    "-days",
    "3650",
    "-extfile",
    "demo.cnf",
    "-extensions",
    "tsa",
    "-out",
    "tsa.pem",
  );
  const answer = `${basename(requestPath).replace(/\.tsq$/, "")}.tsr`;
  openssl(
    "ts",
    "-reply",
    "-config",
    "demo.cnf",
    "-section",
    "authority",
    "-queryfile",
    resolve(requestPath),
    "-out",
    answer,
  );
  for (const name of ["root.key", "tsa.key", "tsa.csr", "demo.cnf", "serial", "serial.old"]) {
    rmSync(join(folder, name), { force: true });
  }
  return join(folder, answer);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , requestPath, folder] = process.argv;
  if (requestPath === undefined || folder === undefined || !existsSync(requestPath)) {
    console.error("Usage: node tools/demo-tsa.mjs REQUEST.tsq FOLDER");
    process.exit(2);
  }
  console.log(`The demo authority answered: ${answerRequest(requestPath, folder)}`);
}
