<!-- A text without a domain is no address: this test has to fail. -->
<q:component name="SetValidationEmailInvalid">
  <q:set name="email" value="daniel-at-example" validate="email" />
  <q:return value="Email: {email}" />
</q:component>
