<!-- Only the rows that a condition holds for. -->
<q:component name="DataTransformFilter">
  <q:data name="people" source="examples/data/people.csv" type="csv">
    <q:column name="name" type="string" />
    <q:column name="active" type="string" />
    <q:transform>
      <q:filter condition="{active == 'yes'}" />
    </q:transform>
  </q:data>
  <q:set name="checked" value="{len(people)}" range="3..3" />
  <q:return value="{checked} active people" />
</q:component>
