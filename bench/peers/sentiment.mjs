import Sentiment from "sentiment";
import vader from "vader-sentiment";

const drafts = JSON.parse(process.argv[2]);
const sentiment = new Sentiment();
console.log(
  JSON.stringify(
    drafts.map((text) => ({
      sentiment: sentiment.analyze(text).score,
      vader: vader.SentimentIntensityAnalyzer.polarity_scores(text).compound,
    })),
  ),
);
