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

    public static final int STALE_BY = 7;

    public static final TenantId TENANT = TenantId.of("acme");
    public static final TenantId ELSEWHERE = TenantId.of("globex");

    public static final Party ANNA = UserId.of("anna");
    public static final Party BOB = UserId.of("bob");
    public static final Party CAROL = UserId.of("carol");
    public static final Party DAVE = UserId.of("dave");
    public static final Party EVE = UserId.of("eve");
    public static final Party FRANK = UserId.of("frank");
    public static final Party STRANGER = UserId.of("stranger");

    public static final Rights INSIDER = Rights.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.INTERNAL);
    public static final Rights CHIEF = Rights.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.MANAGE, Right.INTERNAL);
    public static final Rights READER = Rights.of(Right.VIEW);
    public static final Rights WRITER = Rights.of(Right.SEND);

    public static final ChangeOutcome CHANGED = new ChangeOutcome.Changed();
    public static final ChangeOutcome UNCHANGED = new ChangeOutcome.Unchanged();

    @SuppressWarnings("NullAway.Init") // set before each test
    protected TestTenant testTenant;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StorageFixture fixture;

    protected StorageContract() {}

    /**
     * Makes a fixture with an empty storage. Called once for each test; the suite closes it.
     *
     * @return the fixture
     * @throws Exception if it cannot be made; the test fails
     */
    protected abstract StorageFixture newFixture() throws Exception;

    @BeforeEach
    protected void openFixture() throws Exception {
        fixture = newFixture();
        testTenant = new TestTenant(fixture.storage(), TENANT);
    }

    @AfterEach
    protected void checkAndCloseFixture() {
        try {
            Invariants.check(testTenant);
        } finally {
            fixture.close();
        }
    }

    /** What stands under the storage, for suites that need an open transaction. */
    protected StorageFixture fixture() {
        return fixture;
    }

    protected Storage storage() {
        return fixture.storage();
    }

    /** A group without a message, of which the first party is the manager. */
    protected TestThread group(Party... parties) {
        return testTenant.group(parties);
    }

    /** The direct thread of two parties, without a message. */
    protected TestThread direct(Party one, Party other) {
        return testTenant.direct(one, other);
    }

    /** A thread to be described further. */
    protected ThreadDraft opening(Party starter) {
        return testTenant.opening(starter);
    }

    public static ChangeOutcome refused(Refusal refusal) {
        return new ChangeOutcome.Refused(refusal);
    }

    public static SendOutcome sendRefused(Refusal refusal) {
        return new SendOutcome.Refused(refusal);
    }

    /** Asserts the outcome of a change, and that it changed nothing if it says so. */
    protected void assertRefused(Refusal refusal, Supplier<ChangeOutcome> change) {
        assertChangesNothing(refused(refusal), change);
    }

    /** Asserts the outcome of a send, and that nothing changed. */
    protected void assertSendRefused(Refusal refusal, Supplier<? extends SendOutcome> send) {
        assertChangesNothing(sendRefused(refusal), send);
    }

    /** Asserts an outcome, and that all that is stored is afterwards as it was before. */
    protected void assertChangesNothing(Object expected, Supplier<?> operation) {
        var before = testTenant.everything();
        assertThat((Object) operation.get()).isEqualTo(expected);
        assertThat(testTenant.everything()).isEqualTo(before);
    }

    /** Asserts that the thread stands in these boxes and in no other, and that each box counts what it lists. */
    protected void assertStands(TestThread testThread, Party party, Box... boxes) {
        Set<Box> found = EnumSet.noneOf(Box.class);
        for (Box box : Box.values()) {
            List<?> listed = testTenant.box(party, box);
            assertThat(testTenant.count(party, box, BoxQuery.Filter.ANY))
                    .as("count of %s", box)
                    .isEqualTo(listed.size());
            if (listed.contains(testThread.id())) {
                found.add(box);
            }
        }
        assertThat(found).as("boxes of %s", party).containsExactlyInAnyOrder(boxes);
        testThread
                .find(party)
                .ifPresent(summary -> assertThat(summary.mine().archived())
                        .as("archived")
                        .isEqualTo(List.of(boxes).contains(Box.ARCHIVED)));
    }

    /**
     * A group with a manager, a member, one without VIEW, one without SEND, and one who left after the first message.
     */
    protected TestThread scene() {
        TestThread testThread = opening(ANNA)
                .with(BOB, EVE)
                .with(WRITER, CAROL)
                .with(READER, DAVE)
                .testThread();
        testThread.say(ANNA);
        testThread.leave(EVE);
        testThread.say(BOB);
        return testThread;
    }

    /** A thread that does not exist. */
    protected TestThread nowhere() {
        return testTenant.testThread(testTenant.newThreadId());
    }

    /** A revision that the thread does not have. */
    public static OptionalLong stale(TestThread testThread) {
        return OptionalLong.of(testThread.info().revision() + STALE_BY);
    }
}
