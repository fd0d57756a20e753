/**
 * The chat's name, as the file's name tells it; `undefined` when it does not.
 * Source: names seen in exports and in the tests of parsers; iPhone archives are "WhatsApp Chat - Ann.zip".
 */
export const threadFromFileName = (path: string): string | undefined => {
  const file = path.slice(path.lastIndexOf("/") + 1).replace(/\.(txt|zip)$/i, "");
  for (const pattern of patterns) {
    const name = pattern.exec(file)?.[1]?.trim();
    if (name !== undefined && name !== "") return name.replace(/ ?\(\d+\)$/, "");
  }
  return undefined;
};

const patterns: readonly RegExp[] = [
  /^WhatsApp Chat (?:with|-) (.+)$/i,
  /^WhatsApp[- ]Chat (?:mit|met) (.+)$/i,
  /^Chat de WhatsApp con (.+)$/i,
  /^(?:Discussion|Chat) WhatsApp avec (.+)$/i,
  /^Chat WhatsApp con (.+)$/i,
  /^Conversa do WhatsApp com (.+)$/i,
  /^WhatsApp-keskustelu henkilön (.+) kanssa$/i,
  /^(.+) ile WhatsApp Sohbeti$/i,
  /^Chat WhatsApp dengan (.+)$/i,
  /^دردشة واتساب مع (.+)$/,
  /^محادثة واتساب مع (.+)$/,
  /^与\s?(.+?)\s?的\s?WhatsApp\s?(?:聊天|对话)$/i,
  /^與\s?(.+?)\s?的\s?WhatsApp\s?(?:對話|聊天)$/i,
  /^WhatsApp (?:チャット|トーク)(?: - | )?(.+)$/i,
  /^(.+)님과의? WhatsApp 대화$/i,
  /^WhatsApp (?:चैट|Chat) (?:with |- )?(.+) के साथ$/i,
];
