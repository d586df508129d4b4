<q:component name="Menu">
  <!-- Alpine in attributes, handlers with braces, data for scripts. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="count" type="integer" value="3" />
  <Frame title="Menu">
    <div x-data="{ open: false, count: 0 }" x-init="open = window.innerWidth > 800">
      <button type="button" onclick="toggle({ id: 'shelf', on: true })" aria-expanded="false" aria-controls="shelf">Shelves</button>
      <ul id="shelf" x-show="open" x-cloak="" x-transition="">
        <li x-text="`${count} shelves`">none</li>
        <li x-effect="if (count > 2) { open = false }">two</li>
      </ul>
    </div>
    <button onclick="add({count})" style="--n: {count}; width: {count * 4}rem">Add {count}</button>
    <div data-config='{"open": true, "sizes": [1, 2, 3], "label": "Größe"}' data-rows="[[1,2],[3,4]]" hidden></div>
    <script>
      const shelves = { children: ['owls', "bears"], count: 2 };
      function toggle({ id, on }) {
        const element = document.getElementById(id);
        if (element && shelves.count < 3 && !on) { element.hidden = true; } else { console.log(`${id}: ${on}`); }
      }
      const add = (n) => { for (let i = 0; i < n; i++) { shelves.count += i; } return shelves; };
      document.addEventListener('click', e => { if (e.target.matches('a[href^="/"]')) { /* {not a binding} */ } });
    </script>
  </Frame>
</q:component>
