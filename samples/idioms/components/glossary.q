<q:component name="Glossary">
  <!-- Terms in a list of objects, letters from a text, an anchor for each. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="terms" type="array" value='[
    {"term": "Colophon", "text": "What a book says of its making.", "see": ["Imprint"]},
    {"term": "Imprint", "text": "Who made it, and when.", "see": []}
  ]' />
  <Frame title="Glossary">
    <p><q:loop type="list" items="C;I" delimiter=";" var="letter"><a href="#{lower(letter)}">{letter}</a> </q:loop></p>
    <dl>
      <q:loop items="{terms}" var="entry">
        <dt id="{lower(entry.term[0])}"><dfn>{entry.term}</dfn></dt>
        <dd>{entry.text} <q:if condition="len(entry.see) > 0">See <q:loop items="{entry.see}" var="other"><i>{other}</i></q:loop>.</q:if></dd>
      </q:loop>
    </dl>
  </Frame>
</q:component>
