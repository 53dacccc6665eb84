package dev.postroom.messaging.testkit.contract;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That two tenants know nothing of each other: with the same people, pairs, keys and even the same ids everywhere,
 * each operation and each question keeps to its own.
 *
 * <p>Not asserted: tenants whose names look alike, which are in {@link IdentityContract}. {@code Inspection} alone
 * reads across tenants.
 */
public abstract class TenantContract extends StorageContract {

    /** For adapters to extend. */
    protected TenantContract() {}

    /** Anna's and Bob's direct thread in Anna's tenant, with two messages and Bob's marks. */
    private Talk home() {
        Talk talk = world.direct(ANNA, BOB);
        talk.by(ANNA).key("k", "f").stored();
        talk.say(ANNA);
        talk.read(BOB, 1);
        talk.star(BOB, 1);
        talk.starThread(BOB);
        return talk;
    }

    @Nested
    class FromElsewhere {

        private Talk talk;
        private Talk abroad;
        private World elsewhere;

        @BeforeEach
        void twoTenants() {
            talk = home();
            elsewhere = world.in(ELSEWHERE);
            abroad = elsewhere.talk(talk.id());
        }

        @Test
        void nothingIsWritten() {
            assertSendRefused(Refusal.MISSING, () -> abroad.by(ANNA).send());
            assertSendRefused(
                    Refusal.MISSING, () -> abroad.by(ANNA).key("k", "f").send());
            assertThat(elsewhere.findKey(ANNA, "k")).isEmpty();
        }

        @Test
        void nothingIsChanged() {
            assertRefused(Refusal.MISSING, () -> abroad.rename(ANNA, "Roof"));
            assertRefused(Refusal.MISSING, () -> abroad.close(ANNA));
            assertRefused(Refusal.MISSING, () -> abroad.reopen(ANNA));
            assertRefused(Refusal.MISSING, () -> abroad.join(ANNA, CAROL));
            assertRefused(Refusal.MISSING, () -> abroad.leave(BOB));
        }

        @ParameterizedTest
        @EnumSource
        void noPositionMoves(Move move) {
            assertRefused(Refusal.MISSING, () -> abroad.move(BOB, move, 2));
        }

        @Test
        void readingAllReadsNothing() {
            assertChangesNothing(0L, () -> elsewhere.storage().positions().readAll(elsewhere.as(BOB), world.now()));
        }

        @Test
        void noStarIsSetOrTaken() {
            assertRefused(Refusal.MISSING, () -> abroad.starThread(BOB));
            assertRefused(Refusal.MISSING, () -> abroad.unstarThread(BOB));
            assertRefused(Refusal.MISSING, () -> abroad.clearStars(BOB));
            var stars = elsewhere.storage().stars();
            for (boolean starred : new boolean[] {true, false}) {
                assertRefused(
                        Refusal.MISSING,
                        () -> stars.setMessage(elsewhere.as(BOB), talk.message(1), starred, world.now()));
            }
        }

        @Test
        void noMessageIsDeletedHiddenOrRead() {
            var messages = elsewhere.storage().messages();
            MessageId first = talk.message(1);

            assertRefused(
                    Refusal.MISSING,
                    () -> messages.delete(elsewhere.as(ANNA), first, OptionalLong.empty(), world.now()));
            assertRefused(Refusal.MISSING, () -> messages.hide(elsewhere.as(BOB), first, world.now()));
            assertThat(messages.find(elsewhere.as(BOB), first)).isEmpty();
            assertThat(messages.recipients(elsewhere.as(ANNA), first)).isEmpty();
            assertThat(abroad.messages(BOB)).isEmpty();
            assertThat(messages.latest(elsewhere.as(BOB), List.of(talk.id()), 10))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void noBoxShowsAnything(Box box) {
            assertThat(elsewhere.box(BOB, box)).isEmpty();
            assertThat(elsewhere.box(ANNA, box)).isEmpty();
            assertThat(elsewhere.count(BOB, box, Filter.ANY)).isZero();
        }

        @Test
        void nothingIsFoundOrCounted() {
            assertThat(abroad.find(BOB)).isEmpty();
            assertThat(elsewhere.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
            assertThat(abroad.members(ANNA, 10)).isEmpty();
            assertThat(abroad.senders(ANNA, 10)).isEmpty();
            assertThat(elsewhere.facts(talk.id())).isEmpty();
        }

        @Test
        void nothingCanBeQuoted() {
            Talk there = elsewhere.group(ANNA, BOB);

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> there.by(ANNA).quoting(1).send());
        }
    }

