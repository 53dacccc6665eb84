package dev.postroom.messaging.spi;

import java.util.List;
import java.util.Objects;

/** What became of several messages that are stored together or not at all. */
public sealed interface SendAllOutcome {

    /**
     * All are there, now or since before.
     *
     * @param each {@link SendOutcome.Stored} or {@link SendOutcome.Repeated} for each message, in the order given
     */
    record Done(List<SendOutcome> each) implements SendAllOutcome {

        /** Copies the list. */
        public Done {
            each = List.copyOf(each);
        }
    }

    /**
     * One could not be stored, so none was and no key was used up.
     *
     * @param index which one, by the order given, from 0; of several any one
     * @param why {@link SendOutcome.Refused} or {@link SendOutcome.KeyConflict}
     */
    record Undone(int index, SendOutcome why) implements SendAllOutcome {

        /** Checks that a reason is there. */
        public Undone {
            Objects.requireNonNull(why, "why");
        }
    }
}
