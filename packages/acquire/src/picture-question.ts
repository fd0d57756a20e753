/** Whether everyone in the pictures was 18 or over; `undefined`: not answered now. */
export type AskPictures = (file: {
  readonly name: string;
}) => Promise<"all-adult" | "protected" | undefined>;

/** The question of one run: once it was put off, it is not put again. */
export interface PictureQuestion {
  readonly ask: AskPictures;
}

export const createPictureQuestion = (ask: AskPictures): PictureQuestion => {
  let isPutOff = false;
  return {
    ask: async (file) => {
      if (isPutOff) return undefined;
      const answer = await ask(file);
      isPutOff = answer === undefined;
      return answer;
    },
  };
};
