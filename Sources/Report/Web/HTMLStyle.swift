/// How the page in one piece looks, in either scheme, on any width, and on paper.
enum HTMLStyle {
  static let sheet = """
    :root{color-scheme:light dark;--page:#fff;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--stripe:#f6f8fa;--link:#0550ae}
    @media (prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--soft:#9aa4af;--line:#30363d;\
    --stripe:#151b23;--link:#6cb6ff}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--text);line-height:1.55;\
    font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif}
    a{color:var(--link)}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:1rem;top:.5rem;background:var(--page);padding:.5rem;z-index:2}
    main{max-width:72rem;margin:0 auto;padding:1rem 1.25rem 4rem}
    nav{border-bottom:1px solid var(--line);background:var(--stripe);font-size:.9rem;padding:.6rem 1.25rem}
    nav ul{list-style:none;margin:0;padding:0}
    nav>ul{max-width:69.5rem;margin:0 auto;padding:0}
    nav ul ul{display:inline-flex;flex-wrap:wrap;gap:.2rem .9rem;margin-left:.6rem}
    h1{font-size:1.9rem;line-height:1.2;margin:1rem 0}
    h2{font-size:1.45rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
    h3{font-size:1.15rem;margin:1.6rem 0 .5rem}
    h4{font-size:1rem;margin:1.4rem 0 .4rem}
    article{content-visibility:auto;contain-intrinsic-size:auto 3000px;border-top:3px solid var(--line);margin-top:3.5rem}
    .scroll{overflow-x:auto;margin:.8rem 0}
    .scroll:focus-visible,summary:focus-visible,a:focus-visible,pre:focus-visible{outline:2px solid var(--link);\
    outline-offset:2px}
    table{border-collapse:collapse;font-size:.9rem;min-width:50%}
    th,td{border-bottom:1px solid var(--line);padding:.38rem .55rem;text-align:left;vertical-align:top}
    thead th{color:var(--soft);font-weight:600;vertical-align:bottom}
    thead th.right{white-space:normal}
    td:not(.right){min-width:5.2rem}
    td:last-child:not(.right){min-width:9rem}
    td strong,.date{white-space:nowrap}
    tbody th{font-weight:500}
    tbody tr:nth-child(even){background:var(--stripe)}
    .right{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.86em}
    code{background:var(--stripe);border-radius:4px;padding:.1em .3em;overflow-wrap:break-word}
    p code,li code{overflow-wrap:anywhere}
    pre{background:var(--stripe);border-radius:6px;padding:.8rem 1rem;overflow-x:auto}
    p,li{overflow-wrap:anywhere}
    li{margin:.25rem 0}
    figure{margin:1.2rem 0}
    figure .picture{display:block;width:100%;min-width:40rem;height:auto;border:1px solid var(--line);border-radius:8px}
    figcaption{color:var(--soft);font-size:.88rem}
    summary{cursor:pointer;color:var(--soft);font-size:.88rem}
    @media print{nav,.skip{display:none}main{max-width:none;padding:0}article{break-before:page;content-visibility:visible}\
    .scroll{overflow:visible}figure .picture{min-width:0}table{font-size:.75rem}tr,figure{break-inside:avoid}}

    """
}
