package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * The rules a storage needs under a thread's lock. They are resolved when the thread is created and kept with it: a
 * changed default touches new threads only.
 *
 * @param onClosed what becomes of a message to the closed thread
 * @param replyReads how far a reply marks the thread read for its sender
 * @param unansweredInInbox whether who starts the thread has it in their inbox before anybody answers
 * @param reviveWithHistory whether a thread that its reader deleted comes back with the old messages, or with only the
 *     new ones
 * @param minimumMembers the least members that must remain when somebody leaves or is removed, at least 1
 */
public record ThreadRules(
        ClosedRule onClosed,
        ReplyReads replyReads,
        boolean unansweredInInbox,
        boolean reviveWithHistory,
        int minimumMembers) {

    /** Reject when closed, read what was seen, unanswered only in sent, revived with new messages only, one remains. */
    public static final ThreadRules DEFAULT = new ThreadRules(ClosedRule.REJECT, ReplyReads.SEEN, false, false, 1);

    /**
     * Checks the rules.
     *
     * @throws InvalidException if the minimum is below 1
     */
    public ThreadRules {
        Objects.requireNonNull(onClosed, "onClosed");
        Objects.requireNonNull(replyReads, "replyReads");
        if (minimumMembers < 1) {
            throw new InvalidException("minimumMembers", "must be at least 1, is " + minimumMembers);
        }
    }

    /**
     * Changes what becomes of a message to a closed thread.
     *
     * @param rule the rule
     * @return the changed rules
     */
    public ThreadRules onClosed(ClosedRule rule) {
        return new ThreadRules(rule, replyReads, unansweredInInbox, reviveWithHistory, minimumMembers);
    }

    /**
     * Changes how far a reply marks its thread read.
     *
     * @param rule the rule
     * @return the changed rules
     */
    public ThreadRules replyReads(ReplyReads rule) {
        return new ThreadRules(onClosed, rule, unansweredInInbox, reviveWithHistory, minimumMembers);
    }

    /**
     * Changes whether an unanswered thread stands in its starter's inbox.
     *
     * @param rule true to show it there
     * @return the changed rules
     */
    public ThreadRules unansweredInInbox(boolean rule) {
        return new ThreadRules(onClosed, replyReads, rule, reviveWithHistory, minimumMembers);
    }

    /**
     * Changes whether a deleted thread is revived with its old messages.
     *
     * @param rule true to bring the old messages back
     * @return the changed rules
     */
    public ThreadRules reviveWithHistory(boolean rule) {
        return new ThreadRules(onClosed, replyReads, unansweredInInbox, rule, minimumMembers);
    }

    /**
     * Changes how many members must remain.
     *
     * @param rule at least 1
     * @return the changed rules
     * @throws InvalidException if it is below 1
     */
    public ThreadRules minimumMembers(int rule) {
        return new ThreadRules(onClosed, replyReads, unansweredInInbox, reviveWithHistory, rule);
    }
}
