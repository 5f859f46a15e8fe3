/** The picture beside the tables: false alarms of each situation, ours beside a plain t-test, against the line at 5. */
import type { ErrorRates } from "../src/errorRates.ts";

const ROW = 18;
const LEFT = 530;
const WIDTH = 420;
const TOP = 64;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function pictureOf({ useless, diaries }: ErrorRates): string {
  const most = Math.max(...useless.map(({ welch }) => welch), 10);
  const x = (rate: number): number => LEFT + (WIDTH * rate) / most;
  const height = TOP + useless.length * ROW + 44;
  const rows = useless.flatMap((rate, place) => {
    const y = TOP + place * ROW;
    const highest = Math.max(rate.helping, rate.helpingAfterSmallTrials, rate.helpingAfterLargeTrials);
    return [
      `<text x="${LEFT - 10}" y="${y + 4}" text-anchor="end">${escaped(rate.situation)}</text>`,
      `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y}" y2="${y}" stroke="#ddd6c8"/>`,
      `<circle cx="${x(rate.welch).toFixed(1)}" cy="${y}" r="4.5" fill="none" stroke="#a8400f" stroke-width="1.8"/>`,
      `<circle cx="${x(highest).toFixed(1)}" cy="${y}" r="4.5" fill="#0b6e69"/>`,
    ];
  });
  const ticks = [0, 5, 10, 20, 30, 40, 50, 60, 70, 80].filter((tick) => tick <= most);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 30} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1c1a17" role="img" aria-label="False alarms of 100 diaries in each situation: ours beside a plain before and after t-test">`,
    `<rect width="100%" height="100%" fill="#fbf8f1"/>`,
    `<circle cx="${LEFT + 6}" cy="20" r="4.5" fill="#0b6e69"/><text x="${LEFT + 18}" y="24">this engine (the worst of three starting beliefs)</text>`,
    `<circle cx="${LEFT + 6}" cy="38" r="4.5" fill="none" stroke="#a8400f" stroke-width="1.8"/><text x="${LEFT + 18}" y="42">a plain before/after t-test</text>`,
    `<line x1="${x(5)}" x2="${x(5)}" y1="${TOP - 10}" y2="${height - 38}" stroke="#1c1a17" stroke-dasharray="4 3"/>`,
    ...rows,
    ...ticks.map((tick) => `<text x="${x(tick)}" y="${height - 22}" text-anchor="middle">${tick}</text>`),
    `<text x="${(LEFT + WIDTH) / 2}" y="${height - 6}" text-anchor="middle">of 100 diaries of a treatment that does nothing, ever called “very probably helping” (${diaries} diaries a line)</text>`,
    "</svg>",
    "",
  ].join("\n");
}
