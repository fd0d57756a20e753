const widths = [52, 12, 12, 9, 11, 11, 34];

/** One row of the table: what was measured, ours and the peer's medians, their ratio, peaks, and the target beside it. */
export const createTable = () => {
  const rows = [];
  const line = (cells) =>
    cells
      .map((cell, i) => String(cell).padEnd(widths[i]))
      .join(" ")
      .trimEnd();
  console.log(line(["measured", "ours", "peer", "ratio", "peak ours", "peak peer", "target"]));
  return {
    add: (row) => {
      rows.push(row);
      console.log(
        line([
          row.name,
          row.ours ?? "",
          row.peer ?? "",
          row.ratio === undefined ? "" : row.ratio.toFixed(2),
          row.peakOurs === undefined ? "" : `${row.peakOurs.toFixed(0)} MB`,
          row.peakPeer === undefined ? "" : `${row.peakPeer.toFixed(0)} MB`,
          row.target ?? "",
        ]),
      );
    },
    rows,
  };
};

export const inSeconds = (value) => `${value.toFixed(2)} s`;
export const inMs = (value) => `${value.toFixed(1)} ms`;
