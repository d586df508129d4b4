<!-- Rows of a CSV file, with the types of their columns. -->
<q:component name="DataCsvSimple">
  <q:data name="people" source="examples/data/people.csv" type="csv">
    <q:column name="name" type="string" />
    <q:column name="age" type="integer" />
  </q:data>
  <q:set name="checked" value="{people[0].age + people[1].age}" range="71..71" />
  <q:return value="{people_result.recordCount} people, the first two are {checked} years old" />
</q:component>