    @Nested
    class SideBySide {

        @Test
        void theSamePairHasAThreadInEachTenant() {
            Talk here = world.direct(ANNA, BOB);
            Talk there = world.in(ELSEWHERE).direct(BOB, ANNA);

            assertThat(there.id()).isNotEqualTo(here.id());
            assertThat(world.opening(ANNA).directWith(BOB).create()).isEqualTo(new CreateOutcome.PairTaken(here.id()));
            assertThat(world.in(ELSEWHERE).opening(ANNA).directWith(BOB).create())
                    .isEqualTo(new CreateOutcome.PairTaken(there.id()));
        }

        @Test
        void theSameKeySendsOnceInEachTenant() {
            Talk here = world.group(ANNA, BOB);
            Talk there = world.in(ELSEWHERE).group(ANNA, BOB);
            SendOutcome.Stored stored = here.by(ANNA).key("k", "f").stored();

            assertThat(there.by(ANNA).key("k", "g").stored().position()).isEqualTo(there.at(1));
            assertThat(world.findKey(ANNA, "k").orElseThrow().messageId()).isEqualTo(stored.messageId());
            assertThat(here.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(there.by(ANNA).key("k", "g").send()).isInstanceOf(SendOutcome.Repeated.class);
        }

        @Test
        void theSameIdsNameTwoThings() {
            World elsewhere = world.in(ELSEWHERE);
            ThreadId id = world.newThreadId();
            MessageId message = world.newMessageId();
            Talk here = world.opening(ANNA).id(id).with(BOB).subject("here").talk();
            Talk there =
                    elsewhere.opening(ANNA).id(id).with(BOB).subject("there").talk();
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
            assertThat(world.find(BOB, message).orElseThrow().text()).isEmpty();
            assertThat(elsewhere.find(BOB, message).orElseThrow().text()).isEqualTo("there");
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
            World elsewhere = world.in(ELSEWHERE);
            Talk here = world.group(ANNA, BOB);
            Talk there = elsewhere.group(ANNA, BOB);
            here.say(ANNA);
            there.say(ANNA);
            there.say(ANNA);

            assertThat(world.box(BOB, Box.INBOX)).containsExactly(here.id());
            assertThat(elsewhere.box(BOB, Box.INBOX)).containsExactly(there.id());
            assertThat(world.unread(BOB)).isEqualTo(new UnreadTotals(1, 1, true));
            assertThat(elsewhere.unread(BOB)).isEqualTo(new UnreadTotals(1, 2, true));
            assertThat(world.storage().messages().latest(world.as(BOB), List.of(there.id(), here.id()), 5))
                    .containsOnlyKeys(here.id());
            elsewhere.storage().positions().readAll(elsewhere.as(BOB), world.now());
            assertThat(here.unread(BOB)).isEqualTo(1);
        }

        @Test
        void theInspectionSeesBoth() {
            Talk here = world.group(ANNA, BOB);
            Talk there = world.in(ELSEWHERE).group(ANNA, BOB);

            assertThat(Set.copyOf(world.refs(1)))
                    .containsExactlyInAnyOrder(
                            new Inspection.Ref(TENANT, here.id()), new Inspection.Ref(ELSEWHERE, there.id()));
        }
    }
}
