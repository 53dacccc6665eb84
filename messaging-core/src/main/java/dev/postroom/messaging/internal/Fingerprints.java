package dev.postroom.messaging.internal;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether two calls with one client key ask for the same: a versioned hash of what the host passed, before anything
 * rewrites it. Each part goes in with its length, so that no two lists of parts look alike.
 */
final class Fingerprints {

    private static final String VERSION = "1:";

    private final MessageDigest digest;

    private Fingerprints(String what) {
        digest = sha256();
        add(what);
    }

    /** The sender may be among the recipients or not: it makes no difference to the thread, unless alone. */
    static String of(Party sender, NewThread thread) {
        List<String> recipients = thread.recipients().stream()
                .filter(party -> thread.recipients().size() == 1 || !party.equals(sender))
                .map(Party::key)
                .sorted()
                .toList();
        Fingerprints print = new Fingerprints("thread");
        print.add(String.valueOf(recipients.size()));
        recipients.forEach(print::add);
        print.add(thread.subject().isPresent() ? "subject" : "no subject");
        print.add(thread.subject().orElse(""));
        print.add(thread.text());
        return print.value();
    }

    static String of(ThreadId thread, Draft draft) {
        Fingerprints print = new Fingerprints("reply");
        print.add(thread.toString());
        print.add(draft.quoting().isPresent() ? String.valueOf(draft.quoting().getAsLong()) : "");
        print.add(draft.text());
        return print.value();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void add(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private String value() {
        return VERSION + HexFormat.of().formatHex(digest.digest());
    }
}
