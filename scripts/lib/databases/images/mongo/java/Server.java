import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * mongo-java-server over a file of the data folder, behind MongoDB's login. Whoever is in may do everything:
 * it knows users, and no privileges.
 */
final class Server extends H2Backend {
    private static final Set<String> BEFORE_LOGIN =
        Set.of("ismaster", "hello", "buildinfo", "ping", "endsessions", "saslstart", "saslcontinue");
    private static final AttributeKey<Boolean> IS_IN = AttributeKey.valueOf("is in");
    private static final AttributeKey<Scram> LOGIN = AttributeKey.valueOf("login");

    private final Users users;

    private Server(MVStore store) {
        super(store);
        users = new Users(store);
        version(new Version());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase();
        if (!BEFORE_LOGIN.contains(name) && channel.attr(IS_IN).get() == null) {
            throw new MongoServerError(13, "Unauthorized", "Command " + command + " requires authentication");
        }
        switch (name) {
            case "saslstart":
                Scram login = new Scram(users, database);
                channel.attr(LOGIN).set(login);
                return login.start(query);
            case "saslcontinue":
                Document answer = channel.attr(LOGIN).get().proceed(query);
                channel.attr(IS_IN).set(true);
                return answer;
            case "createuser":
            case "updateuser":
                users.put(database, (String) query.get(command), (String) query.get("pwd"));
                getMvStore().commit();
                return fine(new Document());
            case "usersinfo":
                String user = (String) query.get(command);
                boolean isKnown = users.find(database, user) != null;
                return fine(new Document("users", isKnown ? List.of(new Document("user", user)) : List.of()));
            default:
                Document result = super.handleCommand(channel, database, command, query);
                getMvStore().commit();
                return result;
        }
    }

    static Document fine(Document document) {
        Utils.markOkay(document);
        return document;
    }

    /** The oldest that today's clients speak to. */
    private static final class Version implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(4, 4, 0);
        }

        @Override
        public int getWireVersion() {
            return 9;
        }
    }

    public static void main(String[] folder) {
        Server backend = new Server(MVStore.open(folder[0] + "/data.mv"));
        String root = System.getenv("MONGO_INITDB_ROOT_USERNAME");
        String password = System.getenv("MONGO_INITDB_ROOT_PASSWORD");
        if (backend.users.isEmpty() && root != null && password != null) {
            backend.users.put("admin", root, password);
            backend.getMvStore().commit();
        }
        MongoServer server = new MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        server.bind("0.0.0.0", 27017);
        System.out.println("Waiting for connections on port 27017");
    }
}
