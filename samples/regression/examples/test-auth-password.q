<!-- A password is kept as a hash, and only the right one fits. -->
<q:component name="AuthPassword">
  <q:set name="hash" value="{hashPassword('linden-demo')}" />
  <q:set name="line" value="{verifyPassword('linden-demo', hash)} {verifyPassword('linden', hash)}" pattern="^True False$" />
  <q:return value="{line}" />
</q:component>
