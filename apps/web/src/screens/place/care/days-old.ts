const dayMs = 86_400_000;

/** Whole days by the calendar of the device, as people count them: yesterday evening is one day ago. */
export const daysOld = (moment: number, now: number): number => {
  const midnight = (at: number): number => {
    const day = new Date(at);
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  };
  return Math.max(0, Math.round((midnight(now) - midnight(moment)) / dayMs));
};
