<!-- Neither too short nor too long. -->
<q:component name="SetValidationLength">
  <q:set name="username" value="daniel" type="string" minlength="3" maxlength="20" />
  <q:return value="Username: {username}" />
</q:component>
