<q:component name="Events">
  <!-- Data from files: JSON, XML and CSV, filtered, sorted, cut and computed. -->
  <q:import component="Frame" from="_layout" />
  <q:data name="events" source="content/events.json" type="json">
    <q:transform>
      <q:filter condition="{free}" />
      <q:sort by="title" order="desc" />
      <q:limit value="5" />
    </q:transform>
  </q:data>
  <q:data name="papers" source="content/newspapers.csv" type="csv" cache="false">
    <q:column name="title" type="string" />
    <q:column name="language" type="string" />
    <q:column name="copies" type="integer" />
    <q:column name="since" type="integer" />
    <q:transform><q:compute field="age" expression="{2024 - since}" type="integer" /><q:sort by="age" /></q:transform>
  </q:data>
  <q:data name="branches" source="content/branches.xml" type="xml" xpath=".//branch" onerror="continue">
    <q:field name="name" xpath="name" />
    <q:field name="seats" xpath="seats" type="integer" />
  </q:data>
  <Frame title="Events" here="events">
    <ul><q:loop items="{events}" var="event"><li>{event.title}, from {event.age}</li></q:loop></ul>
    <table>
      <caption>Newspapers ({papers_result.recordCount})</caption>
      <thead><tr><th scope="col">Title</th><th scope="col">Language</th><th scope="col">Years</th></tr></thead>
      <tbody>
        <q:loop items="{papers}" var="paper">
          <tr lang="{paper.language}"><td>{paper.title}</td><td>{upper(paper.language)}</td><td>{paper.age}</td></tr>
        </q:loop>
      </tbody>
      <tfoot><tr><td colspan="{1 + 2}">Counted from 2024</td></tr></tfoot>
    </table>
    <q:if condition="branches_result.success"><p>{len(branches)} branches: {join(['Harbour', 'Hill'], ' and ')}</p></q:if>
  </Frame>
</q:component>
