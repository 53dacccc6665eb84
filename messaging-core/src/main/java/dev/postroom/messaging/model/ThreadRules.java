package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * The rules of a thread that its storage applies under the lock of the thread. A thread keeps the rules it was created
 * with, so a changed default applies to new threads only.
 *
 * @param onClosed the rule for messages to the closed thread
 * @param replyReads the rule that says how far a reply marks the thread as read for its sender
 * @param unansweredInInbox true if the thread is in the inbox of the party that started it before another party answers
 * @param reviveWithHistory true if a thread that its reader deleted comes back with its old messages; false if it comes
 *     back with the new ones only
 * @param minimumMembers the number of members that must remain when a member leaves or is removed, at least 1
 */
public record ThreadRules(
        ClosedRule onClosed,
        ReplyReads replyReads,
        boolean unansweredInInbox,
        boolean reviveWithHistory,
        int minimumMembers) {

    /**
     * The default rules: a closed thread refuses messages; a reply marks as read what its author has seen; an
     * unanswered thread is in the sent box only; a deleted thread comes back with new messages only; one member must
     * remain.
     */
    public static final ThreadRules DEFAULT = new ThreadRules(ClosedRule.REJECT, ReplyReads.SEEN, false, false, 1);

    /**
     * Checks the rules.
     *
     * @throws InvalidException if the number of members is below 1
     */
    public ThreadRules {
        Objects.requireNonNull(onClosed, "onClosed");
        Objects.requireNonNull(replyReads, "replyReads");
        if (minimumMembers < 1) {
            throw new InvalidException("minimumMembers", "must be at least 1, is " + minimumMembers);
        }
    }

    /**
     * Sets the rule for messages to the closed thread.
     *
     * @param rule the rule
     * @return the changed rules
     */
    public ThreadRules onClosed(ClosedRule rule) {
        return new ThreadRules(rule, replyReads, unansweredInInbox, reviveWithHistory, minimumMembers);
    }

    /**
     * Sets the rule that says how far a reply marks its thread as read.
     *
     * @param rule the rule
     * @return the changed rules
     */
    public ThreadRules replyReads(ReplyReads rule) {
        return new ThreadRules(onClosed, rule, unansweredInInbox, reviveWithHistory, minimumMembers);
    }

    /**
     * Sets whether an unanswered thread is in the inbox of the party that started it.
     *
     * @param rule true to show it there
     * @return the changed rules
     */
    public ThreadRules unansweredInInbox(boolean rule) {
        return new ThreadRules(onClosed, replyReads, rule, reviveWithHistory, minimumMembers);
    }

    /**
     * Sets whether a deleted thread comes back with its old messages.
     *
     * @param rule true to bring the old messages back
     * @return the changed rules
     */
    public ThreadRules reviveWithHistory(boolean rule) {
        return new ThreadRules(onClosed, replyReads, unansweredInInbox, rule, minimumMembers);
    }

    /**
     * Sets the number of members that must remain.
     *
     * @param rule the number, at least 1
     * @return the changed rules
     * @throws InvalidException if the number is below 1
     */
    public ThreadRules minimumMembers(int rule) {
        return new ThreadRules(onClosed, replyReads, unansweredInInbox, reviveWithHistory, rule);
    }
}
