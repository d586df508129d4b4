<q:component name="Validated">
  <!-- Values checked on the way in: ranges, patterns with quantifiers, formats, lists of values. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="code" value="AB-1234" pattern="^[A-Z]{2}-[0-9]{4}$" />
  <q:set name="email" value="desk@library.example" validate="email" />
  <q:set name="size" value="7" type="integer" min="1" max="10" />
  <q:set name="share" value="0.25" type="decimal" range="0..1" />
  <q:set name="mode" value="quiet" enum="quiet,loud" />
  <q:set name="label" value="  Shelf  " operation="trim" />
  <q:set name="shout" value="shelf" operation="uppercase" />
  <Frame title="Validated">
    <p>{code} {email} {size} {share} {mode} {label} {shout}</p>
    <input name="phone" pattern="\+?[0-9 ]{6,15}" title="six to fifteen digits">
    <input name="iban" pattern="[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){3,7}">
    <p>Write it as {2}, {2,} or {1,3} in a pattern.</p>
  </Frame>
</q:component>
