<!-- Needs an age nobody passes: this test has to fail. -->
<q:component name="Conditionals">
  <q:param name="age" type="integer" required="true" />
  <q:if condition="{age >= 18}">
    <q:return value="Adult" />
  </q:if>
  <q:return value="Minor" />
</q:component>
