package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.internal.input.PartsHash;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import java.util.HexFormat;
import java.util.List;

/**
 * Computes fingerprints, which tell whether two calls with the same client key ask for the same. A fingerprint is a
 * versioned hash of what the host passed, before the library changes anything in it.
 */
final class Fingerprints {

    private static final String VERSION = "1:";

    private Fingerprints() {}

    /**
     * Computes the fingerprint of a new thread. It does not matter whether the sender is among the recipients, because
     * the thread is the same. Only a thread to the sender alone keeps the sender as its recipient.
     */
    static String of(Party sender, NewThread thread) {
        List<String> recipients = thread.recipients().stream()
                .filter(party -> thread.recipients().size() == 1 || !party.equals(sender))
                .map(Party::key)
                .sorted()
                .toList();
        PartsHash print = new PartsHash();
        print.add("thread");
        print.add(String.valueOf(recipients.size()));
        recipients.forEach(print::add);
        print.add(thread.subject().isPresent() ? "subject" : "no subject");
        print.add(thread.subject().orElse(""));
        print.add(thread.text());
        return value(print);
    }

    static String of(ThreadId thread, Draft draft) {
        PartsHash print = new PartsHash();
        print.add("reply");
        print.add(thread.toString());
        print.add(draft.quoting().isPresent() ? String.valueOf(draft.quoting().getAsLong()) : "");
        print.add(draft.text());
        return value(print);
    }

    private static String value(PartsHash print) {
        return VERSION + HexFormat.of().formatHex(print.bytes());
    }
}
