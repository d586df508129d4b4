<q:component name="Rooms">
  <!-- Tables in a loop, loops in a row, arithmetic over hours. -->
  <q:import component="Frame" from="_layout" />
  <q:query name="rooms" datasource="library">SELECT id, name, seats FROM rooms ORDER BY seats</q:query>
  <q:query name="taken" datasource="library">SELECT room_id, day, hour, who FROM bookings</q:query>
  <Frame title="Rooms" here="rooms" message="{flash}" kind="{flashType or 'info'}">
    <q:loop items="{rooms}" var="room" index="at">
      <table id="room-{room.id}" class="{'odd' if at % 2 else 'even'}">
        <caption>{room.name}: {room.seats} seats</caption>
        <tr>
          <q:loop type="range" var="hour" from="9" to="18">
            <q:if condition="hour == 13"><th scope="col"><abbr title="closed at noon">–</abbr></th><q:else><th scope="col">{hour}</th></q:else></q:if>
          </q:loop>
        </tr>
        <tr>
          <q:loop var="hour" from="9" to="18" step="1">
            <td>
              <q:loop items="{taken}" var="booking">
                <q:if condition="booking.room_id == room.id and booking.hour == hour"><span title="{booking.day}">{booking.who}</span></q:if>
              </q:loop>
            </td>
          </q:loop>
        </tr>
      </table>
    </q:loop>
    <p><a href="/rooms/book">Book a room</a></p>
  </Frame>
</q:component>
