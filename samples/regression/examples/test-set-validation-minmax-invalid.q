<!-- More than the most there may be: this test has to fail. -->
<q:component name="SetValidationMinmaxInvalid">
  <q:set name="score" value="150" type="integer" min="0" max="100" />
  <q:return value="Score: {score}" />
</q:component>
