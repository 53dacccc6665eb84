package dev.postroom.messaging.internal.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A SHA-256 hash over several parts. The length of each part is hashed before the part, so that two different lists of
 * parts never have the same input.
 */
public final class PartsHash {

    private final MessageDigest digest = sha256();

    /** Creates a hash over no parts. */
    public PartsHash() {}

    /**
     * Adds a part.
     *
     * @param part the part, hashed as UTF-8
     */
    public void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /**
     * Returns the hash, and removes all parts.
     *
     * @return 32 bytes
     */
    public byte[] bytes() {
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
