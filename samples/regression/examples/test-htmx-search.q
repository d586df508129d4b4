<!-- A field that brings its results without a new page. -->
<q:component name="HtmxSearch">
  <q:set name="word" value="mug" />
  <input type="search" name="q" value="{word}" hx-get="/_partial/results" hx-trigger="keyup changed delay:300ms" hx-target="#results" />
  <div id="results">Results for {word}</div>
  <q:return value="Search for {word}" />
</q:component>
