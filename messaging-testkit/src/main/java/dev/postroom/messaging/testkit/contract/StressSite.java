package dev.postroom.messaging.testkit.contract;

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
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** One tenant of the random stress: its people, whose names are alike, and its threads, each with other rules. */
final class StressSite {

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

    /** Manages every group and never leaves, so that it stays possible to change them. */
    static final Party MANAGER = PEOPLE.get(0);

    private static final int FIRST_MEMBERS = 8;
    private static final int BUSY_OF_TEN = 4;
    private static final List<UnaryOperator<ThreadRules>> RULES = List.of(
            rules -> rules,
            rules -> rules.onClosed(ClosedRule.REOPEN).replyReads(ReplyReads.EVERYTHING_BEFORE),
            rules -> rules.onClosed(ClosedRule.ACCEPT).reviveWithHistory(true),
            rules -> rules.unansweredInInbox(true));

    private final Messaging messaging;
    private final TenantId tenant;
    private final List<ThreadId> threads = new CopyOnWriteArrayList<>();

    StressSite(Messaging messaging, TenantId tenant) {
        this.messaging = messaging;
        this.tenant = tenant;
    }

    TenantId tenant() {
        return tenant;
    }

    Mailbox as(Party party) {
        return messaging.tenant(tenant).as(party);
    }

    /** Starts the groups; the first one is the busy one. */
    void start(Acknowledged acknowledged) {
        for (UnaryOperator<ThreadRules> rules : RULES) {
            NewThread group = NewThread.to(PEOPLE.subList(0, FIRST_MEMBERS)).text(text(0)).rules(rules);
            var sent = as(MANAGER).send(group);
            acknowledged.sent(tenant, sent);
            threads.add(sent.threadId());
        }
    }

    /** Adds a direct thread, to be written to by others as well. */
    void add(ThreadId direct) {
        if (!threads.contains(direct)) {
            threads.add(direct);
        }
    }

    ThreadId group(int number) {
        return threads.get(number % RULES.size());
    }

    ThreadId any(Random random) {
        boolean busy = random.nextInt(10) < BUSY_OF_TEN;
        return threads.get(busy ? 0 : random.nextInt(threads.size()));
    }

    static Party anybody(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    /** Everything that is written here begins with the tenant's name. */
    String text(int number) {
        return tenant + "/" + number;
    }

    boolean isFromHere(String text) {
        return text.isEmpty() || text.startsWith(tenant + "/");
    }
}
