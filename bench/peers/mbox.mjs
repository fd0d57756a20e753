import { createReadStream } from "node:fs";

import { mboxReader } from "mbox-reader";
import PostalMime from "postal-mime";

let mails = 0;
for await (const message of mboxReader(createReadStream(process.argv[2]))) {
  const mail = await PostalMime.parse(message.content);
  if (mail.headers.length > 0) mails += 1;
}
console.log(mails);
