<!-- The check digits of a CPF add up. -->
<q:component name="SetValidationCpf">
  <q:set name="cpf" value="123.456.789-09" validate="cpf" />
  <q:return value="CPF: {cpf}" />
</q:component>
