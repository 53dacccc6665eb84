package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ApplicationId;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestTenant;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That ids of parties and tenants and client keys are compared and given back byte for byte: what looks alike is not
 * the same, and what is odd or long is kept.
 *
 * <p>Not asserted: what no id may contain or how long it may be, which is judged before a storage is asked.
 */
public abstract class IdentityContract extends StorageContract {

    private static final String JOE = "joe";

    /** For adapters to extend. */
    protected IdentityContract() {}

    /** What some store somewhere takes for {@code joe}. */
    enum LookAlike {
        CAPITALISED("Joe"),
        CAPITALS("JOE"),
        ACCENT("jo\u00EB"),
        DECOMPOSED_ACCENT("joe\u0308"),
        TRAILING_BLANK("joe "),
        TRAILING_BLANKS("joe  "),
        LEADING_BLANK(" joe"),
        TRAILING_TAB("joe\t"),
        TRAILING_LINE("joe\n"),
        HARD_BLANK("joe\u00A0"),
        INVISIBLE("joe\u200B"),
        JOINER("jo\u200De"),
        SOFT_HYPHEN("jo\u00ADe"),
        WIDE("\uFF4A\uFF4F\uFF45"),
        CYRILLIC("j\u043E\u0435"),
        MATHEMATICAL("\uD835\uDC57\uD835\uDC5C\uD835\uDC52"),
        CONTROL("joe\u0001"),
        UNDERSCORE("jo_"),
        PERCENT("j%"),
        BACKSLASH("jo\\e"),
        QUOTED("'joe'");

        private final String id;

        LookAlike(String id) {
            this.id = id;
        }
    }

    /** Ids that differ from each other only where a store may not see it. */
    private static final List<String> TWINS = List.of(
            "stra\u00DFe",
            "strasse",
            "STRASSE",
            "\u00E4",
            "a\u0308",
            "\u00C4",
            "ae",
            "\u01C6",
            "d\u017E",
            "i",
            "I",
            "\u0131",
            "\u0130",
            "\u212A",
            "K",
            "k",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\uD83D\uDC68",
            "\uFB01",
            "fi",
            "1",
            "01",
            "1.0",
            "\u00B9",
            "\u0661",
            "null",
            "NULL",
            "a.b",
            "a:b",
            "u:a",
            "a/b",
            "a\u0001b");

    @Nested
    class Parties {

        @ParameterizedTest
        @EnumSource
        void whoLooksAlikeIsSomebodyElse(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            TestThread joes = group(ANNA, joe);
            joes.say(ANNA);

            assertThat(testTenant.box(other, Box.ALL)).isEmpty();
            assertThat(testTenant.count(other, Box.INBOX, BoxQuery.Filter.ANY)).isZero();
            assertThat(testTenant.unread(other).messages()).isZero();
            assertThat(joes.find(other)).isEmpty();
            assertThat(joes.messages(other)).isEmpty();
            assertThat(joes.by(other).send()).isEqualTo(sendRefused(Refusal.NOT_MEMBER));
        }

        @ParameterizedTest
        @EnumSource
        void whoLooksAlikeMayBeInTheSameThread(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            TestThread testThread = group(joe, other);
            testThread.say(joe);
            testThread.say(other);
            testThread.star(other, 1);

            assertThat(testThread.info().memberCount()).isEqualTo(2);
            assertThat(testThread.messages(joe))
                    .extracting(view -> view.author())
                    .containsExactly(joe, other);
            assertThat(testThread.unread(joe)).isEqualTo(1);
            assertThat(testThread.row(joe).stars()).isEmpty();
            assertThat(testThread.row(other).stars()).containsExactly(1L);
            testThread.leave(other);
            assertThat(testThread.row(joe).active()).isTrue();
            assertThat(testThread.row(other).active()).isFalse();
        }

