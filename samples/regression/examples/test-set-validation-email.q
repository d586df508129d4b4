<!-- An address that looks like one is taken. -->
<q:component name="SetValidationEmail">
  <q:set name="email" value="daniel@example.com" validate="email" required="true" />
  <q:return value="Email: {email}" />
</q:component>
