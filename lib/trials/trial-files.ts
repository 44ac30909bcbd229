// Exports trials as JSON and as calendar entries, which remind the owner without the extension (RFC 5545).
import { dayTime } from '../text/day.ts';
import type { Day } from '../text/day.ts';
import { endOf } from './trial.ts';
import type { Trial } from './trial.ts';

/** Increased when a field changes or is removed. */
const SCHEMA = 1;

export function writeTrialsJson(trials: readonly Trial[]): string {
  return `${JSON.stringify({ schema: SCHEMA, trials: trials.map((trial) => ({ ...trial, endsOn: endOf(trial) })) }, null, 2)}\n`;
}

/** One all-day event on the last day, with alarms two weeks and three days before. `summary`: its title; `madeAt`: ms since epoch. */
export function writeTrialCalendar(trial: Trial, summary: string, madeAt: number): string {
  const end = endOf(trial);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//HTTPS Trust Inspector//Trial//EN',
    'BEGIN:VEVENT',
    `UID:${trial.site}-${trial.startedOn}@https-trust-inspector.example`,
    `DTSTAMP:${new Date(madeAt).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(end)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(end))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...['-P14D', '-P3D'].flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger}`,
      `DESCRIPTION:${escapeText(summary)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function nextDay(day: Day): Day {
  return new Date(dayTime(day) + 86_400_000).toISOString().slice(0, 10);
}

/** RFC 5545, 3.3.11 */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r?\n/g, String.raw`\n`);
}

/** RFC 5545, 3.1: at most 75 bytes a line. A character has up to 4. */
function foldLine(line: string): string {
  const pieces: string[] = [''];
  let size = 0;
  for (const character of line) {
    const bytes = new TextEncoder().encode(character).length;
    if (size + bytes > 74) {
      pieces.push('');
      size = 1;
    }
    pieces[pieces.length - 1] += character;
    size += bytes;
  }
  return pieces.join('\r\n ');
}
