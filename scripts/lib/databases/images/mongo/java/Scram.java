import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The server's side of one SCRAM-SHA-256 login, RFC 5802 and 7677. */
final class Scram {
    private final Users users;
    private final String database;
    private Users.Kept user;
    private String said = "";
    private String nonce = "";

    Scram(Users users, String database) {
        this.users = users;
        this.database = database;
    }

    /** `n,,n=user,r=nonce`: answered with a salt and the rest of the nonce. */
    Document start(Document query) {
        if (!"SCRAM-SHA-256".equals(query.get("mechanism"))) throw refused();
        String first = text(query).substring("n,,".length());
        Map<Character, String> parts = parts(first);
        user = users.find(database, parts.get('n').replace("=2C", ",").replace("=3D", "="));
        if (user == null) throw refused();
        nonce = parts.get('r') + UUID.randomUUID();
        String answer = "r=" + nonce + ",s=" + base64(user.salt()) + ",i=" + Users.ROUNDS;
        said = first + "," + answer;
        return answered(answer, false);
    }

    /** `c=biws,r=nonce,p=proof`: right only from who knows the password. */
    Document proceed(Document query) {
        String last = text(query);
        Map<Character, String> parts = parts(last);
        String whole = said + "," + last.substring(0, last.lastIndexOf(",p="));
        byte[] proof = Base64.getDecoder().decode(parts.get('p'));
        byte[] signature = Users.hmac(user.storedKey(), whole);
        byte[] clientKey = new byte[proof.length];
        for (int at = 0; at < proof.length; at++) clientKey[at] = (byte) (proof[at] ^ signature[at]);
        boolean isKnown = MessageDigest.isEqual(Users.sha256(clientKey), user.storedKey());
        if (!isKnown || !nonce.equals(parts.get('r'))) throw refused();
        return answered("v=" + base64(Users.hmac(user.serverKey(), whole)), true);
    }

    private static Document answered(String payload, boolean isDone) {
        Document answer = new Document("conversationId", 1);
        answer.put("done", isDone);
        answer.put("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)));
        return Server.fine(answer);
    }

    private static String text(Document query) {
        Object payload = query.get("payload");
        byte[] bytes = payload instanceof BinData data ? data.getData() : (byte[]) payload;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<Character, String> parts(String message) {
        Map<Character, String> found = new TreeMap<>();
        for (String part : message.split(",")) found.put(part.charAt(0), part.substring(2));
        return found;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MongoServerError refused() {
        return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
    }
}
