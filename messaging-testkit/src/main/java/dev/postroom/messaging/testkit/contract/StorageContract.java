package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Directory;
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
 * Base class of all contracts. It opens an empty storage for each test, names the parties, and after each test checks
 * the whole storage against the published invariants. Extend one of the contracts, not this class.
 */
public abstract class StorageContract {

    /** The distance of a stale revision from the real one. */
    public static final int STALE_BY = 7;

    /** The tenant of the tests. */
    public static final TenantId TENANT = TenantId.of("acme");
    /** Another tenant. */
    public static final TenantId OTHER_TENANT = TenantId.of("globex");

    /** A party of the tests. */
    public static final Party ANNA = UserId.of("anna");
    /** A party of the tests. */
    public static final Party BOB = UserId.of("bob");
    /** A party of the tests. */
    public static final Party CAROL = UserId.of("carol");
    /** A party of the tests. */
    public static final Party DAVE = UserId.of("dave");
    /** A party of the tests. */
    public static final Party EVE = UserId.of("eve");
    /** A party of the tests. */
    public static final Party FRANK = UserId.of("frank");
    /** A party that is never a member. */
    public static final Party STRANGER = UserId.of("stranger");

    /** The rights of a member who sees internal notes. */
    public static final Rights INTERNAL_MEMBER = Rights.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.INTERNAL);
    /** The rights of a manager who sees internal notes. */
    public static final Rights INTERNAL_MANAGER =
            Rights.of(Right.VIEW, Right.SEND, Right.NOTIFY, Right.MANAGE, Right.INTERNAL);
    /** The rights of a member who may not send. */
    public static final Rights READER = Rights.of(Right.VIEW);
    /** The rights of a member who may send and not read. */
    public static final Rights WRITER = Rights.of(Right.SEND);

    /** The outcome of a change that took effect. */
    public static final ChangeOutcome CHANGED = new ChangeOutcome.Changed();
    /** The outcome of a change without effect. */
    public static final ChangeOutcome UNCHANGED = new ChangeOutcome.Unchanged();

    /** Calls the storage under test for {@link #TENANT}. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected StorageClient client;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StorageFixture fixture;

    /** For the contracts of this kit to extend. */
    protected StorageContract() {}

    /**
     * Makes a fixture with an empty storage. JUnit calls it once for each test, and the contract closes the fixture.
     *
     * @return the fixture
     * @throws Exception if it cannot be made; the test fails
     */
    protected abstract StorageFixture newFixture() throws Exception;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = newFixture();
        client = new StorageClient(fixture.storage(), TENANT);
    }

    @AfterEach
    void checkAndCloseFixture() {
        try {
            Invariants.check(client);
        } finally {
            fixture.close();
        }
    }

    /**
     * Returns the fixture, for contracts that need an open transaction.
     *
     * @return the fixture
     */
    protected StorageFixture fixture() {
        return fixture;
    }

    /**
     * Returns the storage under test.
     *
     * @return the storage
     */
    protected Storage storage() {
        return fixture.storage();
    }

    /**
     * Creates a group without a message. The first party is the manager.
     *
     * @param parties the parties
     * @return the thread
     */
    protected ThreadClient group(Party... parties) {
        return client.group(parties);
    }

    /**
     * Creates the direct thread of two parties, without a message.
     *
     * @param one one party
     * @param other the other party
     * @return the thread
     */
    protected ThreadClient direct(Party one, Party other) {
        return client.direct(one, other);
    }

    /**
     * Begins a draft of a thread.
     *
     * @param starter the party that starts the thread
     * @return the draft
     */
    protected ThreadDraft newThread(Party starter) {
        return client.newThread(starter);
    }

    /**
     * Returns the outcome of a refused change.
     *
     * @param refusal the reason
     * @return the outcome
     */
    public static ChangeOutcome refused(Refusal refusal) {
        return new ChangeOutcome.Refused(refusal);
    }

    /**
     * Returns the outcome of a refused send.
     *
     * @param refusal the reason
     * @return the outcome
     */
    public static SendOutcome sendRefused(Refusal refusal) {
        return new SendOutcome.Refused(refusal);
    }

    /**
     * Asserts that a change is refused for this reason and changes nothing.
     *
     * @param refusal the expected refusal
     * @param change the change to run
     */
    protected void assertRefused(Refusal refusal, Supplier<ChangeOutcome> change) {
        assertChangesNothing(refused(refusal), change);
    }

    /**
     * Asserts that a send is refused for this reason and changes nothing.
     *
     * @param refusal the expected refusal
     * @param send the send
     */
    protected void assertSendRefused(Refusal refusal, Supplier<? extends SendOutcome> send) {
        assertChangesNothing(sendRefused(refusal), send);
    }

    /**
     * Asserts the outcome of an operation, and that the operation changes nothing in the storage.
     *
     * @param expected the expected outcome
     * @param operation the operation
     */
    protected void assertChangesNothing(Object expected, Supplier<?> operation) {
        var before = client.everything();
        assertThat((Object) operation.get()).isEqualTo(expected);
        assertThat(client.everything()).isEqualTo(before);
    }

    /**
     * Asserts that the thread is in these boxes and in no other, and that the count of each box equals the length of its list.
     *
     * @param thread the thread
     * @param party the party
     * @param boxes the boxes
     */
    protected void assertInBoxes(ThreadClient thread, Party party, Box... boxes) {
        Set<Box> found = EnumSet.noneOf(Box.class);
        for (Box box : Box.values()) {
            List<?> listed = client.box(party, box);
            assertThat(client.count(party, box, BoxQuery.Filter.ANY))
                    .as("count of %s", box)
                    .isEqualTo(listed.size());
            if (listed.contains(thread.id())) {
                found.add(box);
            }
        }
        assertThat(found).as("boxes of %s", party).containsExactlyInAnyOrder(boxes);
        thread.find(party)
                .ifPresent(summary -> assertThat(summary.mine().archived())
                        .as("archived")
                        .isEqualTo(List.of(boxes).contains(Box.ARCHIVED)));
    }

    /** Asserts that {@code verify()} of the public API finds nothing wrong in the storage. */
    protected void assertVerifyFindsNothing() {
        Messaging messaging = Messaging.builder()
                .storage(storage())
                .directory(Directory.everyone())
                .build();
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
    }

    /**
     * Creates a group with a manager, a member, a member without VIEW, a member without SEND, and a past member who left after the first message.
     *
     * @return the thread
     */
    protected ThreadClient threadWithAllKindsOfMembers() {
        ThreadClient thread = newThread(ANNA)
                .with(BOB, EVE)
                .with(WRITER, CAROL)
                .with(READER, DAVE)
                .created();
        thread.say(ANNA);
        thread.leave(EVE);
        thread.say(BOB);
        return thread;
    }

    /**
     * Returns a client for a thread that does not exist.
     *
     * @return the client
     */
    protected ThreadClient missingThread() {
        return client.thread(client.newThreadId());
    }

    /**
     * Returns a revision that the thread does not have.
     *
     * @param thread the thread
     * @return the revision
     */
    public static OptionalLong stale(ThreadClient thread) {
        return OptionalLong.of(thread.info().revision() + STALE_BY);
    }
}
