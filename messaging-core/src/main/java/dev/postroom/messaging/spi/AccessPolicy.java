package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The host may refuse what membership would allow. It can only narrow: who is not a member, or lacks a right, is refused
 * whatever a policy says. Reading is decided by membership alone, for lists and single things alike, so that the two can
 * never differ.
 *
 * <p>Called with no lock and no transaction of the library open; must be safe for use by several Java threads. What it
 * saw of a thread is a precondition of the change: if the thread's members, rights, subject or rules changed meanwhile,
 * the policy is asked again.
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Decides on one command.
     *
     * @param request who wants to do what
     * @return allowed, or refused with a reason
     */
    Decision decide(Request request);

    /**
     * The default: everybody may write to whoever is in the directory; inside a thread, membership and its rights
     * decide.
     *
     * @return the policy that refuses nothing
     */
    static AccessPolicy membership() {
        return Membership.INSTANCE;
    }

    /** What is asked for. New actions may be added in a minor release; refuse or allow unknown ones deliberately. */
    enum Action {
        /** Start a group thread with {@link Request#others()}. */
        START_GROUP,
        /** Find or create the direct thread with the one party in {@link Request#others()}. */
        START_DIRECT,
        /** Write a message to {@link Request#thread()}. */
        SEND,
        /** Change a thread's subject. */
        RENAME,
        /** Close a thread. */
        CLOSE,
        /** Open a closed thread. */
        REOPEN,
        /** Add {@link Request#others()} to a thread. */
        ADD_MEMBERS,
        /** Remove {@link Request#others()} from a thread. */
        REMOVE_MEMBERS,
        /** Leave a thread. */
        LEAVE,
        /** Delete a message for everyone. */
        DELETE_MESSAGE
    }

    /**
     * Who wants to do what.
     *
     * @param tenant the tenant
     * @param actor who calls
     * @param action what is asked for
     * @param thread the thread as the actor sees it; empty when one is to be created
     * @param others the other parties the call names; empty if none
     */
    record Request(TenantId tenant, Party actor, Action action, Optional<ThreadSummary> thread, List<Party> others) {

        /** Checks that everything is there, and copies the list. */
        public Request {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(thread, "thread");
            others = List.copyOf(others);
        }
    }

    /**
     * The answer of a policy.
     *
     * @param allowed whether the command may go on
     * @param reason why not; empty if allowed. Reaches the caller in {@code ForbiddenException.reason()}
     */
    record Decision(boolean allowed, String reason) {

        private static final Decision ALLOW = new Decision(true, "");

        /** Checks that a reason is there. */
        public Decision {
            Objects.requireNonNull(reason, "reason");
        }

        /**
         * Lets the command go on.
         *
         * @return the decision
         */
        public static Decision allow() {
            return ALLOW;
        }

        /**
         * Refuses the command.
         *
         * @param reason why; never content of a message
         * @return the decision
         */
        public static Decision refuse(String reason) {
            return new Decision(false, reason);
        }
    }
}
