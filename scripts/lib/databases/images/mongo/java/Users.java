import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.h2.mvstore.MVStore;

/** What a server keeps of its users for SCRAM-SHA-256: no password, but what tells whether it is known. */
final class Users {
    static final int ROUNDS = 15_000;

    record Kept(byte[] salt, byte[] storedKey, byte[] serverKey) implements java.io.Serializable {}

    private final Map<String, Kept> kept;

    Users(MVStore store) {
        kept = store.openMap("users");
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    Kept find(String database, String user) {
        return kept.get(database + "." + user);
    }

    void put(String database, String user, String password) {
        byte[] salt = new byte[28];
        new SecureRandom().nextBytes(salt);
        byte[] salted = salted(password, salt);
        byte[] storedKey = sha256(hmac(salted, "Client Key"));
        kept.put(database + "." + user, new Kept(salt, storedKey, hmac(salted, "Server Key")));
    }

    private static byte[] salted(String password, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }
}
