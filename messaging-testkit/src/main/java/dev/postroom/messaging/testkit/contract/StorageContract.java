package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all suites share: a fresh storage for each test, the people in it, and after each test a check of the whole
 * storage against the published invariants. Extend one of the suites, not this class.
 */
public abstract class StorageContract {

    static final int STALE_BY = 7;

    static final TenantId TENANT = TenantId.of("acme");
    static final TenantId ELSEWHERE = TenantId.of("globex");

    static final Party ANNA = UserId.of("anna");
    static final Party BOB = UserId.of("bob");
    static final Party CAROL = UserId.of("carol");
    static final Party DAVE = UserId.of("dave");
    static final Party EVE = UserId.of("eve");
    static final Party FRANK = UserId.of("frank");
    static final Party STRANGER = UserId.of("stranger");

    static final Rights INSIDER = Rights.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.INTERNAL);
    static final Rights CHIEF = Rights.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.MANAGE, Right.INTERNAL);
    static final Rights READER = Rights.of(Right.VIEW);
    static final Rights WRITER = Rights.of(Right.SEND);

    static final ChangeOutcome CHANGED = new ChangeOutcome.Changed();
    static final ChangeOutcome UNCHANGED = new ChangeOutcome.Unchanged();

    @SuppressWarnings("NullAway.Init") // set before each test
    World world;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StorageFixture fixture;

    StorageContract() {}

    /**
     * Makes a fixture with an empty storage. Called once for each test; the suite closes it.
     *
     * @return the fixture
     * @throws Exception if it cannot be made; the test fails
     */
    protected abstract StorageFixture newFixture() throws Exception;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = newFixture();
        world = new World(fixture.storage(), TENANT);
    }

    @AfterEach
    void checkAndCloseFixture() {
        try {
            Invariants.check(world);
        } finally {
            fixture.close();
        }
    }

    /** What stands under the storage, for suites that need an open transaction. */
    StorageFixture fixture() {
        return fixture;
    }

    Storage storage() {
        return fixture.storage();
    }

    /** A group without a message, of which the first party is the manager. */
    Talk group(Party... parties) {
        return world.group(parties);
    }

    /** The direct thread of two parties, without a message. */
    Talk direct(Party one, Party other) {
        return world.direct(one, other);
    }

    /** A thread to be described further. */
    ThreadDraft opening(Party starter) {
        return world.opening(starter);
    }

    static ChangeOutcome refused(Refusal refusal) {
        return new ChangeOutcome.Refused(refusal);
    }

    static SendOutcome sendRefused(Refusal refusal) {
        return new SendOutcome.Refused(refusal);
    }

    /** Asserts the outcome of a change, and that it changed nothing if it says so. */
    void assertRefused(Refusal refusal, Supplier<ChangeOutcome> change) {
        assertChangesNothing(refused(refusal), change);
    }

    /** Asserts the outcome of a send, and that nothing changed. */
    void assertSendRefused(Refusal refusal, Supplier<? extends SendOutcome> send) {
        assertChangesNothing(sendRefused(refusal), send);
    }

    /** Asserts an outcome, and that all that is stored is afterwards as it was before. */
    void assertChangesNothing(Object expected, Supplier<?> operation) {
        var before = world.everything();
        assertThat((Object) operation.get()).isEqualTo(expected);
        assertThat(world.everything()).isEqualTo(before);
    }

    /** Asserts that the thread stands in these boxes and in no other, and that each box counts what it lists. */
    void assertStands(Talk talk, Party party, Box... boxes) {
        Set<Box> found = EnumSet.noneOf(Box.class);
        for (Box box : Box.values()) {
            List<?> listed = world.box(party, box);
            assertThat(world.count(party, box, BoxQuery.Filter.ANY))
                    .as("count of %s", box)
                    .isEqualTo(listed.size());
            if (listed.contains(talk.id())) {
                found.add(box);
            }
        }
        assertThat(found).as("boxes of %s", party).containsExactlyInAnyOrder(boxes);
        talk.find(party)
                .ifPresent(summary -> assertThat(summary.mine().archived())
                        .as("archived")
                        .isEqualTo(List.of(boxes).contains(Box.ARCHIVED)));
    }

    /**
     * A group with a manager, a member, one without VIEW, one without SEND, and one who left after the first message.
     */
    Talk scene() {
        Talk talk = opening(ANNA)
                .with(BOB, EVE)
                .with(WRITER, CAROL)
                .with(READER, DAVE)
                .talk();
        talk.say(ANNA);
        talk.leave(EVE);
        talk.say(BOB);
        return talk;
    }

    /** A thread that does not exist. */
    Talk nowhere() {
        return world.talk(world.newThreadId());
    }

    /** A revision that the thread does not have. */
    static OptionalLong stale(Talk talk) {
        return OptionalLong.of(talk.info().revision() + STALE_BY);
    }
}
