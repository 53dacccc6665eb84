package dev.postroom.messaging;

/** Looks after the whole installation, across tenants. For operators and tests, not for users. */
public interface Maintenance {

    /**
     * Checks every thread against the rules that always hold: seqs without gaps, unread counts, last messages, boxes and
     * positions as a scan of the messages and the change log gives them, one log row for every change. Reads everything
     * and changes nothing; may run while others write, each thread is seen at one moment. Takes memory for one thread at
     * a time.
     *
     * @return what was checked, and what is wrong
     */
    VerifyReport verify();
}
