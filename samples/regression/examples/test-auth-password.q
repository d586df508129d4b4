<!-- A password is kept as a hash, and only the right one fits. This hash is a quick one. -->
<q:component name="AuthPassword">
  <q:set name="hash" value="$2b$04$9JsWD/XOdLj6sBa8IyfCJOmOjYo1tFuJoibAyIRRb/yfJkUCEYRk6" />
  <q:set name="line" value="{verifyPassword('linden-demo', hash)} {verifyPassword('linden', hash)}" pattern="^True False$" />
  <q:return value="{line}" />
</q:component>
