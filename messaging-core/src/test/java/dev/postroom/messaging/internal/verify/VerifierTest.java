package dev.postroom.messaging.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.VerifyReport.Violation;
import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages a correct thread in one place, and expects a violation of the damaged rule. */
class VerifierTest {

    private static final TenantId TENANT = TenantId.of("acme");
    private static final ThreadId THREAD = ThreadId.of(new UUID(0, 9));
    private static final Party ANNA = UserId.of("anna");
    private static final Party BOB = UserId.of("bob");
    private static final Instant T0 = Instant.parse("2026-05-03T09:00:00Z");

    @Test
    void aRightThreadHasNoViolation() {
        assertThat(violations(new Facts())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void eachBrokenRuleIsNamed(String rule, String how, Consumer<Facts> breaking) {
        Facts facts = new Facts();
        breaking.accept(facts);
        assertThat(violations(facts)).extracting(Violation::rule).contains(rule);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                of("seq", "gap", f -> f.message(1, m -> f.copy(m, 7))),
                of("seq", "doubled", f -> f.message(2, m -> f.copy(m, 2))),
                of(
                        "id",
                        "doubled",
                        f -> f.messages.set(
                                1, f.withId(f.messages.get(1), f.messages.get(0).id()))),
                of("time", "not later", f -> f.message(1, m -> f.at(m, T0))),
                of("tombstone", "keeps its text", f -> f.message(1, m -> f.tombstone(m, false))),
                of("lastSeq", "too low", f -> f.lastSeq = 2),
                of("last message", "too low", f -> f.lastForEveryone = 1),
                of("last message with notes", "too low", f -> f.lastForInternal = 1),
                of("activity", "of the thread", f -> f.activityAt = T0),
                of("member count", "too high", f -> f.memberCount = 3),
                of("author", "without a row", f -> f.members.remove(0)),
                of("member", "doubled", f -> f.members.add(f.members.get(1))),
                of("key", "names nothing", f -> f.keys = Map.of("k", MessageId.of(new UUID(5, 5)))),
                of("unread", "too high", f -> f.bob(b -> b.unread = 3)),
                of("unread", "forgets hidden", f -> f.bob(b -> b.hidden = Set.of(3L))),
                of("newest", "too low", f -> f.bob(b -> b.newest = 1)),
                of("newest", "an own one", f -> f.bob(b -> b.newest = 2)),
                of("own", "lost", f -> f.bob(b -> b.own = 0)),
                of("activity", "of a member", f -> f.bob(b -> b.activity = Optional.of(T0))),
                of("read", "below the window", f -> f.bob(b -> b.from = 3)),
                of("position", "beyond the last", f -> f.bob(b -> b.read = 9)),
                of("position", "deleted beyond the last", f -> f.bob(b -> b.deleted = 9)),
                of("window", "present and ended", f -> f.bob(b -> b.until = Optional.of(3L))),
                of("mark", "on nothing", f -> f.bob(b -> b.stars = Set.of(9L))),
                of("log", "message not told", f -> f.log.remove(3)),
                of("log", "message told twice", f -> f.log.add(f.log.get(3))),
                of("log", "thread not told", f -> f.log.remove(0)),
                of("log", "star not told", f -> f.bob(b -> b.stars = Set.of())),
                of("log", "star told twice", f -> f.log.add(f.log.get(f.log.size() - 1))),
                of("log", "read not told", f -> f.log.removeIf(c -> c.type() == ChangeType.READ_MOVED)),
                of("log", "archive not told", f -> f.bob(b -> b.archived = 1)),
                of("log", "delete not told", f -> f.bob(b -> b.deleted = 1)),
                of("log", "closing not told", f -> f.closed = Optional.of(new ThreadInfo.Closing(ANNA, T0))),
                of(
                        "log",
                        "leaving not told",
                        f -> f.bob(b -> {
                            b.active = false;
                            b.until = Optional.of(3L);
                        })),
                of("log", "personal change of nobody", f -> f.log.add(f.change(ChangeType.STARRED, 1, null))),
                of("log", "deletion not told", f -> f.message(1, m -> f.tombstone(m, true))));
    }

    private static Arguments of(String rule, String how, Consumer<Facts> breaking) {
        return Arguments.of(rule, how, breaking);
    }

    private static List<Violation> violations(Facts facts) {
        Findings findings = new Findings();
        Verifier.check(facts.build(), findings);
        return findings.all();
    }

    /** A thread in which Anna wrote messages 1 and 3, and Bob wrote message 2. Bob has read up to 2, and starred 1. */
    static final class Facts {

        private final List<MessageFact> messages = new ArrayList<>();
        private final List<MemberFact> members = new ArrayList<>();
        private final List<Change> log = new ArrayList<>();
        private Map<String, MessageId> keys = Map.of("k", MessageId.of(new UUID(0, 1)));
        private long lastSeq = 3;
        private long lastForEveryone = 3;
        private long lastForInternal = 3;
        private int memberCount = 2;
        private Instant activityAt = T0.plusSeconds(3);
        private Optional<ThreadInfo.Closing> closed = Optional.empty();

        Facts() {
            messages.add(message(1, ANNA));
            messages.add(message(2, BOB));
            messages.add(message(3, ANNA));
            MutableMember anna = new MutableMember(ANNA);
            anna.newest = 2;
            anna.own = 3;
            anna.unread = 1;
            members.add(anna.build());
            MutableMember bob = new MutableMember(BOB);
            bob.newest = 3;
            bob.own = 2;
            bob.unread = 1;
            bob.read = 2;
            bob.stars = Set.of(1L);
            members.add(bob.build());
            log.add(change(ChangeType.THREAD_CREATED, 0, null));
            log.add(change(ChangeType.MESSAGE_CREATED, 1, null));
            log.add(change(ChangeType.MESSAGE_CREATED, 2, null));
            log.add(change(ChangeType.MESSAGE_CREATED, 3, null));
            log.add(change(ChangeType.READ_MOVED, 2, BOB));
            log.add(change(ChangeType.STARRED, 1, BOB));
        }

        ThreadFacts build() {
            ThreadInfo info =
                    new ThreadInfo(THREAD, ThreadShape.GROUP, "", ANNA, T0, activityAt, memberCount, closed, 0);
            return new ThreadFacts(
                    new Inspection.Ref(TENANT, THREAD),
                    info,
                    false,
                    lastSeq,
                    lastForEveryone,
                    lastForInternal,
                    activityAt,
                    messages,
                    members,
                    keys,
                    log);
        }

        void message(int index, UnaryOperator<MessageFact> change) {
            messages.set(index, change.apply(messages.get(index)));
        }

        void bob(Consumer<MutableMember> change) {
            MutableMember bob = new MutableMember(members.get(1));
            change.accept(bob);
            members.set(1, bob.build());
        }

        Change change(ChangeType type, long seq, Party party) {
            return new Change(TENANT, type, Position.of(THREAD, seq), Optional.ofNullable(party), ANNA, T0);
        }

        private static MessageFact message(long seq, Party author) {
            return new MessageFact(
                    MessageId.of(new UUID(0, seq)),
                    seq,
                    author,
                    Visibility.EVERYONE,
                    true,
                    true,
                    true,
                    false,
                    false,
                    T0.plusSeconds(seq));
        }

        MessageFact copy(MessageFact m, long seq) {
            return new MessageFact(
                    m.id(), seq, m.author(), m.visibility(), true, true, true, m.deleted(), false, m.createdAt());
        }

        MessageFact withId(MessageFact m, MessageId id) {
            return new MessageFact(
                    id, m.seq(), m.author(), m.visibility(), true, true, true, false, false, m.createdAt());
        }

        MessageFact at(MessageFact m, Instant at) {
            return new MessageFact(m.id(), m.seq(), m.author(), m.visibility(), true, true, true, false, false, at);
        }

        MessageFact tombstone(MessageFact m, boolean textEmpty) {
            return new MessageFact(
                    m.id(), m.seq(), m.author(), m.visibility(), true, true, true, true, textEmpty, m.createdAt());
        }
    }

    static final class MutableMember {

        private final Party party;
        private boolean active = true;
        private long from;
        private Optional<Long> until = Optional.empty();
        private long read;
        private long newest;
        private long own;
        private long deleted;
        private long archived;
        private Optional<Instant> activity = Optional.of(T0.plusSeconds(3));
        private long unread;
        private Set<Long> stars = Set.of();
        private Set<Long> hidden = Set.of();

        MutableMember(Party party) {
            this.party = party;
        }

        MutableMember(MemberFact fact) {
            this(fact.party());
            read = fact.readSeq();
            newest = fact.newestSeq();
            own = fact.ownSeq();
            unread = fact.unread();
            stars = fact.stars();
        }

        MemberFact build() {
            return new MemberFact(
                    party,
                    active,
                    Rights.MEMBER,
                    from,
                    until,
                    read,
                    read,
                    newest,
                    own,
                    deleted,
                    archived,
                    activity,
                    unread,
                    stars,
                    hidden);
        }
    }
}
