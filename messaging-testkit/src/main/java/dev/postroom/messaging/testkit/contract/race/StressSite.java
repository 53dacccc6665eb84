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

    private static final int FIRST_MEMBERS = 9;
    private static final int WITH_DIRECT_THREADS = 3;
    private static final int BUSY_OF_TEN = 4;
    private static final List<UnaryOperator<ThreadRules>> RULES = List.of(
            rules -> rules,
            rules -> rules.onClosed(ClosedRule.REOPEN).replyReads(ReplyReads.EVERYTHING_BEFORE),
            rules -> rules.onClosed(ClosedRule.ACCEPT).reviveWithHistory(true),
            rules -> rules.unansweredInInbox(true));

    private final Messaging messaging;
    private final TenantId tenant;
    private final List<Place> places = new CopyOnWriteArrayList<>();

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
    void start(StressAnswers acknowledged) {
        for (UnaryOperator<ThreadRules> rules : RULES) {
            NewThread group =
                    NewThread.to(PEOPLE.subList(0, FIRST_MEMBERS)).text(text(0)).rules(rules);
            var sent = as(MANAGER).send(group);
            acknowledged.sent(tenant, sent);
            places.add(new Place(sent.threadId(), PEOPLE));
        }
    }

    /** Adds a direct thread, to be used by later deeds as well. */
    void add(ThreadId direct, Party one, Party other) {
        Place place = new Place(direct, List.of(one, other));
        if (places.stream().noneMatch(known -> known.thread().equals(direct))) {
            places.add(place);
        }
    }

    ThreadId group(int number) {
        return places.get(number % RULES.size()).thread();
    }

    /** The first members of every group have a row there, whatever became of them. */
    void checkMembers(Function<ThreadId, ThreadFacts> facts) {
        for (Place group : places.subList(0, RULES.size())) {
            assertThat(facts.apply(group.thread()).members())
                    .extracting(MemberFact::party)
                    .doesNotHaveDuplicates()
                    .containsAll(PEOPLE.subList(0, FIRST_MEMBERS));
        }
    }

    Place any(Random random) {
        boolean busy = random.nextInt(10) < BUSY_OF_TEN;
        return places.get(busy ? 0 : random.nextInt(places.size()));
    }

    /** One of the few who have direct threads. */
    static Party chatty(Random random) {
        return PEOPLE.get(random.nextInt(WITH_DIRECT_THREADS));
    }

    /** Everything that is written here begins with the tenant's name. */
    String text(int number) {
        return tenant + "/" + number;
    }

    boolean isFromHere(String text) {
        return text.isEmpty() || text.startsWith(tenant + "/");
    }

    /**
     * A thread with those who are or may become its members.
     *
     * @param thread the thread
     * @param people who uses it
     */
    record Place(ThreadId thread, List<Party> people) {

        Party somebody(Random random) {
            return people.get(random.nextInt(people.size()));
        }
    }
}
