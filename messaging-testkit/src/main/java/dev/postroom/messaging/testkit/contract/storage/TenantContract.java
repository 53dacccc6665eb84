package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that tenants are isolated from each other. With the same parties, pairs, keys and even the same ids everywhere,
 * each operation and each query reaches only its own tenant.
 *
 * <p>Not asserted: tenants whose names look alike, which {@link IdentityContract} tests. Only {@code Inspection} reads
 * across tenants.
 */
public abstract class TenantContract extends StorageContract {

    /** For adapters to extend. */
    protected TenantContract() {}

    /** Creates the direct thread of Anna and Bob in Anna's tenant, with two messages and Bob's marks. */
    private ThreadClient threadWithMarks() {
        ThreadClient thread = client.direct(ANNA, BOB);
        thread.by(ANNA).key("k", "f").stored();
        thread.say(ANNA);
        thread.read(BOB, 1);
        thread.star(BOB, 1);
        thread.starThread(BOB);
        return thread;
    }

    @Nested
    class FromElsewhere {

        private ThreadClient thread;
        private ThreadClient threadElsewhere;
        private StorageClient otherTenant;

        @BeforeEach
        void twoTenants() {
            thread = threadWithMarks();
            otherTenant = client.forTenant(OTHER_TENANT);
            threadElsewhere = otherTenant.thread(thread.id());
        }

        @Test
        void nothingIsWritten() {
            assertSendRefused(Refusal.MISSING, () -> threadElsewhere.by(ANNA).send());
            assertSendRefused(
                    Refusal.MISSING,
                    () -> threadElsewhere.by(ANNA).key("k", "f").send());
            assertThat(otherTenant.findKey(ANNA, "k")).isEmpty();
        }

        @Test
        void nothingIsChanged() {
            assertRefused(Refusal.MISSING, () -> threadElsewhere.rename(ANNA, "Roof"));
            assertRefused(Refusal.MISSING, () -> threadElsewhere.close(ANNA));
            assertRefused(Refusal.MISSING, () -> threadElsewhere.reopen(ANNA));
            assertRefused(Refusal.MISSING, () -> threadElsewhere.join(ANNA, CAROL));
            assertRefused(Refusal.MISSING, () -> threadElsewhere.leave(BOB));
        }

        @ParameterizedTest
        @EnumSource
        void noPositionMoves(Move move) {
            assertRefused(Refusal.MISSING, () -> threadElsewhere.move(BOB, move, 2));
        }

        @Test
        void readingAllReadsNothing() {
            assertChangesNothing(
                    0L, () -> otherTenant.storage().positions().readAll(otherTenant.as(BOB), client.now()));
        }

        @Test
        void noStarIsSetOrTaken() {
            assertRefused(Refusal.MISSING, () -> threadElsewhere.starThread(BOB));
            assertRefused(Refusal.MISSING, () -> threadElsewhere.unstarThread(BOB));
            assertRefused(Refusal.MISSING, () -> threadElsewhere.clearStars(BOB));
            var stars = otherTenant.storage().stars();
            for (boolean starred : new boolean[] {true, false}) {
                assertRefused(
                        Refusal.MISSING,
                        () -> stars.setMessage(otherTenant.as(BOB), thread.message(1), starred, client.now()));
            }
        }

        @Test
        void noMessageIsDeletedHiddenOrRead() {
            var messages = otherTenant.storage().messages();
            MessageId first = thread.message(1);

            assertRefused(
                    Refusal.MISSING,
                    () -> messages.delete(otherTenant.as(ANNA), first, OptionalLong.empty(), client.now()));
            assertRefused(Refusal.MISSING, () -> messages.hide(otherTenant.as(BOB), first, client.now()));
            assertThat(messages.find(otherTenant.as(BOB), first)).isEmpty();
            assertThat(messages.recipients(otherTenant.as(ANNA), first)).isEmpty();
            assertThat(threadElsewhere.messages(BOB)).isEmpty();
            assertThat(messages.latest(otherTenant.as(BOB), List.of(thread.id()), 10))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void noBoxShowsAnything(Box box) {
            assertThat(otherTenant.box(BOB, box)).isEmpty();
            assertThat(otherTenant.box(ANNA, box)).isEmpty();
            assertThat(otherTenant.count(BOB, box, Filter.ANY)).isZero();
        }

        @Test
        void nothingIsFoundOrCounted() {
            assertThat(threadElsewhere.find(BOB)).isEmpty();
            assertThat(otherTenant.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
            assertThat(threadElsewhere.members(ANNA, 10)).isEmpty();
            assertThat(threadElsewhere.senders(ANNA, 10)).isEmpty();
            assertThat(otherTenant.facts(thread.id())).isEmpty();
        }

        @Test
        void nothingCanBeQuoted() {
            ThreadClient there = otherTenant.group(ANNA, BOB);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> there.by(ANNA).quoting(1).send());
        }
    }

