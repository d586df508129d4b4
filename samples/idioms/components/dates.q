<q:component name="Dates">
  <!-- Dates and numbers, computed and written. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="day" value="2024-05-13" />
  <q:set name="basket" type="object" value='{"apples": 2}' />
  <q:set name="price" value="1234.5" type="decimal" />
  <q:set name="days" type="integer" value="{dateDiff('d', '2024-05-13', '2024-06-01')}" />
  <Frame title="Dates">
    <time datetime="{day}">{dateFormat(day, '%A, %d %B %Y')}</time>
    <p>{dateFormat(dateAdd('d', 2, day), '%d/%m/%y')} · {dateFormat(now(), '%H:%M:%S')} · {days} days</p>
    <p>{round(price, 1)} · {floor(price)} · {ceil(price)} · {abs(-3)} · {min(3, 1, 2)} · {max([4, 5])} · {7 // 2} · {7 % 2} · {2 ** 8}</p>
    <p>{1 &lt; 2 and 2 &lt; 3} {not false} {5 in [1, 5]} {'a' not in 'bcd'} {(1 + 2) * 3} {-5 + 3} {0.5 + .5} {1_000}</p>
    <p>{len('abc')} {'abc'[0]} {'abcdef'[1:3]} {[1, 2, 3][-1]} {get(basket, 'apples', 0)} {get(basket, 'figs', 0)}</p>
    <p>{join(sort([3, 1, 2]), ', ')} {first([9, 8])} {last(split('a,b', ','))} {contains('library', 'bra')} {pick([1, 2])}</p>
  </Frame>
</q:component>
