package dev.postroom.messaging.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FakeDirectoryTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final Party ANNA = UserId.of("anna");
    private static final Party BOB = UserId.of("bob");

    private final FakeDirectory directory = new FakeDirectory();

    @Test
    void knowsNobodyAtFirst() {
        assertThat(existing(TenantId.DEFAULT, ANNA, BOB)).isEmpty();
    }

    @Test
    void answersOnlyThoseItKnowsAndWasAskedAbout() {
        directory.add(ANNA, UserId.of("carol"));

        assertThat(existing(TenantId.DEFAULT, ANNA, BOB)).containsExactly(ANNA);
    }

    @Test
    void knowsPartiesInTheirTenantOnly() {
        directory.add(ACME, ANNA).add(BOB);

        assertThat(existing(ACME, ANNA, BOB)).containsExactly(ANNA);
        assertThat(existing(TenantId.DEFAULT, ANNA, BOB)).containsExactly(BOB);
    }

    @Test
    void tellsAUserFromAGuestOfTheSameId() {
        directory.add(UserId.of("42"));

        assertThat(existing(TenantId.DEFAULT, GuestId.of("42"))).isEmpty();
    }

    @Test
    void forgetsRemovedParties() {
        directory.add(ANNA, BOB).add(ACME, ANNA, BOB);

        directory.remove(ANNA).remove(ACME, BOB);

        assertThat(existing(TenantId.DEFAULT, ANNA, BOB)).containsExactly(BOB);
        assertThat(existing(ACME, ANNA, BOB)).containsExactly(ANNA);
    }

    @Test
    void addsAndRemovesTheSamePartyTwiceWithoutComplaint() {
        directory.add(ANNA, ANNA).add(ANNA);
        assertThat(existing(TenantId.DEFAULT, ANNA)).containsExactly(ANNA);

        directory.remove(ANNA, ANNA).remove(ANNA).remove(ACME, ANNA);
        assertThat(existing(TenantId.DEFAULT, ANNA)).isEmpty();
    }

    @Test
    void countsQuestionsNotParties() {
        directory.add(ANNA, BOB);
        assertThat(directory.questions()).isZero();

        existing(TenantId.DEFAULT, ANNA, BOB);
        existing(ACME, ANNA);

        assertThat(directory.questions()).isEqualTo(2);
    }

    private Set<Party> existing(TenantId tenant, Party... parties) {
        return directory.existing(tenant, Set.of(parties));
    }
}