    @Nested
    class SideBySide {

        @Test
        void theSamePairHasAThreadInEachTenant() {
            ThreadClient here = client.direct(ANNA, BOB);
            ThreadClient there = client.forTenant(OTHER_TENANT).direct(BOB, ANNA);

            assertThat(there.id()).isNotEqualTo(here.id());
            assertThat(client.newThread(ANNA).directWith(BOB).create())
                    .isEqualTo(new CreateOutcome.PairTaken(here.id()));
            assertThat(client.forTenant(OTHER_TENANT)
                            .newThread(ANNA)
                            .directWith(BOB)
                            .create())
                    .isEqualTo(new CreateOutcome.PairTaken(there.id()));
        }

        @Test
        void theSameKeySendsOnceInEachTenant() {
            ThreadClient here = client.group(ANNA, BOB);
            ThreadClient there = client.forTenant(OTHER_TENANT).group(ANNA, BOB);
            SendOutcome.Stored stored = here.by(ANNA).key("k", "f").stored();

            assertThat(there.by(ANNA).key("k", "g").stored().position()).isEqualTo(there.at(1));
            assertThat(client.findKey(ANNA, "k").orElseThrow().messageId()).isEqualTo(stored.messageId());
            assertThat(here.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(there.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.Repeated.class);
        }

        @Test
        void theSameIdsNameTwoThings() {
            StorageClient otherTenant = client.forTenant(OTHER_TENANT);
            ThreadId id = client.newThreadId();
            MessageId message = client.newMessageId();
            ThreadClient here =
                    client.newThread(ANNA).id(id).with(BOB).subject("here").created();
            ThreadClient there = otherTenant
                    .newThread(ANNA)
                    .id(id)
                    .with(BOB)
                    .subject("there")
                    .created();
            here.by(ANNA).id(message).text("here").stored();
            there.by(ANNA).id(message).text("there").stored();
            here.say(ANNA);
            here.read(BOB, 1);
            here.star(BOB, 1);
            here.hide(ANNA, 2);
            there.starThread(BOB);
            there.archive(BOB, 1);
            here.close(ANNA);
            there.remove(ANNA, BOB);
            here.erase(ANNA, 1);

            assertThat(here.summary(BOB).subject()).isEqualTo("here");
            assertThat(there.summary(BOB).subject()).isEqualTo("there");
            assertThat(client.find(BOB, message).orElseThrow().text()).isEmpty();
            assertThat(otherTenant.find(BOB, message).orElseThrow().text()).isEqualTo("there");
            assertThat(here.row(BOB).stars()).containsExactly(1L);
            assertThat(there.row(BOB).stars()).containsExactly(0L);
            assertThat(here.row(BOB).archivedSeq()).isZero();
            assertThat(there.row(BOB).readSeq()).isZero();
            assertThat(there.row(ANNA).hidden()).isEmpty();
            assertThat(here.info().closed()).isPresent();
            assertThat(there.info().closed()).isEmpty();
            assertThat(here.info().memberCount()).isEqualTo(2);
            assertThat(there.info().memberCount()).isEqualTo(1);
            assertThat(here.unread(BOB)).isEqualTo(1);
            assertThat(there.unread(BOB)).isEqualTo(1);
            assertThat(here.recipients(ANNA, 2)).hasSize(1);
        }

        @Test
        void eachMailboxHoldsItsTenantsThreadsAlone() {
            StorageClient otherTenant = client.forTenant(OTHER_TENANT);
            ThreadClient here = client.group(ANNA, BOB);
            ThreadClient there = otherTenant.group(ANNA, BOB);
            here.say(ANNA);
            there.say(ANNA);
            there.say(ANNA);

            assertThat(client.box(BOB, Box.INBOX)).containsExactly(here.id());
            assertThat(otherTenant.box(BOB, Box.INBOX)).containsExactly(there.id());
            assertThat(client.unread(BOB)).isEqualTo(new UnreadTotals(1, 1, true));
            assertThat(otherTenant.unread(BOB)).isEqualTo(new UnreadTotals(1, 2, true));
            assertThat(client.storage().messages().latest(client.as(BOB), List.of(there.id(), here.id()), 5))
                    .containsOnlyKeys(here.id());
            otherTenant.storage().positions().readAll(otherTenant.as(BOB), client.now());
            assertThat(here.unread(BOB)).isEqualTo(1);
        }

        @Test
        void theInspectionSeesBoth() {
            ThreadClient here = client.group(ANNA, BOB);
            ThreadClient there = client.forTenant(OTHER_TENANT).group(ANNA, BOB);

            assertThat(Set.copyOf(client.refs(1)))
                    .containsExactlyInAnyOrder(
                            new Inspection.Ref(TENANT, here.id()), new Inspection.Ref(OTHER_TENANT, there.id()));
        }
    }
}