        @ParameterizedTest
        @EnumSource
        void whoLooksAlikeMakesAnotherPairAndOtherKeys(LookAlike like) {
            Party joe = UserId.of(JOE);
            Party other = UserId.of(like.id);
            TestThread one = direct(ANNA, joe);
            TestThread two = direct(ANNA, other);
            assertThat(two.id()).isNotEqualTo(one.id());
            assertThat(direct(joe, other).id()).isNotIn(one.id(), two.id());

            assertThat(one.by(joe).key("k", "f").send()).isInstanceOf(SendOutcome.Stored.class);
            assertThat(two.by(other).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void everybodyInTheLongListIsSomebodyOfTheirOwn() {
            Party[] parties = TWINS.stream().map(UserId::of).toArray(Party[]::new);
            TestThread testThread =
                    opening(ANNA).with(parties).says("hello everybody").testThread();
            testThread.read(parties[3], 1);
            testThread.star(parties[7], 1);

            assertThat(testThread.info().memberCount()).isEqualTo(parties.length + 1);
            assertThat(testThread.members(ANNA, 100))
                    .extracting(member -> member.party())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(ANNA), Stream.of(parties)).toList());
            assertThat(Stream.of(parties).filter(party -> testThread.unread(party) == 0))
                    .containsExactly(parties[3]);
            assertThat(Stream.of(parties)
                            .filter(party -> !testThread.row(party).stars().isEmpty()))
                    .containsExactly(parties[7]);
        }

        @Test
        void theKindDistinguishes() {
            List<Party> all = List.of(UserId.of("42"), GuestId.of("42"), ApplicationId.of("42"), SystemId.of("42"));
            TestThread testThread =
                    opening(all.get(0)).with(all.get(1), all.get(2), all.get(3)).testThread();
            all.forEach(testThread::say);

            assertThat(testThread.info().memberCount()).isEqualTo(4);
            assertThat(testThread.messages(all.get(0)))
                    .extracting(view -> view.author())
                    .isEqualTo(all);
            assertThat(all).allMatch(party -> testThread.unread(party) == 3);
            TestThread users = group(ANNA, all.get(0));
            users.say(ANNA);
            assertThat(testTenant.box(all.get(1), Box.ALL)).containsExactly(testThread.id());
        }

        @Test
        void theLongestIdsAreKept() {
            List<Party> longest = List.of(
                    UserId.of("\u3042".repeat(128)),
                    GuestId.of("\u3042".repeat(255)),
                    GuestId.of("\u3042".repeat(254) + "\u3044"),
                    GuestId.of("\uD83D\uDE00".repeat(127) + "x"),
                    ApplicationId.of("a".repeat(128)),
                    SystemId.of("z".repeat(128)));
            TestThread testThread = group(longest.toArray(Party[]::new));
            longest.forEach(testThread::say);

            assertThat(testThread.messages(longest.get(1)))
                    .extracting(view -> view.author())
                    .isEqualTo(longest);
            assertThat(longest).allMatch(party -> testThread.unread(party) == 5);
            TestThread direct = direct(longest.get(1), longest.get(2));
            assertThat(direct(longest.get(1), longest.get(3)).id()).isNotEqualTo(direct.id());
            assertThat(direct.by(longest.get(1)).key("\u3042".repeat(128), "f").send())
                    .isInstanceOf(SendOutcome.Stored.class);
            assertThat(testTenant.findKey(longest.get(1), "\u3042".repeat(128))).isPresent();
            assertThat(testTenant.findKey(longest.get(2), "\u3042".repeat(128))).isEmpty();
        }
    }

    @Nested
    class Keys {

        @ParameterizedTest
        @EnumSource
        void aKeyThatLooksAlikeIsAnotherKey(LookAlike like) {
            TestThread testThread = group(ANNA, BOB);
            testThread.by(ANNA).key(JOE, "f").stored();

            assertThat(testTenant.findKey(ANNA, like.id)).isEmpty();
            assertThat(testThread.by(ANNA).key(like.id, "g").stored().position())
                    .isEqualTo(testThread.at(2));
            assertThat(testTenant.findKey(ANNA, JOE).orElseThrow().fingerprint())
                    .isEqualTo("f");
            assertThat(testTenant.findKey(ANNA, like.id).orElseThrow().fingerprint())
                    .isEqualTo("g");
        }

