package dev.postroom.messaging.spi;

import java.util.List;
import java.util.Objects;

/** The outcome of storing several messages together or not at all. */
public sealed interface SendAllOutcome {

    /**
     * All messages are stored, by this operation or an earlier one.
     *
     * @param each {@link SendOutcome.Stored} or {@link SendOutcome.Repeated} for each message, in the given order
     */
    record Done(List<SendOutcome> each) implements SendAllOutcome {

        /** Copies the list. */
        public Done {
            each = List.copyOf(each);
        }
    }

    /**
     * A message could not be stored. Therefore no message was stored and no key was used.
     *
     * @param index the index of that message in the given order, starting at 0; if there are several, the index of any
     *     of them
     * @param why {@link SendOutcome.Refused} or {@link SendOutcome.KeyConflict}
     */
    record Undone(int index, SendOutcome why) implements SendAllOutcome {

        /** Checks that the reason is not null. */
        public Undone {
            Objects.requireNonNull(why, "why");
        }
    }
}
