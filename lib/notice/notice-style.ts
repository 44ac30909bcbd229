// The notice's own style sheet. `all: initial` on the host, because inherited properties cross into a shadow root.

export const NOTICE_STYLE = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 0 auto auto !important;
  z-index: 2147483647 !important;
  color-scheme: light dark;
}
section, .tab {
  --ink: light-dark(#1b1c1e, #ececea);
  --line: light-dark(#d9d9d5, #44484c);
  --paper: light-dark(#fbfbfa, #17181a);
  --accent: light-dark(#2457c5, #8fb0ff);
  --danger: light-dark(#b3261e, #ff9a90);
  --danger-paper: light-dark(#fdefed, #301c1a);
  position: fixed;
  top: 12px;
  right: 12px;
  box-sizing: border-box;
  border: 1px solid var(--line);
  border-left: 3px solid var(--danger);
  border-radius: 8px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
  font: 14px/1.5 system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
section { width: min(360px, calc(100vw - 24px)); padding: 12px 40px 12px 14px; }
.low { top: auto; bottom: 12px; }
p { margin: 0; padding-left: 28px; position: relative; }
svg { width: 20px; height: 20px; }
p svg { position: absolute; left: 0; top: 1px; }
svg path { fill: var(--danger-paper); stroke: var(--danger); stroke-width: 2.4; stroke-linejoin: round; }
svg path + path { fill: none; stroke-width: 3; stroke-linecap: round; }
div { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 6px 0 0; padding-left: 28px; }
button { margin: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; min-height: 24px; min-width: 24px; }
.link { padding: 0; color: var(--accent); font-weight: 550; }
.link:hover { text-decoration: underline; }
.close { position: absolute; top: 8px; right: 8px; padding: 0; font-size: 18px; line-height: 24px; }
.tab { display: flex; align-items: center; gap: 8px; padding: 6px 12px; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none; }
@media print { section, .tab { display: none; } }
@media (forced-colors: active) { section, .tab { border: 1px solid CanvasText; } svg path { stroke: CanvasText; fill: none; } }
`;
