/** A chat as WhatsApp exports it, long enough that something can happen while it is kept. Nobody in it is real. */
export const chatOf = (messages: number): string => {
  const lines: string[] = [];
  for (let n = 0; n < messages; n += 1) {
    const two = (value: number): string => String(value).padStart(2, "0");
    const day = two(1 + (Math.floor(n / 1_440) % 28));
    const time = `${two(Math.floor(n / 60) % 24)}:${two(n % 60)}`;
    lines.push(`${day}/02/2026, ${time} - ${n % 3 === 0 ? "Maya" : "Arlo"}: synthetic line ${n}`);
  }
  return `${lines.join("\n")}\n`;
};