        @Test
        void aLongKeyAndALongFingerprintAreKept() {
            TestThread testThread = group(ANNA, BOB);
            String key = "k".repeat(ClientKey.MAX_LENGTH);
            String fingerprint = "1:" + "f".repeat(78);
            testThread.by(ANNA).key(key, fingerprint).stored();

            assertThat(testTenant.findKey(ANNA, key).orElseThrow().fingerprint())
                    .isEqualTo(fingerprint);
            assertThat(testThread.by(ANNA).key(key, fingerprint).send()).isInstanceOf(SendOutcome.Repeated.class);
            assertThat(testThread
                            .by(ANNA)
                            .key(key, fingerprint.toUpperCase(Locale.ROOT))
                            .send())
                    .isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(testTenant.findKey(ANNA, key.substring(1))).isEmpty();
        }

        @Test
        void aKeyIsNotMixedUpWithItsSender() {
            Party a = UserId.of("a");
            Party ab = UserId.of("ab");
            TestThread testThread = group(a, ab);
            testThread.by(a).key("bc", "f").stored();

            assertThat(testTenant.findKey(ab, "c")).isEmpty();
            assertThat(testThread.by(ab).key("c", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }

    @Nested
    class Tenants {

        @ParameterizedTest
        @EnumSource
        void aTenantThatLooksAlikeIsAnotherTenant(LookAlike like) {
            TestTenant joe = testTenant.in(TenantId.of(JOE));
            TestTenant other = testTenant.in(TenantId.of(like.id));
            TestThread testThread = joe.direct(ANNA, BOB);
            testThread.by(ANNA).key("k", "f").stored();

            assertThat(other.box(BOB, Box.ALL)).isEmpty();
            assertThat(other.testThread(testThread.id()).find(BOB)).isEmpty();
            assertThat(other.findKey(ANNA, "k")).isEmpty();
            TestThread others = other.direct(ANNA, BOB);
            others.by(ANNA).key("k", "g").stored();
            assertThat(joe.box(BOB, Box.ALL)).containsExactly(testThread.id());
            assertThat(other.box(BOB, Box.ALL)).containsExactly(others.id());
        }

        @Test
        void theLongestTenantIsKept() {
            TenantId longest = TenantId.of("\u3042".repeat(64));
            TestThread testThread = testTenant.in(longest).group(ANNA, BOB);

            assertThat(testThread.facts().ref().tenant()).isEqualTo(longest);
            assertThat(testTenant
                            .in(TenantId.of("\u3042".repeat(63)))
                            .testThread(testThread.id())
                            .find(ANNA))
                    .isEmpty();
        }
    }

    @Nested
    class ThreadsAndMessages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "00000000-0000-0000-0000-000000000000",
                    "00000000-0000-7000-8000-000000000001",
                    "01900000-0000-7000-8000-00000000000a",
                    "7fffffff-ffff-7fff-bfff-ffffffffffff",
                    "80000000-0000-7000-8000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff"
                })
        void everyIdIsKept(String id) {
            UUID uuid = UUID.fromString(id);
            TestThread testThread =
                    opening(ANNA).id(ThreadId.of(uuid)).with(BOB).testThread();
            testThread.by(ANNA).id(MessageId.of(uuid)).text("hello").stored();
            testThread.say(BOB);

            assertThat(testTenant.box(BOB, Box.ALL)).containsExactly(ThreadId.of(uuid));
            assertThat(testTenant.find(BOB, MessageId.of(uuid)).orElseThrow().text())
                    .isEqualTo("hello");
            assertThat(testThread.messages(BOB).get(0).id()).isEqualTo(MessageId.of(uuid));
        }
    }
}
