/** One sheet for report and views: paper, hairlines, the system's own type; black on white in print. */
export const styleSheet = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#22292b;--soft:#576063;--line:#d9d4c7;--wash:#f2eee4;--accent:#1f5b57}
@media (prefers-color-scheme:dark){:root{--paper:#12191a;--ink:#e6e9e4;--soft:#a3aeac;--line:#2e3a3a;--wash:#1a2323;--accent:#8cc9be}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:400 1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 1.25rem 5rem;max-width:46rem}
h1{font-size:1.75rem;line-height:1.25;font-weight:600;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.25rem;line-height:1.3;font-weight:600;margin:3rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.0625rem;font-weight:600;margin:1.75rem 0 .35rem}
p,ul,ol,dl{margin:.6rem 0;max-width:38rem}
li{margin:.3rem 0}
a{color:var(--accent);text-underline-offset:.2em}
.soft{color:var(--soft)}
.small{font-size:.9rem;line-height:1.5}
.mono,code{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
.utc{white-space:nowrap}
.facts{display:grid;grid-template-columns:minmax(8rem,11rem) 1fr;gap:0;margin:1rem 0;max-width:none;border-top:1px solid var(--line)}
.facts dt,.facts dd{margin:0;padding:.5rem 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--soft);padding-right:1rem}
.facts dd{overflow-wrap:anywhere;min-width:0}
.facts dd>span{display:block}
blockquote{margin:.2rem 0;padding:0 0 0 .9rem;border-left:2px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere}
.entry{border-top:1px solid var(--line);padding:.85rem 0;break-inside:avoid}
.entry h3{margin:0 0 .25rem}
.entry p{margin:.15rem 0;max-width:none;overflow-wrap:anywhere}
.label{font-variant-numeric:tabular-nums;color:var(--soft);font-weight:400;margin-right:.5em}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;color:var(--soft)}
thead{display:table-header-group}
tr{break-inside:avoid}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--wash);padding:.8rem 1rem;font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.8rem;line-height:1.5}
.day{margin:2.2rem 0 .8rem;text-align:center;color:var(--soft);font-size:.9rem}
.message{margin:.55rem 0;max-width:32rem;padding:.55rem .8rem;background:var(--wash);border-radius:.6rem;break-inside:avoid}
.message.own{margin-left:auto;background:none;border:1px solid var(--line)}
.message.system{background:none;margin:.8rem auto;text-align:center;color:var(--soft);font-size:.9rem}
.message header{font-size:.85rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:0 .6rem;justify-content:space-between}
.message.system header{justify-content:center}
.message p{margin:.15rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
.box{margin:.5rem 0 .1rem;padding:.7rem .8rem;background:#8883;border-radius:.3rem;font-size:.85rem;line-height:1.45;overflow-wrap:anywhere}
.words{columns:10rem 3;font-size:1.15rem;padding-left:2rem}
.square{display:block;width:14rem;max-width:100%;margin:1rem 0;background:#fff}
.mail{border-top:1px solid var(--line);padding:1.25rem 0}
@media (max-width:34rem){body{padding:1.5rem 1rem 4rem}h1{font-size:1.45rem}.facts{display:block}.facts dt{border:0;padding:.55rem 0 0;font-size:.9rem}.facts dd{padding:.05rem 0 .55rem}td,th{padding-right:.4rem}.log thead{display:none}.log tr{display:block;border-bottom:1px solid var(--line);padding:.4rem 0}.log td{display:block;border:0;padding:.05rem 0}}
@page{margin:18mm 16mm}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#bbb;--wash:#fff;--accent:#000}html{font-size:10pt;line-height:1.45;background:#fff}header p{margin:.2rem 0}h2{margin:1.4rem 0 .4rem;padding-top:.6rem}p,ul,ol,dl{max-width:none;margin:.4rem 0}.facts{margin:.5rem 0}.facts dt,.facts dd{padding:.26rem 0}body{max-width:none;padding:0}h2{break-after:avoid}a{text-decoration:none}.page{break-before:page}.page>h2{border-top:0;margin-top:0}.entry .facts{break-inside:avoid}.box{border:1px solid #999;background:#eee}.message{border:1px solid #ccc}}
`;
