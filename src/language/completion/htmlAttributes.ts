/** An attribute of HTML; `values` where there are few, '' is any text. */
export interface HtmlAttribute {
  readonly name: string;
  readonly values: readonly string[];
  /** Hardly ever left out. */
  readonly isUsual: boolean;
}

/** Elements a page is made of, the most used first. */
export const commonElements: readonly string[] = (
  'div span p a h1 h2 h3 ul li ol form label input button select option textarea img table thead tbody tr th ' +
  'td section article header footer nav main aside strong em small br hr h4 h5 h6 fieldset legend figure ' +
  'figcaption details summary dl dt dd time code pre blockquote b i u s sub sup kbd mark abbr address cite del ' +
  'ins q iframe video audio source picture canvas svg path g circle rect line caption colgroup col tfoot ' +
  'datalist optgroup output progress meter dialog template slot html head body title meta link script style base'
).split(' ');

/** `name` or `name=a|b`; `!` before what is hardly ever left out. */
function read(text: string): HtmlAttribute[] {
  return text.split(' ').map((word) => {
    const isUsual = word.startsWith('!');
    const [name = '', values = ''] = word.slice(isUsual ? 1 : 0).split('=');
    return { name, values: values === '' ? [] : values.split('|'), isUsual };
  });
}

/** On every element. */
export const globalAttributes: readonly HtmlAttribute[] = read(
  'class id style title hidden lang dir=ltr|rtl|auto tabindex role draggable=true|false ' +
    'contenteditable=true|false spellcheck=true|false translate=yes|no inert popover=auto|manual ' +
    'aria-label aria-hidden=true|false aria-describedby aria-labelledby aria-live=polite|assertive|off ' +
    'aria-current=page|step|location|date|time|true|false aria-expanded=true|false ' +
    'onclick onchange oninput onsubmit onkeydown onfocus onblur onload',
);

const methods =
  'method=post|get|dialog enctype=multipart/form-data|application/x-www-form-urlencoded';
const fetching = 'crossorigin=anonymous|use-credentials referrerpolicy loading=lazy|eager';
const inputTypes =
  'text|email|password|number|checkbox|radio|date|time|datetime-local|file|hidden|search|tel|url|submit|' +
  'reset|button|color|range|month|week|image';
const formOverrides = 'formaction formmethod=post|get formtarget formenctype formnovalidate';

/** On some elements, besides those on all. */
export const elementAttributes: ReadonlyMap<string, readonly HtmlAttribute[]> = new Map(
  Object.entries({
    a: '!href target=_blank|_self|_parent|_top rel=noopener|noreferrer|nofollow|external download hreflang',
    area: 'shape=rect|circle|poly coords href alt target',
    audio: 'src controls autoplay loop muted preload=none|metadata|auto',
    base: '!href target=_blank|_self',
    blockquote: 'cite',
    button: `!type=submit|button|reset name value disabled form ${formOverrides} popovertarget`,
    canvas: 'width height',
    col: 'span',
    colgroup: 'span',
    data: '!value',
    details: 'open name',
    dialog: 'open',
    fieldset: 'disabled form name',
    form: `!${methods} action name target autocomplete=on|off novalidate`,
    html: 'lang',
    iframe: `!src title width height allow allowfullscreen sandbox name srcdoc ${fetching}`,
    img: `!src !alt width height srcset sizes decoding=async|sync|auto ${fetching}`,
    input:
      `!type=${inputTypes} !name value placeholder required checked disabled readonly min max step minlength ` +
      `maxlength pattern autocomplete autofocus accept multiple list size form ${formOverrides}`,
    label: 'for',
    li: 'value',
    link: '!rel=stylesheet|icon|preload|canonical|manifest|alternate !href type media sizes as crossorigin',
    meta: 'name=viewport|description|author|robots|theme-color content charset=utf-8 property http-equiv',
    meter: 'value min max low high optimum',
    ol: 'start reversed type=1|a|A|i|I',
    optgroup: '!label disabled',
    option: '!value selected disabled label',
    output: 'for name form',
    progress: 'value max',
    q: 'cite',
    script:
      'src type=module|text/javascript|application/json async defer nomodule integrity crossorigin',
    select: '!name required multiple disabled size form autocomplete autofocus',
    source: 'src srcset type media sizes',
    style: 'media',
    td: 'colspan rowspan headers',
    textarea:
      '!name rows cols placeholder required disabled readonly minlength maxlength wrap=soft|hard autofocus form',
    th: 'scope=col|row|colgroup|rowgroup colspan rowspan abbr headers',
    time: 'datetime',
    track: 'src kind=subtitles|captions|descriptions|chapters|metadata srclang label default',
    video:
      'src controls autoplay loop muted playsinline poster width height preload=none|metadata|auto',
    svg: 'viewBox width height fill stroke xmlns=http://www.w3.org/2000/svg',
    path: '!d fill stroke stroke-width stroke-linecap=round|butt|square stroke-linejoin=round|miter|bevel',
    circle: '!cx !cy !r fill stroke stroke-width',
    rect: 'x y !width !height rx ry fill stroke',
    line: '!x1 !y1 !x2 !y2 stroke stroke-width',
    g: 'fill stroke transform',
  }).map(([element, text]) => [element, read(text)]),
);

/** Attributes whose values are addresses of the site. */
export const addressAttributes: ReadonlySet<string> = new Set(['href', 'action', 'formaction']);
