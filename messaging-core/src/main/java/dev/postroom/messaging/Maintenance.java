package dev.postroom.messaging;

/** Checks the whole installation, across tenants. It is for operators and tests, not for users. */
public interface Maintenance {

    /**
     * Checks every thread against the rules that always hold: the seqs have no gaps; unread counts, last messages,
     * boxes and positions are those that a scan of the messages and the change log gives; each change has one row in
     * the log.
     *
     * <p>Reads everything and changes nothing. Others may write meanwhile, because each thread is read from one
     * snapshot. The memory it takes is that of one thread.
     *
     * @return the numbers of checked threads and messages, and the violations
     */
    VerifyReport verify();
}
