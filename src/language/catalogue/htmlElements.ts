const words = (text: string): string[] => text.trim().split(/\s+/);

/** Elements of HTML that browsers know, those no longer recommended included. */
export const htmlElements: ReadonlySet<string> = new Set(
  words(`
    a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption
    center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fencedframe
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
    iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noembed
    noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc
    ruby s samp script search section select selectedcontent slot small source span strike strong style sub
    summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
  `),
);

/** Elements of SVG and MathML. */
export const foreignElements: ReadonlySet<string> = new Set(
  words(`
    animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
    feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter
    foreignObject g hatch hatchpath image line linearGradient marker mask mesh meshgradient meshpatch meshrow
    metadata mpath path pattern polygon polyline radialGradient rect set stop svg switch symbol text textPath
    tspan unknown use view
    math annotation annotation-xml maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded
    mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover none semantics
  `),
);

/** Whether a browser gives `name` a meaning, or the author does: custom elements have a hyphen. */
export function isKnownElement(name: string): boolean {
  return htmlElements.has(name) || foreignElements.has(name) || isCustomElement(name);
}

/** `my-widget`: HTML leaves names with a hyphen to whoever writes the page. */
export function isCustomElement(name: string): boolean {
  return /^[a-z][^\s/>A-Z]*-/.test(name);
}
