package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.model.ApplicationId;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One tenant of the random stress. The names of its parties are alike, and each of its groups has other rules. */
final class StressTenant {

    static final List<Party> PEOPLE = List.of(
            UserId.of("anna"),
            UserId.of("Anna"),
            UserId.of("änna"),
            UserId.of("anna "),
            GuestId.of("anna"),
            ApplicationId.of("anna"),
            UserId.of("bob"),
            UserId.of("BOB"),
            GuestId.of("bob"),
            UserId.of("carol"),
            UserId.of("dave"),
            UserId.of("eve"));

    /** Manages every group and never leaves, so that every group can be changed at any time. */
    static final Party MANAGER = PEOPLE.get(0);

    private static final int FIRST_MEMBERS = 9;
    private static final int WITH_DIRECT_THREADS = 3;
    private static final int BUSY_OF_TEN = 4;
    private static final List<UnaryOperator<ThreadRules>> RULES = List.of(
            rules -> rules,
            rules -> rules.onClosed(ClosedRule.REOPEN).replyReads(ReplyReads.EVERYTHING_BEFORE),
            rules -> rules.onClosed(ClosedRule.ACCEPT).reviveWithHistory(true),
            rules -> rules.unansweredInInbox(true));

    private final Messaging messaging;
    private final TenantId id;
    private final List<TargetThread> targets = new CopyOnWriteArrayList<>();

    StressTenant(Messaging messaging, TenantId id) {
        this.messaging = messaging;
        this.id = id;
    }

    TenantId id() {
        return id;
    }

    Mailbox as(Party party) {
        return messaging.tenant(id).as(party);
    }

    /** Starts the groups. The first one gets the most operations. */
    void start(AcknowledgedResults acknowledged) {
        for (UnaryOperator<ThreadRules> rules : RULES) {
            NewThread group =
                    NewThread.to(PEOPLE.subList(0, FIRST_MEMBERS)).text(text(0)).rules(rules);
            var sent = as(MANAGER).send(group);
            acknowledged.sent(id, sent);
            targets.add(new TargetThread(sent.threadId(), PEOPLE));
        }
    }

    /** Adds a direct thread, which later operations use as well. */
    void add(ThreadId direct, Party one, Party other) {
        TargetThread target = new TargetThread(direct, List.of(one, other));
        if (targets.stream().noneMatch(known -> known.thread().equals(direct))) {
            targets.add(target);
        }
    }

    ThreadId group(int number) {
        return targets.get(number % RULES.size()).thread();
    }

    /** Asserts that the first members of every group have a row there, even if they left. */
    void checkMembers(Function<ThreadId, ThreadFacts> facts) {
        for (TargetThread group : targets.subList(0, RULES.size())) {
            assertThat(facts.apply(group.thread()).members())
                    .extracting(MemberFact::party)
                    .doesNotHaveDuplicates()
                    .containsAll(PEOPLE.subList(0, FIRST_MEMBERS));
        }
    }

    TargetThread any(Random random) {
        boolean busy = random.nextInt(10) < BUSY_OF_TEN;
        return targets.get(busy ? 0 : random.nextInt(targets.size()));
    }

    /** Returns one of the parties that have direct threads. */
    static Party partyOfDirectThreads(Random random) {
        return PEOPLE.get(random.nextInt(WITH_DIRECT_THREADS));
    }

    /** Returns a text that begins with the tenant's name, as every text of the tenant does. */
    String text(int number) {
        return id + "/" + number;
    }

    boolean isOfThisTenant(String text) {
        return text.isEmpty() || text.startsWith(id + "/");
    }

    /**
     * A thread with the parties that are or may become its members.
     *
     * @param thread the thread
     * @param people the parties that use it
     */
    record TargetThread(ThreadId thread, List<Party> people) {

        Party somebody(Random random) {
            return people.get(random.nextInt(people.size()));
        }
    }
}
