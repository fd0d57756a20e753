import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A time-stamp authority that openssl plays, with a root of its own. Files lie in one temporary folder. */
export interface TestAuthority {
  readonly rootPem: string;
  readonly chainPem: string;
  readonly rootFile: string;
  readonly chainFile: string;
  /** Answers a request: the full response. */
  readonly reply: (request: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** Answers with the bare token. */
  readonly replyToken: (request: Uint8Array) => Uint8Array<ArrayBuffer>;
  /**
   * Signs a TSTInfo with `openssl cms`, which asks nothing of the certificate: `openssl ts -reply` refuses to make the
   * responses that a check has to refuse.
   */
  readonly forge: (
    info: Uint8Array,
    options?: { readonly contentType?: string; readonly bound?: boolean },
  ) => Uint8Array<ArrayBuffer>;
}

export interface AuthorityOptions {
  readonly name: string;
  /** The extendedKeyUsage line of the certificate; "" leaves it out. */
  readonly purpose?: string;
  /** UTC, as `openssl ca -enddate` wants it: "20991231235959Z". */
  readonly ends?: string;
  readonly starts?: string;
  readonly certificateDigest?: "sha1" | "sha256";
  readonly key?: "ec" | "rsa";
  readonly rsaBits?: number;
  readonly essDigest?: "sha1" | "sha256";
  readonly intermediate?: boolean;
}

const openssl = (args: readonly string[], cwd: string): string =>
  execFileSync("openssl", args, { cwd, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });

export const createTestAuthority = (folder: string, options: AuthorityOptions): TestAuthority => {
  const home = join(folder, options.name);
  mkdirSync(home, { recursive: true });
  const run = (args: readonly string[]): string => openssl(args, home);
  writeFileSync(join(home, "openssl.cnf"), configuration(options));
  writeFileSync(join(home, "index.txt"), "");
  writeFileSync(join(home, "serial"), "01\n");
  writeFileSync(join(home, "tsserial"), "01\n");
  makeKey(run, options, "root.key");
  run([
    ..."req -x509 -config openssl.cnf -key root.key -out root.pem -days 3650 -extensions v3_root".split(
      " ",
    ),
    "-subj",
    `/O=example.org/CN=${options.name} root`,
  ]);
  let issuer = "root";
  if (options.intermediate === true) {
    makeKey(run, options, "middle.key");
    request(run, "middle", `${options.name} middle`);
    sign(run, options, "middle", "root", "v3_root");
    issuer = "middle";
  }
  makeKey(run, options, "tsa.key");
  request(run, "tsa", `${options.name} stamps`);
  sign(run, options, "tsa", issuer, "v3_tsa");
  const chain = ["tsa.pem", ...(issuer === "middle" ? ["middle.pem"] : []), "root.pem"];
  const chainPem = chain.map((file) => readFileSync(join(home, file), "utf8")).join("");
  writeFileSync(join(home, "chain.pem"), chainPem);
  const issuersPem = chain.slice(1).map((file) => readFileSync(join(home, file), "utf8"));
  writeFileSync(join(home, "issuers.pem"), issuersPem.join(""));
  let count = 0;
  const answer = (bytes: Uint8Array, more: readonly string[]): Uint8Array<ArrayBuffer> => {
    count += 1;
    writeFileSync(join(home, `${count}.tsq`), bytes);
    run([
      ..."ts -reply -config openssl.cnf -section tsa -queryfile".split(" "),
      `${count}.tsq`,
      "-out",
      `${count}.tsr`,
      ...more,
    ]);
    return new Uint8Array(readFileSync(join(home, `${count}.tsr`)));
  };
  return {
    rootPem: readFileSync(join(home, "root.pem"), "utf8"),
    chainPem,
    rootFile: join(home, "root.pem"),
    chainFile: join(home, "chain.pem"),
    reply: (bytes) => answer(bytes, []),
    replyToken: (bytes) => answer(bytes, ["-token_out"]),
    forge: (info, { contentType = "1.2.840.113549.1.9.16.1.4", bound = true } = {}) => {
      writeFileSync(join(home, "info.der"), info);
      run(
        words(
          "cms -sign -binary -nodetach -nosmimecap -md sha256 -in info.der -signer tsa.pem -inkey tsa.key"
            + ` -certfile issuers.pem -outform DER -out forged.der -econtent_type ${contentType}`
            + (bound ? " -cades" : ""),
        ),
      );
      return grantedResponse(readFileSync(join(home, "forged.der")));
    },
  };
};

/** SEQUENCE { SEQUENCE { INTEGER 0 }, token }: what an authority sends around a token. */
const grantedResponse = (token: Uint8Array): Uint8Array<ArrayBuffer> => {
  const size = token.length + 5;
  return Uint8Array.from([0x30, 0x82, size >> 8, size & 0xff, 0x30, 3, 2, 1, 0, ...token]);
};

const makeKey = (
  run: (args: readonly string[]) => string,
  options: AuthorityOptions,
  file: string,
): void => {
  if (options.key === "rsa") run(["genrsa", "-out", file, String(options.rsaBits ?? 2048)]);
  else run(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", file]);
};

const request = (
  run: (args: readonly string[]) => string,
  name: string,
  commonName: string,
): void => {
  run([
    ..."req -new -config openssl.cnf -key".split(" "),
    `${name}.key`,
    "-out",
    `${name}.csr`,
    "-subj",
    `/O=example.org/CN=${commonName}`,
  ]);
};

const sign = (
  run: (args: readonly string[]) => string,
  options: AuthorityOptions,
  name: string,
  issuer: string,
  extensions: string,
): void => {
  const starts = (name === "tsa" ? options.starts : undefined) ?? "20200101000000Z";
  const ends = (name === "tsa" ? options.ends : undefined) ?? "20491231235959Z";
  run(
    words(
      "ca -batch -notext -config openssl.cnf -name ca"
        + ` -cert ${issuer}.pem -keyfile ${issuer}.key -in ${name}.csr -out ${name}.pem`
        + ` -extensions ${extensions} -md ${options.certificateDigest ?? "sha256"}`
        + ` -startdate ${starts} -enddate ${ends}`,
    ),
  );
};

const words = (text: string): readonly string[] => text.split(" ");

const configuration = (options: AuthorityOptions): string => {
  const purpose = options.purpose ?? "critical,timeStamping";
  return `
[req]
distinguished_name = dn
prompt = no
[dn]
[v3_root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[v3_tsa]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
subjectKeyIdentifier = hash
${purpose === "" ? "" : `extendedKeyUsage = ${purpose}`}
[ca]
database = index.txt
serial = serial
new_certs_dir = .
policy = any
unique_subject = no
default_md = sha256
[any]
organizationName = optional
commonName = supplied
[tsa]
serial = tsserial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
certs = chain.pem
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha1, sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = ${options.essDigest ?? "sha256"}
`;
};

/** A request as `openssl ts -query` makes it. */
export const makeRequest = (
  folder: string,
  data: Uint8Array,
  more: readonly string[] = ["-cert"],
): Uint8Array<ArrayBuffer> => {
  const name = `request-${createHash("sha256").update(data).update(more.join()).digest("hex").slice(0, 12)}`;
  writeFileSync(join(folder, `${name}.data`), data);
  openssl(
    ["ts", "-query", "-data", `${name}.data`, "-sha256", ...more, "-out", `${name}.tsq`],
    folder,
  );
  return new Uint8Array(readFileSync(join(folder, `${name}.tsq`)));
};

/** What `openssl ts -verify` says of a response: true for "Verification: OK". */
export const opensslAccepts = (
  folder: string,
  question: {
    readonly response: Uint8Array;
    readonly data: Uint8Array;
    readonly rootFile: string;
    readonly chainFile: string;
    readonly request?: Uint8Array;
    readonly isToken?: boolean;
    /** Seconds since 1970. */
    readonly at?: number;
  },
): boolean => {
  writeFileSync(join(folder, "v.tsr"), question.response);
  writeFileSync(join(folder, "v.data"), question.data);
  if (question.request !== undefined) writeFileSync(join(folder, "v.tsq"), question.request);
  const asked = question.request === undefined ? ["-data", "v.data"] : ["-queryfile", "v.tsq"];
  const at = question.at === undefined ? [] : ["-attime", String(question.at)];
  try {
    const said = openssl(
      [
        "ts",
        "-verify",
        ...asked,
        "-in",
        "v.tsr",
        ...(question.isToken === true ? ["-token_in"] : []),
        ...at,
        "-CAfile",
        question.rootFile,
        "-untrusted",
        question.chainFile,
      ],
      folder,
    );
    return said.includes("Verification: OK");
  } catch {
    // openssl says no with its exit code.
    return false;
  }
};
