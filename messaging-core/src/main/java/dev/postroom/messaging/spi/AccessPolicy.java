package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy of the host that may refuse what membership allows. A policy can only refuse more: a party that is not a
 * member, or lacks a right, is refused whatever the policy decides. Reading is decided by membership alone, both for
 * lists and for single threads and messages, so that the two never differ.
 *
 * <p>The library calls a policy while it holds no lock and has no transaction open. Several Java threads may call it.
 * The library applies the change only if the thread's members, rights, subject and rules are still those that the
 * policy saw; otherwise it asks the policy again.
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Decides about a command.
     *
     * @param request the command, and the party that calls it
     * @return an approval, or a refusal with a reason
     */
    Decision decide(Request request);

    /**
     * Returns the default policy. Every party may write to every party in the directory; inside a thread, membership
     * and rights decide.
     *
     * @return the policy that refuses nothing
     */
    static AccessPolicy membership() {
        return Membership.INSTANCE;
    }

    /**
     * The commands that a policy decides about. A minor release may add more constants; decide deliberately whether to
     * allow or refuse an unknown one.
     */
    enum Action {
        /** Starts a group thread with {@link Request#others()}. */
        START_GROUP,
        /** Finds or creates the direct thread with the one party in {@link Request#others()}. */
        START_DIRECT,
        /** Sends a message to {@link Request#thread()}. */
        SEND,
        /** Changes the subject of a thread. */
        RENAME,
        /** Closes a thread. */
        CLOSE,
        /** Opens a closed thread. */
        REOPEN,
        /** Adds {@link Request#others()} to a thread. */
        ADD_MEMBERS,
        /** Removes {@link Request#others()} from a thread. */
        REMOVE_MEMBERS,
        /** Leaves a thread. */
        LEAVE,
        /** Deletes a message for everyone. */
        DELETE_MESSAGE
    }

    /**
     * A command, and the party that calls it.
     *
     * @param tenant the tenant
     * @param actor the party that calls
     * @param action the command
     * @param thread the thread as the actor sees it; empty if the command creates one
     * @param others the other parties that the call names; empty if it names none
     */
    record Request(TenantId tenant, Party actor, Action action, Optional<ThreadSummary> thread, List<Party> others) {

        /** Checks that no value is null, and copies the list. */
        public Request {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(thread, "thread");
            others = List.copyOf(others);
        }
    }

    /**
     * The decision of a policy.
     *
     * @param allowed true if the command may go on
     * @param reason the reason of a refusal; empty for an approval. The caller gets it from {@code
     *     ForbiddenException.reason()}
     */
    record Decision(boolean allowed, String reason) {

        private static final Decision ALLOW = new Decision(true, "");

        /** Checks that the reason is not null. */
        public Decision {
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * Allows the command.
         *
         * @return the decision
         */
        public static Decision allow() {
            return ALLOW;
        }

        /**
         * Refuses the command.
         *
         * @param reason the reason, without the content of messages
         * @return the decision
         */
        public static Decision refuse(String reason) {
            return new Decision(false, reason);
        }
    }
}
